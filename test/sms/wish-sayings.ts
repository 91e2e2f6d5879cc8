import type { PostWords } from "#server/domain/post.ts";
import type { Saying } from "#sms/messages/saying.ts";

const NUMBER = 123456;
const PLACE = "the big kitchen tent, for Ana!";
const KINDS = ["need", "gift"] as const;

/** Every sentence about what begins at a touchscreen, with the longest facts there are. */
export function aboutWishes(post: PostWords, startsAt: Date): readonly Saying[] {
  const line = { number: NUMBER, line: NUMBER, post } as const;
  const group = { name: post.thing, place: PLACE, contact: PLACE } as const;
  return [
    ...KINDS.map((kind) => ({ key: "wishPost", kind }) as const),
    ...KINDS.map((kind) => ({ key: "wishTake", kind, number: NUMBER, post }) as const),
    { key: "wishJoin", ...group, next: null },
    { key: "wishJoin", ...group, next: { startsAt, place: PLACE } },
    { key: "wishJoin", name: post.thing, place: "", contact: "", next: null },
    ...[true, false].flatMap((flag): readonly Saying[] => [
      { key: "boardHelping", ...line, atTent: flag },
      { key: "boardHelped", ...line, atTent: flag },
      { key: "boardOver", isOwn: flag },
    ]),
  ];
}
