import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { extname } from "node:path";
import { Hono } from "hono";

/** All that a browser may load, under the path it has in `kiosk/`. Nothing else of the disk can be reached. */
const FILES = [
  "icon.svg",
  "card/browser/camera.ts",
  "card/browser/desk.ts",
  "card/browser/waiting.ts",
  "card/card.css",
  "cards/sheet.css",
  "organize/base.css",
  "organize/broadcast.css",
  "organize/browser/preview.ts",
  "organize/browser/progress.ts",
  "organize/forms.css",
  "organize/parts.css",
  "organize/print.css",
  "organize/crowd.css",
  "organize/browser/inbox.ts",
  "organize/browser/print.ts",
  "organize/slip.css",
  "home/attract.css",
  "print/browser/slip.ts",
  "print/slip.css",
  "keyboard/browser/keys.ts",
  "keyboard/browser/layouts.ts",
  "keyboard/browser/pad.ts",
  "keyboard/browser/start.ts",
  "keyboard/keyboard.css",
  "shell/overlays.css",
  "shell/shell.css",
  "shell/parts.css",
  "shell/browser/clock.ts",
  "shell/browser/connection.ts",
  "shell/browser/fault.ts",
  "shell/browser/idle.ts",
  "shell/browser/keypad.ts",
  "shell/browser/listen.ts",
  "shell/browser/looks.ts",
  "shell/browser/main.ts",
  "shell/browser/shown.ts",
  "shell/browser/start-over.ts",
  "shell/browser/walk.ts",
  "simulator/keys.css",
  "simulator/page.css",
  "simulator/phone.css",
  "simulator/screen.css",
  "simulator/browser/main.ts",
  "simulator/browser/characters.ts",
  "simulator/browser/dom.ts",
  "simulator/browser/draft.ts",
  "simulator/browser/keypad.ts",
  "simulator/browser/line.ts",
  "simulator/browser/multi-tap.ts",
  "simulator/browser/numbers.ts",
  "simulator/browser/phone.ts",
  "simulator/browser/polling.ts",
  "simulator/browser/thread.ts",
];

/** The reader of pictures and the keys to touch come from their packages as they are. */
const PACKAGED: Readonly<Record<string, string>> = {
  "simple-keyboard/index.js": "simple-keyboard/build/index.modern.esm.js",
  "zxing/es/reader/index.js": "zxing-wasm/dist/es/reader/index.js",
  "zxing/es/share.js": "zxing-wasm/dist/es/share.js",
  "zxing/zxing_reader.wasm": "zxing-wasm/dist/reader/zxing_reader.wasm",
};

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".ts": "text/javascript; charset=utf-8",
};

/** Styles and scripts, read once at the start. Browsers keep them but ask each time, so an update shows at once. */
export function assetRoutes(): Hono {
  const routes = new Hono();
  for (const file of FILES) serve(routes, file, read(file));
  const modules = new URL("../../node_modules/", import.meta.url);
  for (const [path, file] of Object.entries(PACKAGED))
    serve(routes, path, readFileSync(new URL(file, modules)));
  return routes;
}

function serve(routes: Hono, path: string, content: string | Buffer): void {
  const body = new Uint8Array(Buffer.from(content));
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  const headers = {
    "content-type": TYPES[extname(path)] ?? "application/octet-stream",
    "cache-control": "no-cache",
    etag,
  };
  routes.get(`/${path}`, (c) =>
    c.req.header("if-none-match") === etag ? c.body(null, 304, headers) : c.body(body, 200, headers),
  );
}

/** Browser code is TypeScript without its types: there is no build, and `tsc` checks it with the rest. */
function read(file: string): string {
  const text = readFileSync(new URL(`../../kiosk/${file}`, import.meta.url), "utf8");
  return file.endsWith(".ts") ? stripTypeScriptTypes(text) : text;
}
