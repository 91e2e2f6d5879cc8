import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { Hono } from "hono";
import { javascriptOf } from "../node/javascript.mjs";

/** All that a browser may load, under the path it has in `kiosk/`. Nothing else of the disk can be reached. */
const FILES = [
  "icon.svg",
  "card/browser/camera.ts",
  "card/browser/camera-screen.ts",
  "card/browser/strokes.ts",
  "card/browser/tone.ts",
  "card/browser/wedge.ts",
  "card/browser/desk.ts",
  "card/card.css",
  "card/panel.css",
  "card/scan.css",
  "cards/sheet.css",
  "organize/base.css",
  "organize/broadcast.css",
  "organize/browser/preview.ts",
  "organize/browser/progress.ts",
  "organize/forms.css",
  "organize/map.css",
  "organize/parts.css",
  "organize/print.css",
  "organize/crowd.css",
  "organize/browser/inbox.ts",
  "organize/browser/print.ts",
  "organize/slip.css",
  "days/days.css",
  "home/attract-sizes.css",
  "home/attract.css",
  "devices/browser/pairing.ts",
  "devices/devices.css",
  "groups/groups.css",
  "groups/group.css",
  "groups/sizes.css",
  "map/map.css",
  "offline/browser/held.ts",
  "offline/browser/keep.ts",
  "offline/browser/queue.ts",
  "offline/browser/slip-code.ts",
  "offline/browser/unsent.ts",
  "print/browser/slip.ts",
  "print/slip.css",
  "keyboard/browser/keys.ts",
  "keyboard/browser/layouts.ts",
  "keyboard/browser/pad.ts",
  "keyboard/browser/start.ts",
  "keyboard/browser/typed.ts",
  "keyboard/keyboard.css",
  "posts/posts.css",
  "shell/overlays.css",
  "shell/shell.css",
  "shell/looks.css",
  "shell/parts.css",
  "shell/browser/away.ts",
  "shell/browser/clock.ts",
  "shell/browser/connection.ts",
  "shell/browser/fault.ts",
  "shell/browser/idle.ts",
  "shell/browser/keypad.ts",
  "shell/browser/listen.ts",
  "shell/browser/looks.ts",
  "shell/browser/main.ts",
  "shell/browser/pages.ts",
  "shell/browser/read-order.ts",
  "shell/browser/shown.ts",
  "shell/browser/start-over.ts",
  "shell/browser/walk.ts",
  "staff/browser/corner.ts",
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

/** The reader of pictures, the keys to touch and the check of digits come from their packages as they are. */
const PACKAGED: Readonly<Record<string, string>> = {
  "simple-keyboard/index.js": "simple-keyboard/build/index.modern.esm.js",
  "barcode/ponyfill.js": "barcode-detector/dist/es/ponyfill.js",
  "barcode/zxing-exported.js": "barcode-detector/dist/es/zxing-exported.js",
  "barcode/zxing_reader.wasm": "zxing-wasm/dist/reader/zxing_reader.wasm",
  "cdigit/damm.js": "cdigit/lib/algo/damm.js",
};

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".ts": "text/javascript; charset=utf-8",
};

/** What the other pages of ours need, and the touchscreen does not. */
const OF_OTHERS = /^(?:organize|simulator|cards)\/|^card\/(?:card\.css|browser\/desk\.ts)$/;

const CONTENTS: ReadonlyMap<string, Uint8Array<ArrayBuffer>> = new Map([
  ...FILES.map((file) => [file, bytesOf(read(file))] as const),
  ...Object.entries(PACKAGED).map(([path, file]) => [path, bytesOf(packaged(file))] as const),
]);

/** The addresses of all that the touchscreen loads. */
export const KIOSK_FILES: readonly string[] = [...CONTENTS.keys()]
  .filter((path) => !OF_OTHERS.test(path))
  .map((path) => `/assets/${path}`);

/** Another one after each change of what browsers load. */
export const ASSETS_VERSION = tagOf(Buffer.concat([...CONTENTS.values()]));

/** The worker is served beside the pages that it looks after. */
export function workerOf(): string {
  return read("offline/browser/worker.ts");
}

/** Styles and scripts, read once at the start. Browsers keep them but ask each time, so an update shows at once. */
export function assetRoutes(): Hono {
  const routes = new Hono();
  for (const [path, content] of CONTENTS) serve(routes, path, content);
  return routes;
}

function serve(routes: Hono, path: string, body: Uint8Array<ArrayBuffer>): void {
  const etag = `"${tagOf(body)}"`;
  let zipped: Uint8Array<ArrayBuffer> | undefined;
  const headers = {
    vary: "accept-encoding",
    "content-type": TYPES[extname(path)] ?? "application/octet-stream",
    "cache-control": "no-cache",
    etag,
  };
  routes.get(`/${path}`, (c) => {
    if (c.req.header("if-none-match") === etag) return c.body(null, 304, headers);
    if (!/\bgzip\b/.test(c.req.header("accept-encoding") ?? "")) return c.body(body, 200, headers);
    // Once: a kiosk's machine has better things to do at each touch.
    zipped ??= new Uint8Array(gzipSync(body));
    return c.body(zipped, 200, { ...headers, "content-encoding": "gzip" });
  });
}

/** Browser code is TypeScript without its types: there is no build, and `tsc` checks it with the rest. */
function read(file: string): string {
  const path = fileURLToPath(new URL(`../../kiosk/${file}`, import.meta.url));
  return file.endsWith(".ts") ? javascriptOf(path) : readFileSync(path, "utf8");
}

function packaged(file: string): Buffer {
  return readFileSync(new URL(`../../node_modules/${file}`, import.meta.url));
}

function bytesOf(content: string | Buffer): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(content));
}

function tagOf(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("base64url").slice(0, 22);
}
