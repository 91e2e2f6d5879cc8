import type { Language } from "#server/domain/language.ts";
import { breakLines, cutLines, type Line, lineEm, marksOf, type Part } from "./lines.ts";
import { type Ink, type Mark, mmOf, ptOf } from "./mark.ts";
import { CAPITAL_EM, DESCENT_EM } from "./width.ts";

/** Where words have to fit, and the sizes to try, largest first. */
export type Room = {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly sizesPt: readonly number[];
};

export type TextBlock = {
  readonly lines: readonly Line[];
  readonly sizePt: number;
  /** From the top of its capitals to below its last letters. */
  readonly heightMm: number;
  /** Whether the end is missing. */
  readonly isCut: boolean;
};

const LEADING_EM = 1.18;
/** Of what is rounded on the way from millimetres to letters. */
const SLACK_EM = 0.001;

/**
 * Words as large as the room allows. A word is broken only when no size holds it whole, and what does not fit at the
 * smallest size ends in "…".
 */
export function fitText(parts: readonly Part[], room: Room): TextBlock {
  const tries = room.sizesPt.map((sizePt) => {
    const mostEm = ptOf(room.widthMm) / sizePt - SLACK_EM;
    const { lines, isForced } = breakLines(parts, mostEm);
    return { sizePt, mostEm, lines, isForced, fits: lines.length <= linesIn(room.heightMm, sizePt) };
  });
  const best =
    tries.find(({ fits, isForced }) => fits && !isForced) ?? tries.find(({ fits }) => fits) ?? tries.at(-1);
  if (!best) throw new Error("No size to set words in.");
  const { sizePt, mostEm } = best;
  const lines = cutLines(best.lines, linesIn(room.heightMm, sizePt), mostEm);
  const isCut = best.lines.length > lines.length;
  return { lines, sizePt, heightMm: heightMmOf(lines.length, sizePt), isCut };
}

export function drawText(
  { lines, sizePt }: TextBlock,
  at: {
    readonly xMm: number;
    readonly topMm: number;
    readonly ink?: Ink;
    readonly language?: Language;
    /** Each line in the middle of this; else they begin at the left. */
    readonly middleOfMm?: number;
  },
): readonly Mark[] {
  const { xMm, topMm, ink = "black", language = null, middleOfMm } = at;
  return lines.flatMap((line, row) => {
    const inset = middleOfMm === undefined ? 0 : (middleOfMm - mmOf(lineEm(line) * sizePt)) / 2;
    const yMm = topMm + mmOf(sizePt * (CAPITAL_EM + row * LEADING_EM));
    return marksOf(line, { xMm: xMm + inset, yMm, sizePt, ink, language });
  });
}

export function heightMmOf(lines: number, sizePt: number): number {
  return lines === 0 ? 0 : mmOf(sizePt * (CAPITAL_EM + DESCENT_EM + (lines - 1) * LEADING_EM));
}

function linesIn(heightMm: number, sizePt: number): number {
  const more = (ptOf(heightMm) / sizePt - CAPITAL_EM - DESCENT_EM) / LEADING_EM;
  return Math.max(0, Math.floor(more + SLACK_EM) + 1);
}
