import type { PostWords } from "#server/domain/post.ts";
import type { Saying } from "#sms/messages/saying.ts";

const NUMBER = 123456;
const PLACE = "the big kitchen tent, for Ana!";

/** Every sentence about cards, with the longest facts there are. */
export function aboutCards(post: PostWords, at: Date): readonly Saying[] {
  const { thing } = post;
  const states = ["open", "filled", "done", "dropped", "expired"] as const;
  const line = { number: NUMBER, line: NUMBER, post } as const;
  return [
    { key: "cardHow" },
    { key: "cardUnknown" },
    { key: "cardNotLive" },
    { key: "cardTooMany" },
    { key: "cardBlank", code: "48392017563" },
    { key: "cardNotTaken" },
    { key: "cardBack", line: NUMBER },
    { key: "cardPartDone", number: NUMBER, line: NUMBER },
    ...states.map((state) => ({ key: "slip", number: NUMBER, post, state, letters: 12 }) as const),
    { key: "slip", number: NUMBER, post, state: "open", letters: 0 },
    ...[true, false].flatMap((flag): readonly Saying[] => [
      { key: "cardNeed", post, place: flag ? PLACE : null },
      { key: "cardGift", post, place: flag ? PLACE : null },
      { key: "cardOwn", number: NUMBER, post, isTaken: flag },
      { key: "cardDone", post, isHalf: flag },
      { key: "cardHelping", ...line, atTent: flag },
      { key: "cardGot", ...line, atTent: flag },
      { key: "cardHelped", ...line, atTent: flag },
      { key: "cardTaken", ...line, atTent: flag },
    ]),
    ...(["need", "gift"] as const).flatMap((kind): readonly Saying[] => [
      { key: "cardFilled", kind, number: NUMBER, post },
      { key: "cardYours", line: NUMBER, kind, post },
      ...[thing, null].flatMap((near): readonly Saying[] => [
        { key: "cardExpired", kind, near },
        { key: "cardOver", kind, at, isDone: true, near },
        { key: "cardOver", kind, at, isDone: false, near },
        { key: "cardOver", kind, at: null, isDone: false, near },
      ]),
    ]),
  ];
}
