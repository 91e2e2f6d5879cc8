import { describe, expect, it } from "vitest";
import { LANGUAGES, type Language } from "#server/domain/language.ts";
import type { Saying, Speech } from "#sms/messages/saying.ts";
import type { ListedGathering } from "#sms/messages/sayings/gatherings.ts";
import type { ListedGroup } from "#sms/messages/sayings/groups.ts";
import { pageOf, say } from "#sms/reply.ts";
import { LONGEST_SPEECH, NOW, SPEECH } from "#test/sms/every-saying.ts";

const FAR = new Date("2027-09-30T03:30:00Z");
const NAME = "The great circle of all of the camps!";
const groups: readonly ListedGroup[] = Array.from({ length: 30 }, (_, at) => ({
  number: at % 4 === 0 ? 9000 + at : (at % 8) + 1,
  name: at % 3 === 0 ? "Kitchen" : `${at} ${NAME}`,
  next: at % 2 === 0 ? { startsAt: FAR, place: NAME } : null,
  asleep: at > 20,
}));
const gatherings: readonly ListedGathering[] = Array.from({ length: 30 }, (_, at) => ({
  title: at % 3 === 0 ? "Soup" : `${at} ${NAME}`,
  place: at % 2 === 0 ? NAME : "Hill",
  startsAt: at % 5 === 0 ? NOW : FAR,
}));

type Page = { readonly page: readonly unknown[]; readonly text: string; readonly last: boolean };

/** A list from its first page to its last. */
function pagesOf<Item>(
  items: readonly Item[],
  language: Language,
  speech: Speech,
  sayingOf: (page: readonly Item[], more: boolean) => Saying,
): readonly Page[] {
  const pages: Page[] = [];
  for (let from = 0; ; ) {
    const { page, next } = pageOf(items, from, sayingOf, language, speech);
    pages.push({ page, text: say(sayingOf(page, next !== null), language, speech), last: next === null });
    if (next === null) return pages;
    from = next;
  }
}

describe.each(LANGUAGES)("a list of groups or gatherings in %s", (language) => {
  it.each([
    ["typical", SPEECH],
    ["longest", LONGEST_SPEECH],
  ])("shows all of them, page by page, whole and behind digits 1 to 8 (%s)", (_, speech) => {
    const lists: readonly (readonly Page[])[] = [
      pagesOf(groups, language, speech, (items, more) => ({ key: "groups", items, more })),
      pagesOf(gatherings, language, speech, (items, more) => ({ key: "agenda", day: NOW, items, more })),
    ];
    for (const pages of lists) {
      expect(pages.flatMap(({ page }) => page)).toHaveLength(30);
      for (const { page, text, last } of pages) {
        expect(page.length).toBeGreaterThan(0);
        expect(page.length).toBeLessThanOrEqual(8);
        for (const at of page.keys()) expect(text).toContain(`${at + 1} `);
        expect(/, 9 (?:for more|para seguir)\.$/.test(text)).toBe(!last);
      }
    }
  });

  it("is empty where there is nothing", () => {
    expect(pageOf([], 0, () => ({ key: "groupsNone" }), language, SPEECH)).toEqual({ page: [], next: null });
  });
});
