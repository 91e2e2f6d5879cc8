import { z } from "zod";

const Id = z.coerce.number().int().positive().max(2_147_483_647);
const Pieces = z.coerce.number().int().min(1).max(999).nullable();

/** What somebody at a touchscreen wants to have done. */
export const Wish = z.discriminatedUnion("does", [
  /** Posts a need or a gift. */
  z.object({
    does: z.literal("post"),
    kind: z.enum(["need", "gift"]),
    words: z.string().trim().min(1).max(500),
  }),
  /** Into a group. */
  z.object({ does: z.literal("join"), group: Id }),
  /** Helps with a need on the board, or would like a gift there; `pieces`: fewer than all of it. */
  z.object({ does: z.literal("take"), post: Id, pieces: Pieces.default(null) }),
]);
export type Wish = z.infer<typeof Wish>;

/** After this an unanswered one is nothing any more. */
export const WISH_MS = 24 * 3_600_000;
export const WISHES_A_DAY = 2;
