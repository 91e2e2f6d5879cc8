import { plainPunctuation, toGsm7 } from "#sms/gsm.ts";
import { countSegments, isGsm7 } from "#sms/segments.ts";

/** The text of a broadcast as it leaves: the camp's name first, the organizer's words as they stand. */
export function broadcastText(nodeName: string, words: string): string {
  return `${toGsm7(nodeName)}: ${plainPunctuation(words).trim().replace(/\s+/g, " ")}`;
}

export type TextPreview = {
  readonly text: string;
  readonly characters: number;
  readonly encoding: "GSM-7" | "UCS-2";
  readonly segments: number;
  /** The text in pieces; `fix` where one is outside the phone alphabet: what would stand there instead. */
  readonly pieces: readonly { readonly text: string; readonly fix: string | null }[];
};

/** What a carrier makes of the text, and which characters make it dear: one outside GSM-7 halves the room of all. */
export function previewOf(text: string): TextPreview {
  return {
    text,
    characters: [...text].length,
    encoding: isGsm7(text) ? "GSM-7" : "UCS-2",
    segments: countSegments(text),
    pieces: piecesOf(text),
  };
}

const LETTERS = new Intl.Segmenter("en", { granularity: "grapheme" });

function piecesOf(text: string): TextPreview["pieces"] {
  const pieces: { text: string; fix: string | null }[] = [];
  for (const { segment } of LETTERS.segment(text)) {
    const fix = isGsm7(segment) ? null : toGsm7(segment);
    const last = pieces.at(-1);
    if (last && last.fix === null && fix === null) last.text += segment;
    else pieces.push({ text: segment, fix });
  }
  return pieces;
}
