import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { backOf } from "#kiosk/cards/back.ts";
import type { CardFace, SheetFacts } from "#kiosk/cards/face.ts";
import { frontOf } from "#kiosk/cards/front.ts";
import { latinFace, latinFacts } from "#kiosk/cards/latin-face.ts";
import { type Mark, mmOf } from "#kiosk/cards/mark.ts";
import { STOCKS } from "#kiosk/cards/stocks.ts";
import { CAPITAL_EM, DESCENT_EM } from "#kiosk/cards/width.ts";
import { anyFace, anyFacts, FACTS, sampleFaces } from "./faces.ts";

type Box = {
  readonly name: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};
type Words = Extract<Mark, { kind: "words" }>;

/** What is lost when paper slips. */
const SAFE_MM = 3.9;
const [FACE = fail()] = sampleFaces(1);

describe.each([
  ["in a PDF", latinFace, latinFacts],
  ["in a browser", (face: CardFace) => face, (facts: SheetFacts) => facts],
])("whatever people write, %s", (_, faceOf, factsOf) => {
  test("nothing leaves the front, runs into the QR code or into other words", () => {
    const check = fc.property(anyFace, anyFacts, (face, facts) => {
      const given = factsOf(facts);
      expect(faultsOf(frontOf(faceOf(face), given), given)).toEqual([]);
    });
    fc.assert(check, { numRuns: 200 });
  });
});

test("nothing leaves the back, or runs into other words", () => {
  const check = fc.property(anyFacts, fc.boolean(), (facts, isBlank) => {
    expect(faultsOf(backOf(latinFacts(facts), { isBlank }), facts)).toEqual([]);
  });
  fc.assert(check);
});

test.each([
  ["one endless word", "W".repeat(300)],
  ["many words", "a big canvas tent with a torn seam and ".repeat(8)],
  ["words in Chinese", "王小明需要一台缝纫机".repeat(30)],
])("%s of 300 letters: cut where the room ends, and it shows", (_, words) => {
  const said = wordsOn({ ...FACE, kind: "need", words, place: words, until: null });
  expect(said.filter((each) => each.endsWith("…"))).toHaveLength(2);
});

test("a word is not broken when smaller letters hold it whole", () => {
  const words = "Donaudampfschifffahrtskapitaen";
  expect(wordsOn({ ...FACE, kind: "gift", words, place: null })).toContain(words);
});

test("short words stand in large letters, the digits in at least 14 points, bold", () => {
  const marks = textOn({ ...FACE, kind: "need", words: "tea", code: "48392017563" });
  expect(marks.find(({ words }) => words === "tea")?.sizePt).toBeGreaterThanOrEqual(16);
  const digits = marks.find(({ words }) => words === "4839 2017 563");
  expect(digits?.sizePt).toBeGreaterThanOrEqual(14);
  expect(digits?.weight).toBe("bold");
});

test("a card says what to do in both languages, with the number, or without one where there is none", () => {
  for (const language of ["en", "es"] as const) {
    const said = (number: string | null) => frontWords(FACE, { ...FACTS, language, number }).join(" ");
    for (const words of ["+1\u00a0401\u00a0555\u00a00199", "info tent", "carpa"])
      expect(said("+1 401 555 0199")).toContain(words);
    expect(said(null)).toContain("to the info tent.");
    expect(said(null)).toContain("carpa de");
    expect(said(null)).not.toMatch(/text|manda/i);
  }
});

test("a blank card has boxes to tick and lines to write on, whatever it is given", () => {
  const marks = frontOf({ ...FACE, kind: null, words: "secret", place: "secret" }, FACTS);
  const said = marks.flatMap((mark) => (mark.kind === "words" ? mark.words : []));
  expect(said).toEqual(expect.arrayContaining(["NEED", "GIFT", "necesito", "regalo"]));
  expect(said.join()).not.toContain("secret");
  const rules = marks.filter((mark) => mark.kind === "shape" && /^M0 0l\d\d/.test(mark.path));
  expect(rules).toHaveLength(3);
});

test("an address that would need smaller squares than cameras read is refused in plain words", () => {
  const url = `HTTPS://${"LONG.".repeat(20)}EXAMPLE.ORG/G/0123456789ABCDEFGHJK`;
  for (const stock of ["avery-5371", "c32011-10", "plain-letter", "plain-a4"] as const)
    expect(() => frontOf({ ...FACE, url }, { ...FACTS, stock })).toThrow("PUBLIC_URL is too long for a card");
});

function faultsOf(marks: readonly Mark[], { stock }: SheetFacts): readonly string[] {
  const { widthMm, heightMm } = STOCKS[stock].card;
  const words = marks.flatMap((mark) => (mark.kind === "words" ? boxOf(mark) : []));
  const codes = marks.flatMap((mark) => (mark.kind === "qr" ? quietBoxOf(mark) : []));
  const outside = words.filter(
    ({ left, top, right, bottom }) =>
      left < SAFE_MM || top < SAFE_MM || right > widthMm - 1 || bottom > heightMm - SAFE_MM,
  );
  const boxes = [...words, ...codes];
  const clashes = boxes.flatMap((a, at) =>
    boxes
      .slice(at + 1)
      .filter((b) => isClash(a, b))
      .map((b) => [a, b]),
  );
  const cut = codes.filter(
    ({ left, top, right, bottom }) => left < 0 || top < 0 || right > widthMm || bottom > heightMm,
  );
  return [
    ...outside.map(({ name }) => `outside: ${name}`),
    ...cut.map(() => "no room for the QR code"),
    ...clashes.map(([a, b]) => `"${a?.name}" runs into "${b?.name}"`),
  ];
}

function boxOf({ words, xMm, yMm, sizePt, widthMm }: Words): Box {
  const [up, down] = [mmOf(sizePt * CAPITAL_EM), mmOf(sizePt * DESCENT_EM)];
  return { name: words, left: xMm, top: yMm - up, right: xMm + widthMm, bottom: yMm + down };
}

function quietBoxOf({ qr, xMm, yMm, moduleMm }: Extract<Mark, { kind: "qr" }>): Box {
  const [quiet, side] = [4 * moduleMm, qr.side * moduleMm];
  return {
    name: "QR",
    left: xMm - quiet,
    top: yMm - quiet,
    right: xMm + side + quiet,
    bottom: yMm + side + quiet,
  };
}

function isClash(a: Box, b: Box): boolean {
  const slack = 0.02;
  return (
    a.left < b.right - slack &&
    b.left < a.right - slack &&
    a.top < b.bottom - slack &&
    b.top < a.bottom - slack
  );
}

function textOn(face: CardFace, facts = FACTS): readonly Words[] {
  return frontOf(face, facts).flatMap((mark) => (mark.kind === "words" ? mark : []));
}

function wordsOn(face: CardFace, facts = FACTS): readonly string[] {
  return textOn(face, facts).map(({ words }) => words);
}

function frontWords(face: CardFace, facts: SheetFacts): readonly string[] {
  return wordsOn(face, facts);
}

function fail(): never {
  throw new Error("no face");
}
