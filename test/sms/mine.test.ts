import { describe, expect, it } from "vitest";
import { pageOfMine } from "#sms/messages/mine.ts";
import type { MineItem } from "#sms/messages/sayings/posts.ts";
import { say } from "#sms/reply.ts";
import { LONGEST_SPEECH, postOf, SPEECH } from "#test/sms/every-saying.ts";

const tarps: MineItem = { number: 47, kind: "need", post: postOf("tarps", 2), lines: [81] };
const repair: MineItem = {
  number: 52,
  kind: "gift",
  post: postOf("bike repair in the mornings, near the gate"),
  lines: [],
};
const many: readonly MineItem[] = Array.from({ length: 12 }, (_, i) => ({
  ...(i % 2 === 0 ? tarps : repair),
  number: 100 + i,
}));

describe("the list of what I posted", () => {
  it("names each post, its line and what to do", () => {
    expect(say({ key: "mine", items: [tarps, repair], more: false }, "en", SPEECH)).toBe(
      "Willow Camp: 47 NEED 2 tarps (line 81); 52 GIFT bike repair in the mornings... Text DROP, DONE or STILL + number.",
    );
  });

  it.each(["en", "es"] as const)(
    "shows whole posts only and reaches the last one, page by page (%s)",
    (language) => {
      for (const speech of [SPEECH, LONGEST_SPEECH]) {
        const seen: number[] = [];
        while (seen.length < many.length) {
          const { shown } = pageOfMine(many, language, speech, seen.length);
          const page = many.slice(seen.length, seen.length + shown);
          const more = seen.length + shown < many.length;
          const text = say({ key: "mine", items: page, more }, language, speech);
          for (const { number } of page) expect(text).toContain(`${number} `);
          expect(/\b9 (?:for more|para mas)/.test(text)).toBe(more);
          expect(shown).toBeGreaterThan(0);
          seen.push(...page.map(({ number }) => number));
        }
        expect(seen).toEqual(many.map(({ number }) => number));
      }
    },
  );

  it("is empty for nobody's posts", () => {
    expect(pageOfMine([], "en", SPEECH)).toEqual({ shown: 0 });
  });
});
