import type { PostKind, PostWords } from "#server/domain/post.ts";

/**
 * Everything Giftline can say by text, with the facts each sentence needs. The catalogues of `en.ts` and
 * `es.ts` put it into words; `sms/reply.ts` makes it fit one segment.
 */
export type Sayings = {
  /** `asksFrom`: set in quiet hours, when the first person will be asked. */
  needPosted: { number: number; post: PostWords; asksFrom: Date | null };
  /** The need ends before quiet hours do: nobody will be asked in time. */
  needTooLate: { number: number; post: PostWords; asksFrom: Date };
  giftPosted: { number: number; post: PostWords };
  /** NEED or GIFT alone. */
  whatThing: { kind: PostKind };
  /** A post of nothing but a number or a sign. */
  notAThing: { kind: PostKind };
  ask: { need: number; gift: number; post: PostWords };
  /** `post`: the gift as posted, `left`: pieces still listed; null when nobody counts them. */
  introducedGiver: { need: number; gift: number; line: number; post: PostWords; left: number | null };
  /** `post`: what the giver gives, `quantity` the pieces promised. */
  introducedNeeder: { need: number; line: number; post: PostWords };
  askDeclined: { gift: number };
  /** A yes that came after the need closed or was filled. */
  askOver: { need: number };
  /** Sent to those asked when somebody else helps or the need closes. */
  askWithdrawn: { need: number };
  /** Sent to those asked when the need or their gift was changed and the two fit no more. */
  askChanged: { need: number };
  passedOn: { masked: boolean };
  relay: { line: number; words: string };
  mine: { items: readonly MineItem[]; more: boolean };
  mineNone: Record<never, never>;
  dropped: { number: number };
  done: { number: number };
  /** To the other side: the post is done, with thanks. */
  doneByOther: { number: number };
  /** To the other side: its owner took the post down. */
  droppedByOther: { number: number };
  lineDropped: { line: number };
  lineEnded: { line: number };
  still: { number: number; expiresAt: Date };
  /** A post stays with other words. */
  changed: { number: number; post: PostWords };
  stillNeeded: { number: number; kind: PostKind; post: PostWords };
  /** A need ended and nobody had been found. */
  needEnded: { number: number; post: PostWords };
  noSuchNumber: { number: number };
  numberClosed: { number: number };
  /** The post has no introduction yet: nobody to write to. */
  noLineYet: { number: number };
  /** A post with several introductions: which one? */
  whichLine: { number: number; lines: readonly number[] };
  /** DROP, DONE, STILL or MUTE without a number. */
  whichNumber: { verb: "drop" | "done" | "still" | "mute"; numbers: readonly number[] };
  /** A number of an introduction without words after it. */
  noWords: { line: number };
  lineMuted: { line: number };
  menu: Record<never, never>;
  /** The second text in a row that we did not understand. */
  menuAndPerson: Record<never, never>;
  /** A digit after the menu's time. */
  menuOver: Record<never, never>;
  unclear: { options: readonly PostKind[] };
  languages: Record<never, never>;
  languageSet: Record<never, never>;
  wipeAsk: Record<never, never>;
  wipeKept: Record<never, never>;
  wiped: Record<never, never>;
  /** After 0: tell us in words, a person at the info tent reads it. */
  personAsk: Record<never, never>;
  personTold: Record<never, never>;
  help: Record<never, never>;
  stopped: Record<never, never>;
  started: Record<never, never>;
  newsOn: Record<never, never>;
  newsOff: Record<never, never>;
  /** Empty or a picture only. */
  onlyText: Record<never, never>;
  emergency: Record<never, never>;
  groupsNone: Record<never, never>;
  agendaNone: Record<never, never>;
  cardUnknown: Record<never, never>;
  castRefused: Record<never, never>;
};

export type MineItem = {
  readonly number: number;
  readonly kind: PostKind;
  readonly post: PostWords;
  /** Introductions that are open for it. */
  readonly lines: readonly number[];
};

export type Saying = { [K in keyof Sayings]: { readonly key: K } & Readonly<Sayings[K]> }[keyof Sayings];

/** What the camp says of itself in every text. */
export type Voice = {
  readonly nodeName: string;
  readonly helpContact: string;
  readonly emergencyText: string;
  readonly timeZone: string;
  /** Asks a giver gets a day, said in HELP. */
  readonly asksADay: number;
};

/** A sentence before it is cut: `long` marks the only part that may be shortened. */
export type Phrase = string | { readonly before: string; readonly long: string; readonly after: string };

export type Speech = { readonly voice: Voice; readonly now: Date };
export type Catalogue = { readonly [K in keyof Sayings]: (facts: Sayings[K], speech: Speech) => Phrase };
