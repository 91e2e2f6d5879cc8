import type { Language } from "#server/domain/language.ts";
import type { StockName } from "./stocks.ts";

/** What one card says. */
export type CardFace = {
  readonly serial: string;
  /** In upper case: its QR code is smaller then. */
  readonly url: string;
  /** Eleven digits. */
  readonly code: string;
  /** Null: a blank card, for a pen. */
  readonly kind: "need" | "gift" | null;
  readonly words: string | null;
  /** Where it is, or whom to ask for. */
  readonly place: string | null;
  /** As each language says it. */
  readonly until: Readonly<Record<Language, string>> | null;
};

export type SheetFacts = {
  readonly nodeName: string;
  /** The camp's number as people read it; null where texts do not come by a number. */
  readonly number: string | null;
  readonly language: Language;
  readonly stock: StockName;
  /** How far this printer has to be corrected: to the right, and down. */
  readonly nudge: { readonly xMm: number; readonly yMm: number };
  /** Whether a back with what to do follows each page. */
  readonly back: boolean;
};
