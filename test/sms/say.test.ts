import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LANGUAGES, type Language } from "#server/domain/language.ts";
import { toGsm7 } from "#sms/gsm.ts";
import { en } from "#sms/messages/en.ts";
import { es } from "#sms/messages/es.ts";
import type { Saying } from "#sms/messages/saying.ts";
import { say } from "#sms/reply.ts";
import { countSegments, isGsm7 } from "#sms/segments.ts";
import { everySaying, LONGEST_SPEECH, NOW, postOf, SPEECH } from "#test/sms/every-saying.ts";

const fri = new Date("2026-11-27T22:00:00Z");
const tarps = { ...postOf("tarps", 2, fri), untilTimed: false };

const CONVERSATION: readonly (readonly [Saying, string])[] = [
  [
    { key: "needPosted", number: 47, post: tarps, asksFrom: null },
    "Willow Camp: got it, no. 47: 2 tarps, till Fri. We text you when someone can help. Text DROP 47 to take it down.",
  ],
  [
    { key: "giftPosted", number: 52, post: postOf("tarps", 3) },
    "Willow Camp: thank you! No. 52: tarps, 3. We ask you when someone needs them. Text DROP 52 to take it down.",
  ],
  [
    { key: "ask", need: 47, gift: 52, post: tarps },
    "Willow Camp: someone needs 2 tarps till Fri (no. 47). Your gift 52 could help. Reply 1 to help, 2 not this time.",
  ],
  [
    { key: "introducedGiver", need: 47, gift: 52, line: 81, post: postOf("tarps", 3), left: 1 },
    "Willow Camp: great! You and the person with need 47 can write: text 81 and your words. Numbers stay hidden. 1 tarp of your 3 stays listed.",
  ],
  [
    { key: "introducedNeeder", need: 47, line: 81, post: postOf("tarps", 2) },
    "Willow Camp: someone can give 2 tarps (no. 47). Text 81 and your words to reach them. Numbers stay hidden. Text DONE 47 once you have it.",
  ],
  [{ key: "passedOn", masked: false }, "Willow Camp: passed on."],
  [{ key: "relay", line: 81, words: "big tent at 5?" }, "81: big tent at 5?"],
];

describe("the conversation goes word for word as the contract has it", () => {
  it.each(CONVERSATION)("$key", (saying, text) => {
    expect(say(saying, "en", SPEECH)).toBe(text);
  });
});

const THINGS = [
  "t".repeat(300),
  "blue tarps of any size ".repeat(14),
  "😀👩‍👩‍👧‍👦".repeat(40),
  "帐篷和毯子".repeat(60),
  "lonas ñandú €[]{}~^|\\ ".repeat(14),
  "",
];

describe.each(LANGUAGES)("every text in %s", (language: Language) => {
  it.each(THINGS)("is one segment, whatever was posted: %.20s", (thing) => {
    for (const saying of everySaying(thing)) {
      if (saying.key === "relay") continue;
      for (const speech of [SPEECH, LONGEST_SPEECH]) {
        const text = say(saying, language, speech);
        expect(toGsm7(text), saying.key).toBe(text);
        expect(text.length, text).toBeLessThanOrEqual(160);
        expect(countSegments(text), text).toBe(1);
      }
    }
  });

  it("fits for any thing at all", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (thing) => {
        for (const saying of everySaying(thing)) {
          const text = say(saying, language, LONGEST_SPEECH);
          expect(countSegments(text)).toBeLessThanOrEqual(saying.key === "relay" ? 3 : 1);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("is there for every key", () => {
    const keys = new Set(everySaying("tarps").map(({ key }) => key));
    expect(keys).toEqual(new Set(Object.keys(language === "en" ? en : es)));
  });

  it("opens with the camp's name, but for words passed on", () => {
    for (const saying of everySaying("tarps")) {
      if (saying.key !== "relay") expect(say(saying, language, SPEECH)).toMatch(/^Willow Camp\b/);
    }
  });

  it("holds no phone number and no link", () => {
    for (const saying of everySaying("tarps")) {
      expect(say(saying, language, SPEECH)).not.toMatch(
        /\+\d|\d{3}[- ]\d{3}[- ]\d{4}|\d{7,}|https?:|www\.|\.(?:com|org)\b/i,
      );
    }
  });

  it("tells nobody to text a word that a carrier keeps for itself", () => {
    for (const saying of everySaying("tarps")) {
      const text = say(saying, language, SPEECH);
      expect(text, text).not.toMatch(
        /\b(?:OFFER|YES|END|CANCEL|INFO|QUIT|REVOKE|OPTOUT|UNSUBSCRIBE|STOPALL|UNSTOP)\b/,
      );
      if (saying.key !== "stopped") expect(text).not.toMatch(/\bSTART\b/);
      if (!["help", "menu", "newsOn"].includes(saying.key)) expect(text).not.toMatch(/\bSTOP\b/);
    }
  });
});

describe.each(LANGUAGES)("a thing too long for one text, in %s", (language) => {
  it("is all that is cut: numbers and the next step stay", () => {
    const short = everySaying("t").map((saying) => say(saying, language, LONGEST_SPEECH));
    everySaying("t".repeat(300)).forEach((saying, at) => {
      if (saying.key === "relay") return;
      expect(say(saying, language, LONGEST_SPEECH).slice(-6), saying.key).toBe(short[at]?.slice(-6));
      expect(short[at], saying.key).not.toMatch(/\.\.$/);
    });
  });
});

describe("who we are, how often, what it costs and how to stop", () => {
  it.each([
    ["help", "en", [/^Willow Camp/, /info tent/, /3 asks a day/, /Msg&data rates may apply/, /STOP/]],
    ["newsOn", "en", [/^Willow Camp/, /info tent/, /how often/, /Msg&data rates may apply/, /STOP/, /HELP/]],
    [
      "menu",
      "en",
      [
        /^Willow Camp/,
        /1 NEED 2 GIFT 3 GROUP 4 AGENDA 0/,
        /info tent/,
        /Msg&data rates may apply/,
        /STOP/,
        /HELP/,
      ],
    ],
    ["help", "es", [/^Willow Camp/, /info tent/, /3 avisos al dia/, /tarifas msj\/datos/, /STOP/]],
    ["newsOn", "es", [/^Willow Camp/, /info tent/, /cuando/, /tarifas msj\/datos/, /STOP/, /HELP/]],
    [
      "menu",
      "es",
      [
        /^Willow Camp/,
        /1 NECESITO 2 REGALO 3 GRUPO 4 AGENDA 0/,
        /info tent/,
        /tarifas msj\/datos/,
        /STOP/,
        /AYUDA/,
      ],
    ],
  ] as const)("is in %s (%s)", (key, language, parts) => {
    const text = say({ key }, language, SPEECH);
    for (const part of parts) expect(text).toMatch(part);
  });
});

describe("words passed on", () => {
  const relayed = (words: string) => say({ key: "relay", line: 81, words }, "en", { ...SPEECH, now: NOW });

  it.each(["see you at 5", "¿mañana a las 5? Sí", "帐篷在哪里", "👍🏽 ok", "[x] {y} €5", "İstanbul"])(
    "stay as written: %s",
    (words) => {
      expect(relayed(words)).toBe(`81: ${words}`);
    },
  );

  it("have the phone's curly quotes and long dashes made plain, which cost a second alphabet", () => {
    expect(relayed("I’m “here” – wait…")).toBe(`81: I'm "here" - wait...`);
  });

  it("are cut to one segment where the phone alphabet is enough, to three otherwise", () => {
    const plain = relayed("meet me ".repeat(60));
    expect([plain.length, countSegments(plain), plain.slice(-2)]).toEqual([160, 1, ".."]);
    const brackets = relayed("[]".repeat(300));
    expect([isGsm7(brackets), countSegments(brackets), brackets.slice(-2)]).toEqual([true, 1, ".."]);
    for (const words of ["帐篷".repeat(300), "👩‍👩‍👧‍👦".repeat(100), "ê".repeat(300)]) {
      const other = relayed(words);
      expect([countSegments(other), other.slice(-2)]).toEqual([3, ".."]);
      expect(other.isWellFormed()).toBe(true);
    }
  });
});
