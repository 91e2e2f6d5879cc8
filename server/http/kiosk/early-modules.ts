import { readFileSync } from "node:fs";
import { posix } from "node:path";
import { createMiddleware } from "hono/factory";

const ENTRY = "shell/browser/main.ts";

/**
 * Names every script that the first screen needs in the head of the answer (RFC 8288), so that a slow machine asks for
 * all of them at once instead of finding one behind the other. Screens that come later have them already.
 */
export function earlyModules() {
  const link = modulesBehind(ENTRY)
    .map((file) => `</assets/${file}>; rel=modulepreload`)
    .join(", ");
  return createMiddleware(async (c, next) => {
    await next();
    if (c.req.header("sec-fetch-dest") === "document") c.header("link", link);
  });
}

/** A script and all that it imports at once, by the path each has in `kiosk/`; what it imports later is not among them. */
function modulesBehind(file: string, found = new Set<string>()): readonly string[] {
  if (found.has(file)) return [];
  found.add(file);
  const text = readFileSync(new URL(`../../../kiosk/${file}`, import.meta.url), "utf8");
  for (const [, type, path] of text.matchAll(/^import (type )?[^"]*"(\.[^"]+)";/gm))
    if (!type && path) modulesBehind(posix.join(posix.dirname(file), path), found);
  return [...found];
}
