export type NumberSayings = {
  noSuchNumber: { number: number };
  numberClosed: { number: number };
  /** The post has no introduction yet: nobody to write to. */
  noLineYet: { number: number };
  /** A post with several introductions: which one? */
  whichLine: { number: number; lines: readonly number[] };
  /** DROP, DONE, STILL or MUTE without a number. */
  whichNumber: { verb: "drop" | "done" | "still" | "mute"; numbers: readonly number[] };
  /** A number of an introduction without words after it. */
  noWords: { line: number };
  lineMuted: { line: number };
};
