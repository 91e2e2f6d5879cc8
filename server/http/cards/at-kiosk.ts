import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context as Request } from "hono";
import type { Desk } from "./desk.ts";

/** The touchscreen. People act for themselves there, and from this machine only. */
export const KIOSK_DESK: Desk = {
  path: "/kiosk/card",
  door: "kiosk",
  mayAct: isThisMachine,
  guesser: () => "this machine",
  actor: () => null,
};

/** A screen elsewhere acts once an organizer has paired it, which is not there yet. */
function isThisMachine(c: Request): boolean {
  const address = getConnInfo(c).remote.address ?? "";
  const isLocal = /^(?:127\.|::1$|::ffff:127\.)/.test(address);
  return isLocal && c.req.header("x-forwarded-for") === undefined;
}
