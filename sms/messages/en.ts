import {
  counted,
  countNoun,
  dayOf,
  giftTail,
  isSeveral,
  thing,
  till,
  timeOf,
} from "#sms/messages/describe.ts";
import { mineList } from "#sms/messages/mine.ts";
import type { Catalogue, Sayings } from "#sms/messages/saying.ts";
import { sentence, some, tell, tellCut } from "#sms/messages/tell.ts";

const ITEMS = "1 NEED 2 GIFT 3 GROUP 4 AGENDA";
const PERSON = "0 for a person at the info tent";
const RATES = "Msg&data rates may apply.";

export const en: Catalogue = {
  needPosted: ({ number, post, asksFrom }, speech) => {
    const when =
      asksFrom === null
        ? "We text you when someone can help."
        : `We ask around from ${timeOf(asksFrom, "en", speech)}.`;
    const after = `${till(", ", post, "en", speech)}. ${when} Text DROP ${number} to take it down.`;
    return tellCut(speech, `got it, no. ${number}: `, counted(post, "en"), after);
  },
  needTooLate: ({ number, post, asksFrom }, speech) => {
    const when = `We ask nobody before ${timeOf(asksFrom, "en", speech)}: try the info tent. DROP ${number} ends it.`;
    return tellCut(
      speech,
      `got it, no. ${number}: `,
      counted(post, "en"),
      `${till(", ", post, "en", speech)}. ${when}`,
    );
  },
  giftPosted: ({ number, post }, speech) => {
    const needed = `We ask you when someone needs ${isSeveral(post, "en") ? "them" : "it"}.`;
    const after = `${giftTail(post, "en", speech)}. ${needed} Text DROP ${number} to take it down.`;
    return tellCut(speech, `thank you! No. ${number}: `, thing(post, "en"), after);
  },
  whatThing: ({ kind }, speech) =>
    tell(
      speech,
      kind === "need"
        ? "what do you need? Text just that, like: 2 tarps till Fri."
        : "what can you give? Text just that, like: tarps, have 3.",
    ),
  notAThing: ({ kind }, speech) =>
    tell(
      speech,
      kind === "need"
        ? "sorry, what do you need? Text NEED and the thing in words, like: NEED 2 tarps."
        : "sorry, what can you give? Text GIFT and the thing in words, like: GIFT tarps, have 3.",
    ),
  ask: ({ need, gift, post }, speech) =>
    tellCut(
      speech,
      "someone needs ",
      counted(post, "en"),
      `${till(" ", post, "en", speech)} (no. ${need}). Your gift ${gift} could help. Reply 1 to help, 2 not this time.`,
    ),
  introducedGiver: ({ need, gift, line, post, left }, speech) => {
    const start = `great! You and the person with need ${need} can write: text ${line} and your words. Numbers stay hidden.`;
    if (left === null) return tell(speech, `${start} Your gift ${gift} stays listed.`);
    if (left === 0 || post.quantity === null)
      return tell(speech, `${start} ${promised(gift, post.quantity)}`);
    const of = `of your ${post.quantity} ${left === 1 ? "stays" : "stay"} listed.`;
    return tellCut(speech, `${start} `, countNoun(left, thing(post, "en"), "en"), ` ${of}`);
  },
  introducedNeeder: ({ need, line, post }, speech) =>
    tellCut(
      speech,
      "someone can give ",
      counted(post, "en"),
      ` (no. ${need}). Text ${line} and your words to reach them. Numbers stay hidden. Text DONE ${need} once you have it.`,
    ),
  askDeclined: ({ gift }, speech) =>
    tell(
      speech,
      `all right, not this time. Your gift ${gift} stays listed. Text DROP ${gift} to take it down.`,
    ),
  askOver: ({ need }, speech) =>
    tell(
      speech,
      `thank you! No. ${need} needs no more help. Your gift stays listed, we ask you again for others.`,
    ),
  askWithdrawn: ({ need }, speech) =>
    tell(speech, `no. ${need} needs no more help, so no need to answer. Your gift stays listed. Thank you!`),
  askChanged: ({ need }, speech) =>
    tell(
      speech,
      `what was asked for or given has changed, so no need to answer about no. ${need}. Your gift stays listed. Thank you!`,
    ),
  passedOn: ({ masked }, speech) =>
    tell(speech, masked ? "passed on, but without the phone number or link in it." : "passed on."),
  relay: ({ line, words }) => `${line}: ${words}`,
  mine: ({ items, more }, speech) => mineList(items, more, "en", speech),
  mineNone: (_, speech) =>
    tell(speech, "you have nothing listed. Text NEED and what you need, or GIFT and what you can give."),
  dropped: ({ number }, speech) =>
    tell(speech, `no. ${number} is taken down. Text MINE to see what you still have listed.`),
  done: ({ number }, speech) =>
    tell(speech, `good to hear! No. ${number} is done. Text MINE to see what you still have listed.`),
  doneByOther: ({ number }, speech) =>
    tell(speech, `no. ${number} is done, says the other side. Thank you! Text MENU for more.`),
  droppedByOther: ({ number }, speech) =>
    tell(
      speech,
      `no. ${number} was taken down by the other side. Nothing more for you to do. Text MINE to see your posts.`,
    ),
  lineDropped: ({ line }, speech) =>
    tell(speech, `line ${line} is closed: no more words on it, either way. Text MINE to see your posts.`),
  lineEnded: ({ line }, speech) =>
    tell(speech, `the other side closed line ${line}. Text MINE to see your posts.`),
  still: ({ number, expiresAt }, speech) =>
    tell(
      speech,
      `no. ${number} stays up till ${dayOf(expiresAt, "en", speech, false)}. To change it text STILL ${number} and new words. DROP ${number} takes it down.`,
    ),
  changed: ({ number, post }, speech) =>
    tellCut(
      speech,
      `no. ${number} is now: `,
      counted(post, "en"),
      `${till(", ", post, "en", speech)}. We look again who fits. Text DROP ${number} to take it down.`,
    ),
  stillNeeded: ({ number, kind, post }, speech) =>
    kind === "need"
      ? tellCut(
          speech,
          `still needed, no. ${number}: `,
          counted(post, "en"),
          `? Text STILL ${number} to keep it, DONE ${number} if you have it, or DROP ${number}.`,
        )
      : tellCut(
          speech,
          `still to give, no. ${number}: `,
          thing(post, "en"),
          `? Text STILL ${number} to keep it listed, or DROP ${number} to take it down.`,
        ),
  needEnded: ({ number, post }, speech) =>
    tellCut(
      speech,
      `sorry, nobody could help in time with no. ${number}: `,
      counted(post, "en"),
      `. Text NEED to try again, or ${PERSON}.`,
    ),
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
  menu: (_, speech) =>
    tell(
      speech,
      `reply ${ITEMS} 0 ${speech.voice.helpContact}. Max ${speech.voice.asksADay} asks/day. ${RATES} HELP=help STOP=stop`,
    ),
  menuAndPerson: (_, speech) => tell(speech, `sorry, I did not get that. Reply ${ITEMS}, or ${PERSON}.`),
  menuOver: (_, speech) => tell(speech, `that menu is over. Reply ${ITEMS}, or ${PERSON}.`),
  unclear: ({ options }, speech) =>
    tell(
      speech,
      `do you need it, or can you give it? Reply ${options.map((kind, at) => `${at + 1} ${WORD[kind]}`).join(" or ")}.`,
    ),
  languages: (_, speech) => tell(speech, "reply 1 for English. Responde 2 para español."),
  languageSet: (_, speech) =>
    tell(speech, "we write to you in English now. Text MENU to see what you can do."),
  wipeAsk: (_, speech) =>
    tell(
      speech,
      "forget you? Your posts, your lines and your number go for good. Reply 1 to be forgotten, 2 to keep all.",
    ),
  wipeKept: (_, speech) => tell(speech, "all right, nothing was deleted. Text MENU to see what you can do."),
  wiped: (_, speech) =>
    tell(
      speech,
      "you are forgotten: posts, lines and number are gone. Text MENU if you ever want to come back.",
    ),
  personAsk: (_, speech) =>
    tell(speech, "what should we know? Your next text goes to a person at the info tent."),
  personTold: (_, speech) =>
    tell(
      speech,
      `a person at the info tent has it and answers here. In a hurry: ${speech.voice.helpContact}.`,
    ),
  help: (_, { voice }) =>
    `${voice.nodeName} info line. Help: ${voice.helpContact}. Texts only if you ask or opt in, max ${voice.asksADay} asks a day. ${RATES} STOP to end.`,
  stopped: (_, speech) => tell(speech, "you get no more texts from us. Text START to come back."),
  started: (_, speech) =>
    tell(speech, "welcome! You get answers and asks. Text MENU to see what you can do, NEWS for camp news."),
  newsOn: (_, speech) =>
    tell(
      speech,
      `news is on, how often varies. Help: ${speech.voice.helpContact} or HELP. ${RATES} NEWS OFF ends it, STOP ends all.`,
    ),
  newsOff: (_, speech) =>
    tell(speech, "no more camp news. Answers and asks still come. Text NEWS to get it again."),
  onlyText: (_, speech) =>
    tell(speech, "we can only read words, no pictures. Text MENU to see what you can do."),
  emergency: (_, speech) => tell(speech, `${sentence(speech.voice.emergencyText)} Tell whoever is near you.`),
  groupsNone: (_, speech) => tell(speech, `no groups are listed yet. Text AGENDA for today, or ${PERSON}.`),
  agendaNone: (_, speech) => tell(speech, "nothing on today. Text AGENDA TMRW for tomorrow."),
  cardUnknown: (_, speech) =>
    tell(
      speech,
      "that code does not look right. Codes have 11 digits, like 4839 2017 563. Try again: just the 11 digits.",
    ),
  castRefused: (_, speech) => tell(speech, `only organizers can text everybody. Reply ${PERSON}.`),
};

const WORD = { need: "NEED", gift: "GIFT" } as const;

function promised(gift: number, quantity: Sayings["introducedGiver"]["post"]["quantity"]): string {
  return quantity === null || quantity === 1
    ? `Your gift ${gift} is promised.`
    : `All your ${quantity} are promised.`;
}
