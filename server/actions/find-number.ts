import type { Context } from "../context.ts";
import { type Line, lineOf, linesOver } from "../store/introductions.ts";
import { meaningOf } from "../store/numbers.ts";
import { lockPost, type PostRow } from "../store/posts.ts";

/** What a number is to the person who texts it. Somebody else's number is nobody's. */
export type Found =
  | { readonly kind: "nobody" }
  | { readonly kind: "line"; readonly line: Line }
  /** `lines`: the open introductions of the post in which this person takes part. */
  | { readonly kind: "post"; readonly post: PostRow; readonly own: boolean; readonly lines: readonly Line[] };

/** Looks a number up; a post comes locked. */
export async function findNumber(ctx: Context, personId: number, number: number): Promise<Found> {
  const meaning = await meaningOf(ctx.db, number);
  if (!meaning) return { kind: "nobody" };
  const mine = (line: Line) => line.neederId === personId || line.giverId === personId;
  if (meaning.kind === "line") {
    const line = await lineOf(ctx.db, meaning.id, ctx.now());
    return line && mine(line) ? { kind: "line", line } : { kind: "nobody" };
  }
  const post = await lockPost(ctx.db, meaning.id);
  if (!post) return { kind: "nobody" };
  const lines = (await linesOver(ctx.db, post.id, ctx.now())).filter(mine);
  const own = post.personId === personId;
  return own || lines.length > 0 ? { kind: "post", post, own, lines } : { kind: "nobody" };
}

/** Who is at the other end of a line. */
export function otherSide(line: Line, personId: number): number {
  return line.neederId === personId ? line.giverId : line.neederId;
}
