import type { ShownMatch, ShownPost } from "#kiosk/organize/posts.ts";
import { likelihoodOf } from "#server/domain/likelihood.ts";
import { sayWhy } from "#sms/messages/why.ts";
import type { Context } from "../../context.ts";
import type { AskState } from "../../store/asks.ts";
import type { ListedMatch, ListedPost } from "../../store/board.ts";
import { shownTime } from "./frame.ts";
import type { OrganizeRequest } from "./session.ts";

/** Posts as a page shows them, each with what it was matched with and why in words. */
export function shownPosts(
  ctx: Context,
  c: OrganizeRequest,
  posts: readonly ListedPost[],
  matches: readonly ListedMatch[],
): readonly ShownPost[] {
  const byPost = Map.groupBy(matches, (match) => match.with);
  return posts.map((post) => ({
    id: post.id,
    number: post.number,
    kind: post.kind,
    words: post.words,
    left: post.quantity,
    until: shownTime(ctx, c, post.until ?? post.expiresAt),
    posted: shownTime(ctx, c, post.createdAt),
    phone: post.personId,
    hidden: post.hidden,
    offBoard: post.offBoard,
    boardBy: post.boardBy,
    matches: (byPost.get(post.id) ?? []).map((match) => shownMatch(ctx, c, match)),
  }));
}

function shownMatch(ctx: Context, c: OrganizeRequest, match: ListedMatch): ShownMatch {
  const { id, number, words, fits, line, open } = match;
  return {
    id,
    number,
    words,
    fits,
    line,
    open,
    score: likelihoodOf(match.score, fits),
    percent: Math.round(match.score * 100),
    why: sayWhy(match.reasons, c.var.language, ctx.matcher.nameOf),
    asked: askedOf(match),
  };
}

function askedOf({ asked, fits, giverPhoneless }: ListedMatch): ShownMatch["asked"] {
  if (asked !== null) return ASKED[asked];
  return fits && giverPhoneless ? "needsTent" : "notAsked";
}

const ASKED: Readonly<Record<AskState, ShownMatch["asked"]>> = {
  open: "askedOpen",
  yes: "askedYes",
  no: "askedNo",
  lapsed: "askedLapsed",
  withdrawn: "askedWithdrawn",
};
