import type { PostWords } from "#server/domain/post.ts";
import type { Saying, Speech, Voice } from "#sms/messages/saying.ts";

const VOICE: Voice = {
  nodeName: "Willow Camp",
  helpContact: "info tent",
  emergencyText: "Call 911",
  timeZone: "America/New_York",
  asksADay: 3,
};
/** A Sunday, ten in the morning in New York. */
export const NOW = new Date("2026-11-22T15:00:00Z");
export const SPEECH: Speech = { voice: VOICE, now: NOW };

/** The longest that configuration allows. */
export const LONGEST_SPEECH: Speech = {
  now: NOW,
  voice: {
    nodeName: "Wintercamp Mississip",
    helpContact: "the big info tent by the gates",
    emergencyText:
      "Call 911 first. Then ask for the medics at the big red tent by the main gate or shout for them loudly",
    timeZone: "America/New_York",
    asksADay: 10,
  },
};

const NUMBER = 123456;
const NUMBERS = [123456, 123457, 123458, 123459, 123460, 123461, 123462];
const FAR = new Date("2027-09-30T03:30:00Z");

export function postOf(thing: string, quantity: number | null = null, until: Date | null = null): PostWords {
  return { thing, quantity, until, untilTimed: until !== null };
}

/** Every key, in every shape, with the longest facts there are. */
export function everySaying(thing: string): readonly Saying[] {
  return [postOf(thing), postOf(thing, 1, FAR), postOf(thing, 999, FAR)].flatMap((post) => [
    ...aboutPosts(post),
    ...aboutNumbers(),
    ...aboutTheLine(post),
  ]);
}

function aboutPosts(post: PostWords): readonly Saying[] {
  const asksFrom = new Date("2026-11-23T13:30:00Z");
  const introduced = { key: "introducedGiver", need: NUMBER, gift: NUMBER, line: NUMBER, post } as const;
  return [
    { key: "needPosted", number: NUMBER, post, asksFrom: null },
    { key: "needPosted", number: NUMBER, post, asksFrom },
    { key: "needTooLate", number: NUMBER, post, asksFrom },
    { key: "giftPosted", number: NUMBER, post },
    { key: "ask", need: NUMBER, gift: NUMBER, post },
    { ...introduced, left: null },
    { ...introduced, left: 0 },
    { ...introduced, left: 1 },
    { ...introduced, left: 998 },
    { key: "introducedNeeder", need: NUMBER, line: NUMBER, post },
    { key: "changed", number: NUMBER, post },
    { key: "stillNeeded", number: NUMBER, kind: "need", post },
    { key: "stillNeeded", number: NUMBER, kind: "gift", post },
    { key: "needEnded", number: NUMBER, post },
    { key: "mine", items: [{ number: NUMBER, kind: "gift", post, lines: NUMBERS }], more: true },
    { key: "mine", items: [{ number: NUMBER, kind: "need", post, lines: [] }], more: false },
  ];
}

function aboutNumbers(): readonly Saying[] {
  const verbs = ["drop", "done", "still", "mute"] as const;
  const kinds = ["need", "gift"] as const;
  return [
    ...kinds.flatMap((kind) => [{ key: "whatThing", kind } as const, { key: "notAThing", kind } as const]),
    ...verbs.flatMap((verb) => [
      { key: "whichNumber", verb, numbers: NUMBERS } as const,
      { key: "whichNumber", verb, numbers: [] } as const,
    ]),
    { key: "askDeclined", gift: NUMBER },
    { key: "askOver", need: NUMBER },
    { key: "askWithdrawn", need: NUMBER },
    { key: "askChanged", need: NUMBER },
    { key: "dropped", number: NUMBER },
    { key: "done", number: NUMBER },
    { key: "doneByOther", number: NUMBER },
    { key: "droppedByOther", number: NUMBER },
    { key: "lineDropped", line: NUMBER },
    { key: "lineEnded", line: NUMBER },
    { key: "still", number: NUMBER, expiresAt: FAR },
    { key: "noSuchNumber", number: NUMBER },
    { key: "numberClosed", number: NUMBER },
    { key: "noLineYet", number: NUMBER },
    { key: "whichLine", number: NUMBER, lines: NUMBERS },
    { key: "noWords", line: NUMBER },
    { key: "lineMuted", line: NUMBER },
    { key: "unclear", options: ["need", "gift"] },
    { key: "unclear", options: ["gift", "need"] },
  ];
}

function aboutTheLine({ thing }: PostWords): readonly Saying[] {
  return [
    { key: "passedOn", masked: false },
    { key: "passedOn", masked: true },
    { key: "relay", line: NUMBER, words: thing },
    { key: "mineNone" },
    { key: "menu" },
    { key: "menuAndPerson" },
    { key: "menuOver" },
    { key: "languages" },
    { key: "languageSet" },
    { key: "wipeAsk" },
    { key: "wipeKept" },
    { key: "wiped" },
    { key: "personAsk" },
    { key: "personTold" },
    { key: "help" },
    { key: "stopped" },
    { key: "started" },
    { key: "newsOn" },
    { key: "newsOff" },
    { key: "onlyText" },
    { key: "emergency" },
    { key: "groupsNone" },
    { key: "agendaNone" },
    { key: "cardUnknown" },
    { key: "castRefused" },
  ];
}
