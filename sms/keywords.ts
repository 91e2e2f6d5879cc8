import type { Language } from "#server/domain/language.ts";

/** `unclear`: said of needs and of gifts, so we ask. `cancel`: a reserved word that only a number makes ours. */
type KeywordVerb =
  | "need"
  | "gift"
  | "unclear"
  | "group"
  | "leave"
  | "agenda"
  | "card"
  | "cast"
  | "drop"
  | "cancel"
  | "done"
  | "still"
  | "mute"
  | "mine"
  | "menu"
  | "language"
  | "news";

/** When one mistyped letter is forgiven: never, only as the whole text, or always. */
type Forgiven = "never" | "alone" | "always";

export type Keyword = {
  readonly verb: KeywordVerb;
  /** Null where people of both languages text the word. */
  readonly language: Language | null;
  readonly forgiven: Forgiven;
};

type Row = readonly [verb: KeywordVerb, language: Language | null, forgiven: Forgiven, words: string];

const ROWS: readonly Row[] = [
  ["need", "en", "always", "need needed needing"],
  ["need", "es", "always", "necesito nesecito necesitamos necesita necesitan ocupo ocupamos"],
  ["gift", "en", "always", "gift gifts"],
  ["gift", "en", "never", "gifting"],
  ["gift", "es", "always", "regalo regalos regalamos ofrezco ofrecemos"],
  ["gift", "es", "never", "regalar dono donamos"],
  // OFFER and NEEDS are the same keys on a phone pad; the others are said of needs and gifts alike.
  [
    "unclear",
    "en",
    "never",
    "needs offer offers offering give giving donate donating lend lending sharing have want",
  ],
  [
    "unclear",
    "es",
    "never",
    "oferta ofrecer doy damos tengo tenemos quiero queremos busco buscamos regala regalame",
  ],
  ["group", "en", "always", "group groups"],
  ["group", "es", "always", "grupo grupos"],
  ["leave", "en", "always", "leave"],
  ["leave", "es", "always", "salir"],
  ["leave", "es", "never", "salirme"],
  ["agenda", null, "always", "agenda"],
  ["card", "en", "always", "card"],
  ["card", "es", "always", "tarjeta"],
  ["cast", null, "never", "cast"],
  ["drop", "en", "never", "drop delete remove"],
  ["drop", "es", "never", "quitar quita borrar borra"],
  ["cancel", null, "never", "cancel end stop quit"],
  ["cancel", "es", "never", "cancelar"],
  ["done", "en", "always", "done"],
  ["done", "es", "always", "listo"],
  ["still", "en", "always", "still"],
  ["still", "es", "always", "sigue"],
  ["mute", "en", "never", "mute block"],
  ["mute", "es", "never", "silenciar silencia bloquear"],
  ["mine", "en", "alone", "mine"],
  ["mine", "es", "alone", "mios mias"],
  ["menu", null, "alone", "menu"],
  ["language", null, "alone", "lang language"],
  ["language", "es", "alone", "idioma espanol"],
  ["language", "en", "alone", "english"],
  ["news", "en", "always", "news"],
  ["news", "es", "always", "noticias"],
];

export const KEYWORDS: ReadonlyMap<string, Keyword> = new Map(
  ROWS.flatMap(([verb, language, forgiven, words]) =>
    words.split(" ").map((word): [string, Keyword] => [word, { verb, language, forgiven }]),
  ),
);

/** The keywords whose typos are forgiven. */
export const FORGIVEN_KEYWORDS: readonly string[] = [...KEYWORDS]
  .filter(([, { forgiven }]) => forgiven !== "never")
  .map(([word]) => word);
