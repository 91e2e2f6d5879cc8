import type { Language } from "#server/domain/language.ts";
import type { PostKind } from "#server/domain/post.ts";
import type { Context } from "../../context.ts";
import { linesOver } from "../../store/introductions.ts";
import { lockPost, type PostRow } from "../../store/posts.ts";
import { postOfNonce } from "../../store/slips.ts";
import { postOfNumber } from "../../store/tent.ts";
import { addStranger } from "../cards/add-stranger.ts";
import { makeSlip } from "../cards/make-slip.ts";
import { postThing } from "../post-thing.ts";
import { visitWithoutPhone } from "../visit.ts";
import { takePost } from "./take-post.ts";

/** Who presses a button at a touchscreen, and has no phone. */
export type Presser = {
  readonly kioskId: number;
  readonly language: Language;
  /** Pressed twice it counts once. */
  readonly nonce: string;
  /** The digits of a slip that the screen printed while there was no connection. */
  readonly made: string | null;
};

export type Pressed =
  /**
   * `post`: the one that they have now; `slip`: the digits that look it up; `helpsWith`: the number of the need that it
   * stands in for helping with.
   */
  | {
      readonly ok: true;
      readonly post: PostRow;
      readonly slip: string;
      readonly helpsWith: number | null;
    }
  | { readonly ok: false; readonly refusal: "not-a-thing" | "gone" | "too-many" };

/** Posts as a text would, for somebody who gets a slip in place of texts. */
export function postWithoutPhone(
  ctx: Context,
  presser: Presser,
  { kind, words }: { readonly kind: PostKind; readonly words: string },
): Promise<Pressed> {
  return once(ctx, presser, async (ctx, personId) => {
    const visit = visitWithoutPhone(personId, presser.language);
    const { saying } = await postThing(ctx, visit, kind, words);
    const number = saying && "number" in saying ? saying.number : null;
    const post = number === null ? null : await postOfNumber(ctx.db, personId, number);
    return post?.id ?? "not-a-thing";
  });
}

/** Helps with a need on the board, or would like a gift there. */
export function takeWithoutPhone(
  ctx: Context,
  presser: Presser,
  { postId, pieces }: { readonly postId: number; readonly pieces: number | null },
): Promise<Pressed> {
  return once(ctx, presser, async (ctx, personId) => {
    const took = await takePost(ctx, postId, { personId, pieces, language: presser.language });
    return took.ok ? took.ownId : "gone";
  });
}

/** Takes back everything: somebody of whom nothing came is nobody. */
class Refused extends Error {
  readonly refusal: "not-a-thing" | "gone";
  constructor(refusal: "not-a-thing" | "gone") {
    super(refusal);
    this.refusal = refusal;
  }
}

async function once(
  ctx: Context,
  presser: Presser,
  act: (ctx: Context, personId: number) => Promise<number | "not-a-thing" | "gone">,
): Promise<Pressed> {
  const { language, nonce, made } = presser;
  const kiosk = String(presser.kioskId);
  // Before the transaction: within it another connection would be waited for.
  const mayAct = await ctx.limits.take("kiosk-posts", kiosk);
  const acting = ctx.inTransaction(async (ctx): Promise<Pressed & { readonly isNew?: boolean }> => {
    const before = await postOfNonce(ctx.db, ctx.vault.hash("slip", nonce));
    if (before === null && !mayAct) return { ok: false, refusal: "too-many" };
    const postId = before ?? (await act(ctx, await addStranger(ctx, null, language)));
    if (typeof postId === "string") throw new Refused(postId);
    const slip = await makeSlip(ctx, postId, nonce, made);
    const post = await lockPost(ctx.db, postId);
    if (!post) return { ok: false, refusal: "gone" };
    const [line] = post.kind === "gift" ? await linesOver(ctx.db, postId, ctx.now()) : [];
    return { ok: true, post, slip, helpsWith: line?.need ?? null, isNew: before === null };
  });
  const done = await acting.catch((fault: unknown): Pressed & { readonly isNew?: boolean } => {
    if (fault instanceof Refused) return { ok: false, refusal: fault.refusal };
    throw fault;
  });
  if (mayAct && !done.isNew) await ctx.limits.giveBack("kiosk-posts", kiosk);
  return done;
}
