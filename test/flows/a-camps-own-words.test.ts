import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Camp, startCamp } from "#test/support/camp.ts";
import { until } from "#test/support/until.ts";

let camp: Camp;
let folder: string;

beforeEach(async () => {
  camp = await startCamp();
  folder = join(camp.env["DATA_DIR"] ?? "", "lexicon");
  mkdirSync(folder);
});
afterEach(() => camp.close());

/** A need and a gift that only the camp's own words can bring together: was the giver asked? */
async function meets(): Promise<boolean> {
  const giver = camp.phone();
  await giver.text("GIFT snorkbox");
  await camp.settled();
  await camp.phone().text("NEED flimmer");
  return (await giver.unread()).length > 0;
}

test("a word that the camp adds is understood without a restart, and no more when it is taken out", async () => {
  expect(await meets()).toBe(false);
  const words = "[goods]\nsnorkbox: snorkbox, flimmer / chunche\n";
  writeFileSync(join(folder, "our-words.txt"), words);
  await until("the camp's words are known", meets);
  rmSync(join(folder, "our-words.txt"));
  await until("the camp's words are forgotten", async () => !(await meets()));
});

test("a slip in the camp's file costs its line, is logged, and the rest counts", async () => {
  writeFileSync(join(folder, "our-words.txt"), "This is no line\nsnorkbox: snorkbox, flimmer\n");
  await until("the camp's words are known", meets);
  expect(camp.logged.join("\n")).toContain("camp/our-words.txt:1");
});
