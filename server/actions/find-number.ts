import type { Context } from "../context.ts";
import { type Line, lineOf, linesOver } from "../store/introductions.ts";
import { type Meaning, meaningOf } from "../store/numbers.ts";
import { sharersOf } from "../store/people.ts";
import { lockPost, type PostRow } from "../store/posts.ts";

/**
 * What a number is to the person who texts it. Somebody else's number is nobody's, but for those who share this phone.
 * `as`: for whom it was texted.
 */
export type Found =
  | { readonly kind: "nobody" }
  | { readonly kind: "line"; readonly line: Line; readonly as: number }
  /** `lines`: the open introductions of the post in which this person takes part. */
  | {
      readonly kind: "post";
      readonly post: PostRow;
      readonly own: boolean;
      readonly lines: readonly Line[];
      readonly as: number;
    };

/** Looks a number up; a post comes locked. */
export async function findNumber(ctx: Context, personId: number, number: number): Promise<Found> {
  const meaning = await meaningOf(ctx.db, number);
  if (!meaning) return { kind: "nobody" };
  const found = await findAs(ctx, personId, meaning);
  if (found.kind !== "nobody") return found;
  for (const sharer of await sharersOf(ctx.db, personId)) {
    const theirs = await findAs(ctx, sharer, meaning);
    if (theirs.kind !== "nobody") return theirs;
  }
  return found;
}

async function findAs(ctx: Context, personId: number, meaning: Meaning): Promise<Found> {
  const mine = (line: Line) => line.neederId === personId || line.giverId === personId;
  if (meaning.kind === "line") {
    const line = await lineOf(ctx.db, meaning.id, ctx.now());
    return line && mine(line) ? { kind: "line", line, as: personId } : { kind: "nobody" };
  }
  const post = await lockPost(ctx.db, meaning.id);
  if (!post) return { kind: "nobody" };
  const lines = (await linesOver(ctx.db, post.id, ctx.now())).filter(mine);
  const own = post.personId === personId;
  return own || lines.length > 0 ? { kind: "post", post, own, lines, as: personId } : { kind: "nobody" };
}

/** Who is at the other end of a line. */
export function otherSide(line: Line, personId: number): number {
  return line.neederId === personId ? line.giverId : line.neederId;
}
