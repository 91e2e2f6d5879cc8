import type { Context } from "../../context.ts";
import { answer, type Outcome } from "../visit.ts";
import { finishSlip, viewSlip } from "./view-slip.ts";

/** The digits of a slip, from any phone: how that post stands, and whether words wait at the tent. */
export async function showSlip(ctx: Context, postId: number): Promise<Outcome> {
  const view = await viewSlip(ctx, postId);
  if (!view) return answer({ key: "cardNotLive" });
  const { post, state, letters } = view;
  return answer({ key: "slip", number: post.number, post, state, letters: letters.length });
}

/** DONE and a slip's digits close its post, as the owner would. */
export async function doneSlip(ctx: Context, postId: number): Promise<Outcome> {
  const post = await finishSlip(ctx, postId, "text");
  return answer(post ? { key: "cardDone", post, isHalf: false } : { key: "cardNotTaken" });
}
