import type { Phrase, Speech } from "#sms/messages/saying.ts";

/** A whole sentence, opened by the camp's name. */
export function tell({ voice }: Speech, words: string): Phrase {
  return `${voice.nodeName}: ${words}`;
}

/** The same, with the part in the middle that may be cut to fit. */
export function tellCut({ voice }: Speech, before: string, long: string, after: string): Phrase {
  return { before: `${voice.nodeName}: ${before}`, long, after };
}

const SHOWN = 5;

/** The first numbers of a list: all of them may not fit one text. */
export function some(numbers: readonly number[]): string {
  return numbers.slice(0, SHOWN).join(", ");
}

/** Words that a sentence goes on after: without the signs at their end. */
export function bare(words: string): string {
  return words.trim().replace(/[\s.,;:!?]+$/, "");
}

/** What stands behind a name in brackets, if anything. */
export function noted(notes: readonly string[]): string {
  return notes.length === 0 ? "" : ` (${notes.join(", ")})`;
}

/** The organizer's own words, ended as a sentence. */
export function sentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}

/** "20 s", "6 min", "3 h": how long something takes, rounded up. */
export function lasting(seconds: number): string {
  if (seconds < 90) return `${seconds} s`;
  return seconds < 90 * 60 ? `${Math.ceil(seconds / 60)} min` : `${Math.ceil(seconds / 3600)} h`;
}
