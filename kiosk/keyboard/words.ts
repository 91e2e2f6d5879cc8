import type { Language } from "#server/domain/language.ts";

const en = {
  keys: "Keys",
  erase: "Erase",
  clear: "Clear all",
  plus: "Plus",
};

export type KeyboardWords = typeof en;

const es: KeyboardWords = {
  keys: "Teclas",
  erase: "Borrar",
  clear: "Borrar todo",
  plus: "Más",
};

export const keyboard: Readonly<Record<Language, KeyboardWords>> = { en, es };
