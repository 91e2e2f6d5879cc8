import type { Wish } from "#server/domain/wish.ts";
import type { Saying } from "#sms/messages/saying.ts";
import type { Context } from "../../context.ts";
import { boardPost } from "../../store/board.ts";
import { groupsFor } from "../../store/groups.ts";

/**
 * The one text to a number that was typed at a touchscreen. It says nothing that a stranger could have typed: words of a
 * post come with the answer to 1. Null: what was wished for is not there any more.
 */
export async function sayWish(ctx: Context, personId: number, wish: Wish): Promise<Saying | null> {
  switch (wish.does) {
    case "post":
      return { key: "wishPost", kind: wish.kind };
    case "join": {
      const groups = await groupsFor(ctx.db, personId, ctx.now());
      const group = groups.find(({ id, open }) => id === wish.group && open);
      if (!group) return null;
      const { name, place, contact, next } = group;
      return { key: "wishJoin", name, place, contact, next };
    }
    case "take": {
      const post = await boardPost(ctx.db, wish.post, ctx.now());
      if (!post) return null;
      const { kind, number, quantity } = post;
      const pieces = quantity === null ? null : Math.min(wish.pieces ?? quantity, quantity);
      return { key: "wishTake", kind, number, post: { ...post, quantity: pieces } };
    }
    default:
      return wish satisfies never;
  }
}
