import { randomUUID } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { learnOnce } from "#server/learn-once.ts";
import { learn } from "#server/matching/know/knowledge.ts";
import { findPacked } from "#server/matching/know/packed.ts";

const NO_COMMON_WORDS = { en: [], es: [], others: [] };

test("what the lexicon says is learnt once, anew after an edit, and what a power cut or a bad disk left of it is not believed", () => {
  const name = `test-${randomUUID()}`;
  const kept = fileURLToPath(new URL(`../../node_modules/.cache/giftline/${name}`, import.meta.url));
  onTestFinished(() => rmSync(kept));
  let times = 0;
  const conceptsOf = (word: string) => {
    const files = [{ name: "a.txt", text: `tent: ${word} / carpa` }];
    const learnt = learnOnce(name, files, () => {
      times++;
      return learn(files, NO_COMMON_WORDS);
    });
    expect(learnt).toEqual(learn(files, NO_COMMON_WORDS));
    return findPacked(learnt.lexicon.terms.phrases, word)?.map(({ concept }) => concept);
  };
  expect(conceptsOf("yurt")).toEqual(["tent"]);
  expect(conceptsOf("yurt")).toEqual(["tent"]);
  expect(times).toBe(1);
  expect(conceptsOf("dome")).toEqual(["tent"]);
  expect(times).toBe(2);
  const whole = readFileSync(kept);
  for (const length of [0, 20, 35, 36, 60, whole.length - 1]) {
    writeFileSync(kept, whole.subarray(0, length));
    expect(conceptsOf("dome")).toEqual(["tent"]);
  }
  whole.writeUInt8(whole.readUInt8(100) ^ 1, 100);
  writeFileSync(kept, whole);
  expect(conceptsOf("dome")).toEqual(["tent"]);
  expect(times).toBe(9);
});
