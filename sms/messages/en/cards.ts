import { spokenCode } from "#server/domain/card-code.ts";
import { counted, dayOf, thing, till } from "#sms/messages/describe.ts";
import type { Part } from "#sms/messages/saying.ts";
import type { CardSayings } from "#sms/messages/sayings/cards.ts";
import { tell, tellCut } from "#sms/messages/tell.ts";

export const cards: Part<CardSayings> = {
  cardHow: (_, speech) =>
    tell(
      speech,
      "text just the 11 digits on your card, like 4839 2017 563. No digits? Bring the card to the info tent.",
    ),
  cardUnknown: (_, speech) =>
    tell(
      speech,
      "that code does not look right. Codes have 11 digits, like 4839 2017 563. Try again: just the 11 digits.",
    ),
  cardNotLive: (_, speech) =>
    tell(
      speech,
      "no live card has these digits. Check them. A lost card may have been replaced: bring yours to the info tent.",
    ),
  cardTooMany: (_, speech) =>
    tell(speech, "too many digits that are no card. Wait an hour, or bring the card to the info tent."),
  cardBlank: ({ code }, speech) =>
    tell(
      speech,
      `this card is blank. Text its digits, then NEED or GIFT and what, like: ${spokenCode(code)} NEED sewing machine`,
    ),
  cardFilled: ({ kind, number, post }, speech) =>
    tellCut(
      speech,
      `your card is ready (no. ${number}): ${kind} `,
      counted(post, "en"),
      `. Pass it on. We text you when someone takes it. Text DROP ${number} to end it.`,
    ),
  cardNeed: ({ post, place }, speech) =>
    tellCut(
      speech,
      "someone needs ",
      counted(post, "en"),
      `${till(" ", post, "en", speech)}.${asking(place)} Reply 1 to help, or pass the card on.`,
    ),
  cardGift: ({ post, place }, speech) =>
    tellCut(
      speech,
      "a gift: ",
      counted(post, "en"),
      `${till(", ", post, "en", speech)}.${asking(place)} Reply 1 to take it, or pass the card on.`,
    ),
  cardOwn: ({ number, post, isTaken }, speech) =>
    tellCut(
      speech,
      "your own card: ",
      counted(post, "en"),
      isTaken
        ? `. Someone took it. Text DONE ${number} once it is given, DROP ${number} to end it.`
        : `. Nobody took it yet. Pass it on. Text DROP ${number} to end it.`,
    ),
  cardYours: ({ line, kind, post }, speech) =>
    tellCut(
      speech,
      kind === "need" ? "you help with " : "you took ",
      thing(post, "en"),
      `. Text ${line} and your words. Text DONE and the card's digits once it is given, DROP ${line} to give it back.`,
    ),
  cardHelping: ({ line, post, atTent }, speech) =>
    tellCut(
      speech,
      "great, you help with ",
      counted(post, "en"),
      `! ${meeting(line, atTent)} Then text DONE and the card's digits.`,
    ),
  cardGot: ({ line, post, atTent }, speech) =>
    tellCut(
      speech,
      "it is yours: ",
      counted(post, "en"),
      `. ${meeting(line, atTent)} Then text DONE and the card's digits.`,
    ),
  cardHelped: ({ number, line, post, atTent }, speech) =>
    tellCut(
      speech,
      "your card: someone can give ",
      counted(post, "en"),
      ` (no. ${number}). ${meeting(line, atTent)} Text DONE ${number} once you have it.`,
    ),
  cardTaken: ({ number, line, post, atTent }, speech) =>
    tellCut(
      speech,
      "your card was taken: ",
      counted(post, "en"),
      ` (no. ${number}). ${meeting(line, atTent)} Text DONE ${number} once it is given.`,
    ),
  cardOver: ({ kind, at, isDone, near }, speech) =>
    tellNear(
      speech,
      `${over(kind, isDone)}${at === null ? "" : ` ${dayOf(at, "en", speech, true)}`}.`,
      kind,
      near,
    ),
  cardExpired: ({ kind, near }, speech) => tellNear(speech, "this card's time is over.", kind, near),
  cardDone: ({ post, isHalf }, speech) =>
    tellCut(
      speech,
      "thank you! Noted as given: ",
      counted(post, "en"),
      isHalf ? ". The rest of the card is still open: pass it on." : ". The card is closed. You may keep it.",
    ),
  cardPartDone: ({ number, line }, speech) =>
    tell(
      speech,
      `a part of your card no. ${number} was given (line ${line}). The rest stays open. Text DONE ${number} to close it.`,
    ),
  cardNotTaken: (_, speech) =>
    tell(
      speech,
      "only who took this card or made it can close it. Text just its 11 digits to see what you can do.",
    ),
  cardBack: ({ line }, speech) =>
    tell(
      speech,
      `line ${line} is over: it did not work out, and the card is open again. Text MINE to see your posts.`,
    ),
  slip: ({ number, post, state, letters }, speech) =>
    tellCut(
      speech,
      `no. ${number}: `,
      thing(post, "en"),
      `, ${STATES[state]}.${waiting(letters)} Show this slip at the info tent, or text DONE and its digits once it is met.`,
    ),
};

const STATES = {
  open: "open",
  filled: "someone is found",
  done: "met",
  dropped: "taken down",
  expired: "over",
} as const;

function asking(place: string | null): string {
  return place === null ? "" : ` Ask: ${place}.`;
}

function meeting(line: number, atTent: boolean): string {
  return atTent ? `Text ${line} and when you come to the info tent.` : `Text ${line} and your words to meet.`;
}

function over(kind: CardSayings["cardOver"]["kind"], isDone: boolean): string {
  if (isDone) return "this card has done its work";
  return kind === "need" ? "someone helps with this card since" : "someone took this card";
}

function waiting(letters: number): string {
  if (letters === 0) return "";
  return ` ${letters} ${letters === 1 ? "message waits" : "messages wait"} for you.`;
}

function tellNear(
  speech: Parameters<typeof tell>[0],
  before: string,
  kind: CardSayings["cardOver"]["kind"],
  near: string | null,
) {
  const more =
    kind === "gift" ? "Reply 1 and we look for the same for you." : "Reply 1 to offer the same to others.";
  if (near === null) return tell(speech, `${before} ${more}`);
  return tellCut(speech, `${before} Also ${kind === "gift" ? "listed" : "needed"}: `, near, `. ${more}`);
}
