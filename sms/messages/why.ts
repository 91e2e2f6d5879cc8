import type { Language } from "#server/domain/language.ts";
import type { Lowered, Reason } from "#server/matching/judge/reason.ts";
import type { Link } from "#server/matching/know/relate.ts";

/** How a concept is called; a word that the lexicon does not know is called by itself. */
export type NameOf = (concept: string, language: Language) => string;

type Words = {
  readonly link: Readonly<Record<Link, (need: string, gift: string) => string>>;
  readonly beside: string;
  readonly lowered: Readonly<Record<Lowered, string>>;
};

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    link: {
      same: (need) => `both say ${need}`,
      kind: (need, gift) => `${gift} is a kind of ${need}`,
      wider: (need, gift) => `${gift} may include ${need}`,
      near: (need, gift) => `${gift} is almost ${need}`,
      answer: (need, gift) => `${gift} helps with ${need}`,
      sibling: (need, gift) => `${gift} is like ${need}`,
      "goes-with": (need, gift) => `${gift} goes with ${need}`,
      alike: (need, gift) => `${gift} looks like ${need}`,
    },
    beside: "named only beside it",
    lowered: {
      object: "not clear for what",
      details: "not all details agree",
      age: "one does not say for what age",
      property: "the gift does not say the size or sort",
      place: "one does not say where to",
      hours: "other hours",
      length: "a long text, maybe not all understood",
      story: "the need says it only in passing",
    },
  },
  es: {
    link: {
      same: (need) => `los dos dicen ${need}`,
      kind: (need, gift) => `${gift} es un tipo de ${need}`,
      wider: (need, gift) => `${gift} puede incluir ${need}`,
      near: (need, gift) => `${gift} es casi ${need}`,
      answer: (need, gift) => `${gift} sirve para ${need}`,
      sibling: (need, gift) => `${gift} se parece a ${need}`,
      "goes-with": (need, gift) => `${gift} va con ${need}`,
      alike: (need, gift) => `${gift} se escribe como ${need}`,
    },
    beside: "solo se nombra de paso",
    lowered: {
      object: "no se sabe para qué",
      details: "no todos los detalles coinciden",
      age: "uno no dice para qué edad",
      property: "el regalo no dice talla o tipo",
      place: "uno no dice adónde",
      hours: "otras horas",
      length: "un texto largo, quizá no todo se entendió",
      story: "la necesidad lo dice de paso",
    },
  },
};

/** Says to an organizer why two posts may fit, and what speaks against it. */
export function sayWhy(reasons: readonly Reason[], language: Language, nameOf: NameOf): string {
  const words = WORDS[language];
  return reasons
    .flatMap((reason) => {
      if (reason.kind === "lowered") return words.lowered[reason.by];
      const said = words.link[reason.link](nameOf(reason.need, language), nameOf(reason.gift, language));
      return reason.beside ? [said, words.beside] : said;
    })
    .join("; ");
}
