import { expect, test } from "vitest";
import { assetRoutes } from "#server/http/assets.ts";

const assets = assetRoutes();

test.each([
  ["/shell/shell.css", "text/css; charset=utf-8"],
  ["/icon.svg", "image/svg+xml"],
  ["/simulator/browser/main.ts", "text/javascript; charset=utf-8"],
])("%s is served as %s, and not sent again to who has it", async (path, type) => {
  const first = await assets.request(path);
  expect(first.status).toBe(200);
  expect(first.headers.get("content-type")).toBe(type);
  const again = await assets.request(path, { headers: { "if-none-match": first.headers.get("etag") ?? "" } });
  expect(again.status).toBe(304);
  expect(await again.text()).toBe("");
});

test("scripts reach the browser without types", async () => {
  expect(await (await assets.request("/simulator/browser/dom.ts")).text()).not.toContain(": ParentNode");
});

test.each([
  "/",
  "/page.ts",
  "/simulator/page.ts",
  "/../package.json",
  "/..%2fpackage.json",
  "/simulator/browser/",
])("%s is not to be had", async (path) => {
  expect((await assets.request(path)).status).toBe(404);
});
