import type { AskSayings } from "#sms/messages/sayings/asks.ts";
import type { CardSayings } from "#sms/messages/sayings/cards.ts";
import type { CastSayings } from "#sms/messages/sayings/casts.ts";
import type { GatheringSayings } from "#sms/messages/sayings/gatherings.ts";
import type { GroupSayings } from "#sms/messages/sayings/groups.ts";
import type { InboxSayings } from "#sms/messages/sayings/inbox.ts";
import type { ItemSayings } from "#sms/messages/sayings/items.ts";
import type { NumberSayings } from "#sms/messages/sayings/numbers.ts";
import type { OrganizerSayings } from "#sms/messages/sayings/organizers.ts";
import type { PostSayings } from "#sms/messages/sayings/posts.ts";
import type { ServiceSayings } from "#sms/messages/sayings/service.ts";
import type { WishSayings } from "#sms/messages/sayings/wishes.ts";

/**
 * Everything Giftline can say by text, with the facts each sentence needs. The catalogues of `en.ts` and
 * `es.ts` put it into words; `sms/reply.ts` makes it fit one segment.
 */
export type Sayings = PostSayings &
  AskSayings &
  NumberSayings &
  ServiceSayings &
  GroupSayings &
  GatheringSayings &
  ItemSayings &
  CastSayings &
  CardSayings &
  WishSayings &
  OrganizerSayings &
  InboxSayings;

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

/** One room of a catalogue: the sentences about one thing, in one language. */
export type Part<Some> = { readonly [K in keyof Some]: (facts: Some[K], speech: Speech) => Phrase };
export type Catalogue = Part<Sayings>;
