import { WISH_MS, Wish } from "#server/domain/wish.ts";
import type { Context } from "../../context.ts";
import { answerWish, wishOf } from "../../store/wishes.ts";
import { menuOver } from "../answer-release.ts";
import { joinGroup } from "../join-group.ts";
import { needPosted, postThing } from "../post-thing.ts";
import { answer, type Outcome, type Visit } from "../visit.ts";
import { sayWish } from "./say-wish.ts";
import { takePost } from "./take-post.ts";

/** 1 to what was typed at a touchscreen with this number: it is done, once. */
export async function grantWish(ctx: Context, visit: Visit, id: number): Promise<Outcome> {
  const now = ctx.now();
  const sealed = await answerWish(ctx.db, id, visit.personId, { now, since: waitingSince(ctx) });
  if (!sealed) return menuOver(ctx, visit);
  const wish = opened(ctx, sealed);
  switch (wish.does) {
    case "post":
      return postThing(ctx, visit, wish.kind, wish.words);
    case "join":
      return joinGroup(ctx, visit, wish.group);
    case "take":
      return take(ctx, visit, wish.post, wish.pieces);
    default:
      return wish satisfies never;
  }
}

/** The question again, after a digit that it does not have. */
export async function repeatWish(ctx: Context, visit: Visit, id: number): Promise<Outcome> {
  const sealed = await wishOf(ctx.db, id, visit.personId, waitingSince(ctx));
  const saying = sealed && (await sayWish(ctx, visit.personId, opened(ctx, sealed)));
  return saying ? answer(saying, { kind: "wish", wish: id }) : menuOver(ctx, visit);
}

function waitingSince(ctx: Context): Date {
  return new Date(ctx.now().getTime() - WISH_MS);
}

function opened(ctx: Context, sealed: Uint8Array): Wish {
  return Wish.parse(JSON.parse(ctx.vault.open("wish", sealed)));
}

async function take(ctx: Context, visit: Visit, postId: number, pieces: number | null): Promise<Outcome> {
  const { personId, language } = visit;
  const took = await takePost(ctx, postId, { personId, pieces, language });
  if (!took.ok) return answer({ key: "boardOver", isOwn: took.refusal === "own" }, null);
  if (took.does === "asks") {
    const { number, ...need } = took.post;
    return answer(needPosted(ctx, number, { ...need, quantity: need.remaining }), null);
  }
  const { number, thing } = took.post;
  const given = { thing, quantity: took.pieces, until: null, untilTimed: false };
  return answer({ key: "boardHelping", number, line: took.line, post: given, atTent: took.atTent }, null);
}
