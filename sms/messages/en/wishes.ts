import { dayAndTime } from "#sms/messages/days.ts";
import { counted, till } from "#sms/messages/describe.ts";
import { fitting } from "#sms/messages/fitting.ts";
import type { Part } from "#sms/messages/saying.ts";
import type { WishSayings } from "#sms/messages/sayings/wishes.ts";
import { tell, tellCut } from "#sms/messages/tell.ts";

const NOT_YOU = "Not you? Do nothing.";

export const wishes: Part<WishSayings> = {
  wishPost: ({ kind }, speech) =>
    tell(
      speech,
      `someone typed ${kind === "need" ? "a need" : "a gift"} and this number at our screen. Reply 1 to post it and get texts about it. ${NOT_YOU}`,
    ),
  wishJoin: ({ name, place, contact, next }, speech) =>
    fitting((short) => {
      const where = next?.place || place;
      const meets = next ? ` meets ${dayAndTime(next.startsAt, "en", speech)}` : "";
      const at = where === "" ? "" : `, ${short(where)}`;
      const who = contact === "" ? "" : ` Ask for ${short(contact)}.`;
      return tell(speech, `${short(name)}${meets}${at}.${who} Reply 1 to join and get its texts. ${NOT_YOU}`);
    }),
  wishTake: ({ kind, number, post }, speech) =>
    kind === "need"
      ? tellCut(
          speech,
          `you saw no. ${number}: someone needs `,
          counted(post, "en"),
          `${till(" ", post, "en", speech)}. Reply 1 to help. ${NOT_YOU}`,
        )
      : tellCut(
          speech,
          `you saw gift no. ${number}: `,
          counted(post, "en"),
          `. Reply 1 and we ask whoever gives it. ${NOT_YOU}`,
        ),
  boardHelping: ({ number, line, post, atTent }, speech) =>
    tellCut(
      speech,
      `great, you help with no. ${number}: `,
      counted(post, "en"),
      `! ${meeting(line, atTent)} Text DROP ${line} if it does not work out.`,
    ),
  boardHelped: ({ number, line, post, atTent }, speech) =>
    tellCut(
      speech,
      "someone can give ",
      counted(post, "en"),
      ` (no. ${number}). ${meeting(line, atTent)} Text DONE ${number} once you have it.`,
    ),
  boardOver: ({ isOwn }, speech) =>
    tell(
      speech,
      isOwn
        ? "that is your own post. Text MINE to see all that you have listed."
        : "thank you, but that is not open any more. The board at the info tent shows what is. Text MENU for more.",
    ),
};

function meeting(line: number, atTent: boolean): string {
  return atTent ? `Text ${line} and when you come to the info tent.` : `Text ${line} and your words to meet.`;
}
