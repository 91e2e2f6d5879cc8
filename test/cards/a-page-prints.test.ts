import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SheetFacts } from "#kiosk/cards/face.ts";
import { sheetPage } from "#kiosk/cards/sheet-page.ts";
import { launchBrowser, violationsOn } from "#test/browser/stage.ts";
import { expectAllRead } from "./expect-all-read.ts";
import { FACTS, sampleFaces } from "./faces.ts";
import { print } from "./paper.ts";

const FACES = sampleFaces(10);
const SITE = "http://cards.test";
const TYPES = { css: "text/css", ts: "text/javascript", svg: "image/svg+xml" } as const;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test("a browser prints the same sheet, to the same half millimetre, without styles in the page", async () => {
  const facts: SheetFacts = { ...FACTS, stock: "c32011-10", nudge: { xMm: -1.2, yMm: 0.7 }, back: true };
  const { page, complaints } = await opened(facts);
  const papers = await print(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
  expect(papers).toHaveLength(2);
  const [front, back] = papers;
  if (front) expectAllRead(front, FACES, facts);
  expect(front?.find("Print at 100")).toEqual([]);
  expect(back?.find("Qué hacer")).toHaveLength(10);
  expect(complaints).toEqual([]);
  await page.close();
});

test("on the screen a button prints, with what to mind; everybody can use it", async () => {
  const { page } = await opened({ ...FACTS, language: "es" });
  await page.evaluate("window.print = () => { document.title = 'printed'; }");
  await page.getByRole("button", { name: "Imprimir" }).click();
  expect(await page.title()).toBe("printed");
  expect(await page.getByText("Imprime al 100 % («tamaño real»)").isVisible()).toBe(true);
  expect(await violationsOn(page)).toEqual([]);
  await page.close();
});

/** The page as the site gives it: nothing but its own files may be loaded. */
async function opened(facts: SheetFacts): Promise<{ page: Page; complaints: readonly string[] }> {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on("console", (line) => complaints.push(line.text()));
  const headers = { "content-security-policy": "default-src 'self'" };
  const body = String(await sheetPage(FACES, facts));
  await page.route(`${SITE}/`, (route) =>
    route.fulfill({ body, contentType: "text/html; charset=utf-8", headers }),
  );
  await page.route(`${SITE}/assets/**`, (route) =>
    route.fulfill(assetAt(new URL(route.request().url()).pathname)),
  );
  await page.goto(`${SITE}/`);
  return { page, complaints };
}

function assetAt(path: string): { body: string; contentType: string } {
  const file = readFileSync(new URL(`../../kiosk/${path.replace("/assets/", "")}`, import.meta.url), "utf8");
  if (path.endsWith(".ts")) return { body: stripTypeScriptTypes(file), contentType: TYPES.ts };
  return { body: file, contentType: path.endsWith(".css") ? TYPES.css : TYPES.svg };
}
