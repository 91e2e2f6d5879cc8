import { type Mark, mmOf } from "./mark.ts";
import { isWide, signsOf, type Weight, widthEm } from "./width.ts";

export type Part = { readonly words: string; readonly weight: Weight };

type Word = Part & {
  readonly em: number;
  /** The space before it, when it is not the first of its line. */
  readonly gapEm: number;
};
export type Line = readonly Word[];
export type Broken = {
  readonly lines: readonly Line[];
  /** Whether a word had to be broken that is written in one. */
  readonly isForced: boolean;
};

const SPACE_EM = 0.278;

/** Words in lines of at most `mostEm`. A word that is longer than a line is broken wherever the line ends. */
export function breakLines(parts: readonly Part[], mostEm: number): Broken {
  const words = parts.flatMap(wordsOf);
  const lines: Word[][] = [];
  let leftEm = 0;
  for (const word of words.flatMap((each) => piecesOf(each, mostEm))) {
    const last = lines.at(-1);
    if (last && word.gapEm + word.em <= leftEm) {
      last.push(word);
      leftEm -= word.gapEm + word.em;
    } else {
      lines.push([word]);
      leftEm = mostEm - word.em;
    }
  }
  return { lines, isForced: words.some(({ em }) => em > mostEm) };
}

/** The first `most` lines; where that is not all, the last one ends in "…". */
export function cutLines(lines: readonly Line[], most: number, mostEm: number): readonly Line[] {
  if (lines.length <= most) return lines;
  return [...lines.slice(0, Math.max(0, most - 1)), shortened(lines[most - 1] ?? [], mostEm)];
}

export function lineEm(line: Line): number {
  return line.reduce((sum, { em, gapEm }, at) => sum + em + (at === 0 ? 0 : gapEm), 0);
}

/** A mark for each stretch of one weight. */
export function marksOf(
  line: Line,
  mark: Omit<Extract<Mark, { kind: "words" }>, "kind" | "words" | "weight" | "widthMm">,
): readonly Mark[] {
  const marks: Mark[] = [];
  let em = 0;
  for (let from = 0, to = 0; from < line.length; from = to) {
    const weight = line[from]?.weight ?? "regular";
    while (line[to]?.weight === weight) to++;
    const stretch = line.slice(from, to);
    if (from > 0) em += stretch[0]?.gapEm ?? 0;
    const words = stretch.map((word, at) => (at > 0 && word.gapEm > 0 ? " " : "") + word.words).join("");
    const wideEm = widthEm(words, weight);
    const widthMm = mmOf(wideEm * mark.sizePt);
    marks.push({ ...mark, kind: "words", words, weight, widthMm, xMm: mark.xMm + mmOf(em * mark.sizePt) });
    em += wideEm;
  }
  return marks;
}

/** Signs of scripts that are written without spaces are words of their own. */
function wordsOf({ words, weight }: Part): readonly Word[] {
  return words
    .split(" ")
    .filter(Boolean)
    .flatMap((word) =>
      (isWide(word) ? signsOf(word) : [word]).map((piece, at) => wordOf(piece, weight, at === 0)),
    );
}

function wordOf(words: string, weight: Weight, isApart: boolean): Word {
  return { words, weight, em: widthEm(words, weight), gapEm: isApart ? SPACE_EM : 0 };
}

function piecesOf(word: Word, mostEm: number): readonly Word[] {
  if (word.em <= mostEm) return [word];
  const pieces: string[] = [""];
  let em = 0;
  for (const sign of signsOf(word.words)) {
    const wide = widthEm(sign, word.weight);
    if (em + wide > mostEm && em > 0) {
      pieces.push("");
      em = 0;
    }
    pieces.push(`${pieces.pop()}${sign}`);
    em += wide;
  }
  return pieces.map((piece, at) => wordOf(piece, word.weight, at === 0 && word.gapEm > 0));
}

/** Whole words, as long as one is left. */
function shortened(line: Line, mostEm: number): Line {
  const last = line.at(-1);
  const dots = wordOf("…", last?.weight ?? "regular", false);
  if (lineEm([...line, dots]) <= mostEm) return [...line, dots];
  if (line.length > 1) return shortened(line.slice(0, -1), mostEm);
  const signs = signsOf(last?.words ?? "").slice(0, -1);
  if (signs.length === 0) return [dots];
  return shortened([wordOf(signs.join(""), dots.weight, true)], mostEm);
}
