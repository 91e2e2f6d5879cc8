import type { Hono, Context as Request } from "hono";
import type { Actor } from "#server/domain/role.ts";
import type { Context } from "../../context.ts";
import { deskRoutes } from "../cards/desk.ts";

export const CONSOLE_DESK_PATH = "/organize/cards/desk";

/** A helper's own screen at the info tent: cards and slips of people who have no phone, with who pressed in the trail. */
export function consoleDesk(ctx: Context, actorOf: (c: Request) => Actor): Hono {
  return deskRoutes(ctx, {
    path: CONSOLE_DESK_PATH,
    door: "console",
    mayAct: () => true,
    guesser: (c) => `console ${actorOf(c).personId}`,
    actor: actorOf,
  });
}
