import { SegmentedMessage } from "sms-segments-calculator";
import type { Phrase } from "#sms/messages/saying.ts";

export const ONE_SEGMENT = 160;
const CUT = "..";
const PLAIN = /^[\n !"#$%&'()*+,\-./0-9:;<=>?@A-Z_a-z¡¿éñüÉÑÜ]*$/;

/** How many segments a carrier bills for `body`, whatever its alphabet. */
export function countSegments(body: string): number {
  if (body.length <= ONE_SEGMENT && PLAIN.test(body)) return 1;
  return new SegmentedMessage(body).segmentsCount;
}

export function isGsm7(body: string): boolean {
  return PLAIN.test(body) || new SegmentedMessage(body).encodingName === "GSM-7";
}

/** The phrase in at most `limit` characters: only `long` is cut, ending in "..". Characters must cost one septet. */
export function fitted(phrase: Phrase, limit: number = ONE_SEGMENT): string {
  if (typeof phrase === "string") return cut(phrase, limit);
  const { before, long, after } = phrase;
  const room = limit - before.length - after.length;
  return cut(`${before}${cut(long, room)}${after}`, limit);
}

/** The start of `text`, ending in "..", in at most `room` characters. */
export function cut(text: string, room: number): string {
  if (text.length <= room) return text;
  if (room <= CUT.length) return CUT.slice(0, Math.max(room, 0));
  return `${text.slice(0, room - CUT.length).replace(/[\s,;:.-]+$/, "")}${CUT}`;
}
