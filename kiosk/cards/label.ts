import type { Language } from "#server/domain/language.ts";
import { type Ink, type Mark, mmOf } from "./mark.ts";
import { CAPITAL_EM, type Weight, widthEm } from "./width.ts";

type Label = {
  readonly words: string;
  readonly weight: Weight;
  readonly sizePt: number;
  readonly xMm: number;
  /** Through the middle of its capitals. */
  readonly middleMm: number;
  readonly ink?: Ink;
  readonly language?: Language;
};

/** A few words of ours in one line, as long as they are. */
export function label(given: Label): Extract<Mark, { kind: "words" }> {
  const { words, weight, sizePt, xMm, middleMm, ink = "black", language = null } = given;
  return {
    kind: "words",
    words,
    weight,
    sizePt,
    xMm,
    yMm: middleMm + mmOf((sizePt * CAPITAL_EM) / 2),
    widthMm: mmOf(widthEm(words, weight) * sizePt),
    ink,
    language,
  };
}
