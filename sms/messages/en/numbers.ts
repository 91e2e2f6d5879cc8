import type { Part } from "#sms/messages/saying.ts";
import type { NumberSayings } from "#sms/messages/sayings/numbers.ts";
import { some, tell } from "#sms/messages/tell.ts";

const PERSON = "0 for a person at the info tent";

export const numbers: Part<NumberSayings> = {
  noSuchNumber: ({ number }, speech) =>
    tell(speech, `no. ${number} is not a number of yours, so nothing happened. Text MINE to see yours.`),
  numberClosed: ({ number }, speech) =>
    tell(speech, `no. ${number} is closed already, so nothing was sent. Text MINE to see what is open.`),
  noLineYet: ({ number }, speech) =>
    tell(
      speech,
      `nobody to write to about no. ${number} yet. We text you when there is. Text DROP ${number} to take it down.`,
    ),
  whichLine: ({ number, lines }, speech) =>
    tell(speech, `no. ${number} has more than one line. Text the line and your words: ${some(lines)}.`),
  whichNumber: ({ verb, numbers }, speech) => {
    const word = verb.toUpperCase();
    const known = numbers.length === 0 ? "Text MINE to see your numbers." : `Yours: ${some(numbers)}.`;
    return tell(speech, `which one? Text ${word} and its number. ${known}`);
  },
  noWords: ({ line }, speech) =>
    tell(speech, `line ${line} is open. Text ${line} and your words, like: ${line} see you at 5.`),
  lineMuted: ({ line }, speech) =>
    tell(
      speech,
      `you will not hear from the person on line ${line} again. They are not told. Reply ${PERSON}.`,
    ),
};
