import type { Context as Request } from "hono";
import { HTTPException } from "hono/http-exception";
import { faultPage } from "#kiosk/shell/fault.ts";
import type { Context } from "../../context.ts";
import { plainFrame } from "./env.ts";

/** What goes wrong is logged, and said on a screen that leads on; nothing of the fault is shown. */
export function showFault(ctx: Context, err: Error, c: Request) {
  if (err instanceof HTTPException)
    return c.html(faultPage(plainFrame(ctx, c), "broken"), { status: err.status });
  ctx.log.error({ err, route: c.req.routePath }, "request failed");
  return c.html(faultPage(plainFrame(ctx, c), "broken"), 500);
}
