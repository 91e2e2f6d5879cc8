import { createMiddleware } from "hono/factory";
import { type Refusal, refusalPage } from "#kiosk/organize/refusal.ts";
import type { OrganizeEnv, OrganizeRequest } from "./session.ts";

const STATUS = {
  gone: 404,
  "not-yours": 403,
  cancelled: 409,
  unreadable: 400,
  "too-large": 413,
} as const satisfies Record<Refusal, number>;

/** What cannot be done on a page of its own, as no form that was typed has to be kept. */
export function turnedAway(c: OrganizeRequest, refusal: Refusal) {
  return c.html(refusalPage(c.var, refusal, pageBefore(c)), STATUS[refusal]);
}

/** Forms and addresses that cannot be read are answered in words: what a validator says is for programs. */
export const faultsInWords = createMiddleware<OrganizeEnv>(async (c, next) => {
  await next();
  const isPage = !c.req.header("accept")?.startsWith("application/json");
  const isFault = c.res.status === 400 && c.res.headers.get("content-type")?.startsWith("application/json");
  if (isFault && isPage) c.res = await turnedAway(c, "unreadable");
});

/** The path of our own page from which somebody came here. */
function pageBefore(c: OrganizeRequest): string | null {
  const from = c.req.header("referer");
  if (!from || !URL.canParse(from)) return null;
  const { host, pathname, search } = new URL(from);
  const isOurs = host === c.req.header("host") && pathname.startsWith("/organize");
  return isOurs && pathname !== c.req.path ? pathname + search : null;
}
