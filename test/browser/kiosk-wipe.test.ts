import type { Browser, CDPSession, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { showPosted } from "#test/browser/kiosk-stage.ts";
import { launchBrowser, open } from "#test/browser/stage.ts";
import { type Camp, startCamp } from "#test/support/camp.ts";
import { liveCards } from "#test/support/cards.ts";

/** As nobody but this person would say it. */
const SECRET = "ointment for my sore knee";

let camp: Camp;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  camp = await startCamp({ frozen: false });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await camp.close();
});
afterEach(() => page.context().close());

/** Somebody writes on a card, listens, and has a slip on the screen; its digits. */
async function leaveTraces(): Promise<string> {
  const [blank] = await liveCards(camp.booted.ctx, { meaning: { kind: "blank" } });
  const opened = await open(browser, `${camp.url}/healthz`, { hasTouch: true, serviceWorkers: "allow" });
  page = opened.page;
  await page.clock.install();
  await page.goto(`${camp.url}/kiosk`);
  await page.getByRole("link", { name: "Touch to begin" }).tap();
  await page.getByRole("heading", { name: "What brings you here?" }).waitFor();
  await page.getByRole("button", { name: "Large text" }).tap();
  await page.getByRole("button", { name: "Strong contrast" }).tap();
  await showPosted(page, "/kiosk/card/write?lang=en", { seen: blank?.token ?? "", kind: "need" });
  await page.getByLabel("What, how many").fill(SECRET);
  await page.getByRole("button", { name: "Write it" }).tap();
  await page.getByRole("heading", { name: "Your card is ready" }).waitFor();
  return (await page.locator(".says .digits").textContent()) ?? "";
}

/** Everything that the browser keeps for our pages, as one text. */
async function allThatIsKept(): Promise<string> {
  const kept = await page.evaluate(async () => {
    const parts = [document.documentElement.outerHTML, JSON.stringify({ ...localStorage }), document.cookie];
    parts.push(JSON.stringify({ ...sessionStorage }), location.href, document.referrer);
    for (const name of await caches.keys()) {
      const store = await caches.open(name);
      for (const request of await store.keys()) {
        parts.push(request.url);
        // Only words of ours may be in it; a picture or a program is none.
        const answer = await store.match(request);
        if (/text|json/.test(answer?.headers.get("content-type") ?? ""))
          parts.push((await answer?.text()) ?? "");
      }
    }
    for (const { name } of await indexedDB.databases()) parts.push(`database ${name}`);
    return parts.join("\n");
  });
  return `${kept}\n${JSON.stringify(await page.context().cookies())}`;
}

/** All strings in the memory of the page, after what nobody holds was let go. */
async function memory(): Promise<string> {
  const wire: CDPSession = await page.context().newCDPSession(page);
  const parts: string[] = [];
  wire.on("HeapProfiler.addHeapSnapshotChunk", ({ chunk }) => parts.push(chunk));
  await wire.send("HeapProfiler.enable");
  await wire.send("HeapProfiler.collectGarbage");
  await wire.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  await wire.detach();
  return parts.join("");
}

async function expectNothingLeft(slip: string, lengthBefore: number): Promise<void> {
  const kept = await allThatIsKept();
  for (const trace of [SECRET, slip, slip.replace(/\s/g, "")]) expect(kept).not.toContain(trace);
  expect(kept).not.toMatch(/database /);
  expect(kept).not.toMatch(/<html[^>]*data-(?:large|contrast)/);
  expect(await page.evaluate(() => Object.keys(localStorage).concat(Object.keys(sessionStorage)))).toEqual(
    [],
  );
  expect(await page.evaluate(() => history.length)).toBe(lengthBefore);
  expect(await page.locator(".slip").count()).toBe(0);
  expect(await memory()).not.toContain(SECRET);
  await page.goBack({ waitUntil: "load" });
  expect(await page.content()).not.toContain(SECRET);
  await page.goForward({ waitUntil: "load" });
  expect(await page.content()).not.toContain(SECRET);
}

test("after Start over nothing of the last person is in the page, its memory, any storage or the history", {
  timeout: 120_000,
}, async () => {
  const slip = await leaveTraces();
  expect(await memory()).toContain(SECRET);
  const before = await page.evaluate(() => history.length);
  await page.getByRole("link", { name: "Start over" }).tap();
  await page.getByRole("link", { name: "Touch to begin" }).waitFor();
  await expectNothingLeft(slip, before);
});

test("whoever walks away is forgotten after 60 seconds, with a warning 25 seconds before", {
  timeout: 120_000,
}, async () => {
  const slip = await leaveTraces();
  const before = await page.evaluate(() => history.length);
  await page.clock.runFor(34_000);
  expect(await page.getByText("Are you still here?").isVisible()).toBe(false);
  await page.clock.runFor(2_000);
  await page.getByText("Are you still here?").waitFor();
  await page.clock.runFor(26_000);
  await page.getByRole("link", { name: "Touch to begin" }).waitFor();
  await expectNothingLeft(slip, before);
});

test("speech stops with the visit", { timeout: 120_000 }, async () => {
  await leaveTraces();
  await page.evaluate(() => {
    const { cancel } = SpeechSynthesis.prototype;
    SpeechSynthesis.prototype.cancel = function (this: SpeechSynthesis) {
      sessionStorage.setItem("stopped", "yes");
      cancel.call(this);
    };
  });
  await page.getByRole("link", { name: "Start over" }).tap();
  await page.getByRole("link", { name: "Touch to begin" }).waitFor();
  expect(await page.evaluate(() => sessionStorage.getItem("stopped"))).toBe("yes");
});
