import type { Language } from "#server/domain/language.ts";

const en = {
  title: "The board",
  which: "What do you look for?",
  all: "Everything",
  need: "What people need",
  gift: "What people give",
  none: "Nothing is here just now.",
  older: "Older",
  newer: "Newer",
  kind: { need: "Needed", gift: "To give" },
  number: (number: number) => `no. ${number}`,
  till: (when: string) => `till ${when}`,
  more: "Read on",
  take: { need: "I can help with this", gift: "I would like this" },
  howMany: { need: "How many can you give?", gift: "How many would you like?" },
  pieces: (count: number, all: boolean) => (all ? `All ${count}` : String(count)),
  reach: "How do we reach you?",
  withPhone: "I have a phone",
  withoutPhone: "I have no phone",
  gone: "This is not open any more",
  own: "Post one of your own",
  back: "To the board",
};

export type BoardWords = typeof en;

const es: BoardWords = {
  title: "El tablero",
  which: "¿Qué buscas?",
  all: "Todo",
  need: "Lo que se necesita",
  gift: "Lo que se da",
  none: "Ahora no hay nada aquí.",
  older: "Antes",
  newer: "Después",
  kind: { need: "Se necesita", gift: "Se da" },
  number: (number) => `no. ${number}`,
  till: (when) => `hasta ${when}`,
  more: "Leer más",
  take: { need: "Puedo ayudar con esto", gift: "Me gustaría esto" },
  howMany: { need: "¿Cuántos puedes dar?", gift: "¿Cuántos quieres?" },
  pieces: (count, all) => (all ? `Los ${count}` : String(count)),
  reach: "¿Cómo te encontramos?",
  withPhone: "Tengo teléfono",
  withoutPhone: "No tengo teléfono",
  gone: "Esto ya no está abierto",
  own: "Publicar algo tú",
  back: "Al tablero",
};

export const board: Readonly<Record<Language, BoardWords>> = { en, es };
