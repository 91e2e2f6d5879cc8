import type { Hono, Context as Request } from "hono";
import { deskPage, slipPage } from "#kiosk/card/desk.ts";
import { cardPage } from "#kiosk/card/page.ts";
import type { Actor } from "#server/domain/role.ts";
import type { Context } from "../../context.ts";
import { deskRoutes } from "../cards/desk.ts";
import { languageOf, queryOf } from "../cards/facts.ts";

export const CONSOLE_DESK_PATH = "/organize/cards/desk";

/** A helper's own screen at the info tent: cards and slips of people who have no phone, with who pressed in the trail. */
export function consoleDesk(ctx: Context, actorOf: (c: Request) => Actor): Hono {
  return deskRoutes(ctx, {
    path: CONSOLE_DESK_PATH,
    door: "console",
    guesser: (c) => `console ${actorOf(c).personId}`,
    actor: actorOf,
    pages: (c) => {
      const frame = {
        nodeName: ctx.config.nodeName,
        language: languageOf(ctx, c),
        query: queryOf(ctx, c),
        path: CONSOLE_DESK_PATH,
        back: "/organize/cards",
      };
      return {
        desk: (said) => deskPage(frame, said),
        card: cardPage,
        slip: (slip) => slipPage(frame, slip),
      };
    },
  });
}
