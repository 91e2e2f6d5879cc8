import { posix } from "node:path";
import { expect, test } from "vitest";
import { filesLike, foundIn, textOf } from "./repository.ts";

/** Who may import whom: leftwards, which is upwards here. A folder or file has the layer of its longest name. */
const LAYERS: readonly (readonly string[])[] = [
  ["server/domain/", "server/matching/"],
  ["sms/"],
  [
    "server/config.ts",
    "server/knowledge.ts",
    "server/learn-once.ts",
    "server/limits.ts",
    "server/log.ts",
    "server/machine.ts",
    "server/metrics.ts",
    "server/printer/",
    "server/private-address.ts",
    "server/vault.ts",
    "server/version.ts",
    "server/embedded/",
    "server/database.ts",
  ],
  ["server/store/"],
  ["server/keys/"],
  ["server/jobs/definitions.ts", "server/jobs/queues.ts", "server/jobs/outbox.ts"],
  ["server/matcher.ts"],
  ["server/context.ts"],
  ["server/actions/"],
  ["server/jobs/handlers.ts", "server/jobs/drain-sends.ts", "server/jobs/worker.ts"],
  ["kiosk/"],
  ["server/http/"],
  ["server/upkeep/"],
  ["server/boot.ts"],
  ["server/main.ts"],
  ["prisma/demo/"],
  ["scripts/"],
  ["test/support/"],
  ["scripts/bench/"],
  ["test/"],
];

/** Packages that one part alone may know, so that they can be exchanged there. */
const HOMES: readonly (readonly [packages: RegExp, homes: RegExp])[] = [
  [/^@?prisma(\/|$)/, /^server\/store\//],
  [/^(bullmq|ioredis)$/, /^server\/jobs\//],
  [/^twilio(\/|$)/, /^sms\/twilio\//],
  [/^(hono|@hono\/.+)(\/|$)/, /^(server\/http|kiosk)\//],
  [/^node:(?!url|path)/, /^(?!server\/(domain|matching)\/)/],
];

const TWILIO_NAMES =
  /\b(?:MessageSid|SmsSid|AccountSid|MessagingServiceSid|MessageStatus|NumMedia|NumSegments|OptOutType|ErrorCode)\b|[xX]-[tT]wilio/;
const TWILIO_HOMES = /^(sms\/(twilio|simulator)\/|server\/http\/(twilio|simulator)\.ts$)/;

const PRODUCT = ["server/**/*.ts", "sms/**/*.ts", "kiosk/**/*.ts"];
const product = filesLike(...PRODUCT);
const all = filesLike(...PRODUCT, "scripts/**/*.{ts,mjs}", "test/**/*.ts");

type Import = { readonly from: string; readonly to: string; readonly typeOnly: boolean };
const imports = all.flatMap(importsOf);

test("every file has a layer", () => {
  expect(all.filter((file) => layerOf(file) === -1)).toEqual([]);
});

test("imports go leftwards only", () => {
  const wrong = imports.filter((each) => layerOf(each.from) < layerOf(each.to) && !isAllowedAhead(each));
  expect(wrong.map(arrow)).toEqual([]);
});

test("nothing imports test or scripts, but that benches stand on the tests' carrier and servers", () => {
  const isBench = ({ from, to }: Import) =>
    from.startsWith("scripts/bench/") && to.startsWith("test/support/");
  const wrong = imports.filter(
    (each) => /^(test|scripts)\//.test(each.to) && top(each.from) !== top(each.to) && !isBench(each),
  );
  expect(wrong.map(arrow)).toEqual([]);
});

test("pages take nothing but types from the server", () => {
  const wrong = imports.filter(
    ({ from, to, typeOnly }) => top(from) === "kiosk" && top(to) === "server" && !typeOnly,
  );
  expect(wrong.map(arrow)).toEqual([]);
});

test.each(HOMES)("%s is known in %s alone", (packages, homes) => {
  const users = imports.filter(({ from, to }) => product.includes(from) && packages.test(to));
  expect(users.filter(({ from }) => !homes.test(from)).map(arrow)).toEqual([]);
});

test("Twilio's field names end where its texts come in and go out", () => {
  const strangers = product.filter((file) => !TWILIO_HOMES.test(file));
  const said = (file: string) => TWILIO_NAMES.exec(textOf(file))?.[0];
  expect(strangers.filter(said).map((file) => `${file}: ${said(file)}`)).toEqual([]);
});

test("the environment is read in one place", () => {
  const passing = new Set(["server/main.ts", "server/boot.ts"]);
  const readers = product.filter((file) => {
    const text = textOf(file);
    return /process\.env|process\["env"\]/.test(
      passing.has(file) ? text.replaceAll("loadConfig(process.env)", "") : text,
    );
  });
  expect(readers.filter((file) => file !== "server/config.ts")).toEqual([]);
});

test("rules take the time, they do not look at a clock", () => {
  const pure = product.filter((file) => /^server\/(domain|matching)\//.test(file));
  expect(pure.filter((file) => /\bnew Date\(\)|Date\.now\(|Math\.random\(/.test(textOf(file)))).toEqual([]);
});

test("no file is long, and half of them are short", () => {
  const sized = (files: readonly string[]) =>
    files.map((file) => ({ file, lines: textOf(file).split("\n").length - 1 }));
  const long = sized([...all, ...filesLike("kiosk/**/*.css")]).filter(({ lines }) => lines > 250);
  expect(long).toEqual([]);
  const lengths = sized(filesLike("server/**/*.ts", "sms/**/*.ts")).map(({ lines }) => lines);
  const median = lengths.sort((a, b) => a - b)[Math.floor(lengths.length / 2)];
  expect(median, `the median of ${lengths.length} files is ${median} lines`).toBeLessThanOrEqual(60);
});

function layerOf(file: string): number {
  const names = LAYERS.flat().filter(
    (name) => file === name || (name.endsWith("/") && file.startsWith(name)),
  );
  const [longest] = names.sort((a, b) => b.length - a.length);
  return LAYERS.findIndex((layer) => longest !== undefined && layer.includes(longest));
}

/** A page names what it shows; who gives it is nobody's business before. */
function isAllowedAhead({ from, to, typeOnly }: Import): boolean {
  return typeOnly && from.startsWith("kiosk/") && to.startsWith("server/");
}

function importsOf(from: string): readonly Import[] {
  const statements = /^(?:import|export)\s+(type\s)?(?:[^;"']*?\sfrom\s+)?["']([^"']+)["']/gm;
  const text = textOf(from);
  const still = [...text.matchAll(statements)].map(([, type, to]) => ({
    to: to ?? "",
    typeOnly: Boolean(type),
  }));
  const late = foundIn(text, /\bimport\(\s*["']([^"']+)["']/g).map((to) => ({ to, typeOnly: false }));
  return [...still, ...late].map(({ to, typeOnly }) => ({ from, to: fileOf(from, to), typeOnly }));
}

/** A file of ours by its path from the root; a package by its name. */
function fileOf(from: string, to: string): string {
  if (to.startsWith(".")) return posix.join(posix.dirname(from), to);
  return to.replace(/^#/, "");
}

function top(path: string): string {
  return path.split("/")[0] ?? "";
}

function arrow({ from, to }: Import): string {
  return `${from} -> ${to}`;
}
