import type { PostWords } from "#server/domain/post.ts";
import type { Saying, Speech, Voice } from "#sms/messages/saying.ts";
import { aboutCards } from "#test/sms/card-sayings.ts";
import { everyCastSaying } from "#test/sms/every-cast-saying.ts";
import { aboutItems } from "#test/sms/item-sayings.ts";
import { aboutWishes } from "#test/sms/wish-sayings.ts";

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
    ...aboutItems(thing),
    ...aboutTheLine(post),
    ...everyCastSaying(thing, NOW),
    ...aboutGroups(post.thing),
    ...aboutGatherings(post.thing),
    ...aboutCards(post, NOW),
    ...aboutWishes(post, NOW),
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
    { key: "introducedByOrganizer", need: NUMBER, gift: NUMBER, line: NUMBER, post },
    { key: "fromOrganizers", words: post.thing },
    { key: "shareAsk", handle: "Maximiliana Q. " },
    { key: "shareYes", handle: "Maximiliana Q. " },
    { key: "shareNo", handle: "Maximiliana Q. " },
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
    { key: "castRefused" },
  ];
}

/** As long as the console lets them be. */
const NAME = "Northern Kitchen and Bakeries!";
const PLACE = "behind the second water tank by the gate";

function aboutGroups(thing: string): readonly Saying[] {
  const next = { startsAt: FAR, place: PLACE };
  const items = [
    { number: 9999, name: NAME, next, asleep: false },
    { number: 9999, name: NAME, next: null, asleep: true },
  ];
  const group = { number: 999, name: NAME, place: PLACE, contact: PLACE };
  const entries = ["open", "closed", "joined"] as const;
  return [
    { key: "groups", items, more: true },
    { key: "groups", items: items.slice(0, 1), more: false },
    { key: "groupsNear", items },
    { key: "groupsNoFit", words: thing },
    { key: "groupUnknown", number: NUMBER },
    { key: "groupUnknown", number: null },
    ...entries.flatMap((entry) => [
      { key: "groupDetails", ...group, about: thing, next, asleep: false, entry } as const,
      { key: "groupDetails", ...group, about: thing, next: null, asleep: true, entry } as const,
      { key: "groupDetails", ...group, contact: "", about: thing, next: null, asleep: false, entry } as const,
    ]),
    { key: "groupJoined", ...group, next },
    { key: "groupJoined", ...group, next: null },
    { key: "groupClosed", ...group },
    { key: "groupClosed", name: NAME, place: "", contact: "" },
    { key: "groupLeft", name: NAME },
    { key: "leaveWhich", groups: Array.from({ length: 8 }, () => ({ number: 9999, name: NAME })) },
    { key: "leaveWhich", groups: [{ number: 9999, name: "Kitchen" }] },
    { key: "leaveNone" },
  ];
}

function aboutGatherings(thing: string): readonly Saying[] {
  const title = "The great assembly of all of the camps!!";
  const gathering = { title, place: PLACE, startsAt: FAR };
  const now = { ...gathering, startsAt: NOW };
  const reminders = ["open", "set", "late"] as const;
  return [
    { key: "agenda", day: FAR, items: [gathering, now], more: true },
    { key: "agenda", day: NOW, items: [now], more: false },
    { key: "agendaNone", day: FAR, next: gathering },
    { key: "agendaNone", day: NOW, next: null },
    { key: "agendaNone", day: FAR, next: null },
    ...reminders.map(
      (reminder) => ({ key: "gatheringDetails", ...gathering, endsAt: FAR, notes: thing, reminder }) as const,
    ),
    { key: "agendaUnclear", words: thing },
    { key: "gatheringGone" },
    { key: "reminderSet", ...gathering, at: FAR },
    { key: "reminderLate", ...gathering },
    { key: "reminder", ...gathering, group: null },
    { key: "reminder", ...gathering, group: 999 },
    { key: "gatheringMoved", ...gathering, was: FAR },
    { key: "gatheringCancelled", ...gathering },
    { key: "gatheringRestored", ...gathering },
    { key: "broadcastUntrue", title },
    { key: "itemOffered", words: thing, assembly: FAR },
    { key: "itemOffered", words: thing, assembly: null },
    { key: "itemsFull", most: 3 },
    { key: "postsFull", most: 20 },
  ];
}
