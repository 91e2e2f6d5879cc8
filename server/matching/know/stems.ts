import { newStemmer } from "snowball-stemmers";

const english = newStemmer("english");
const spanish = newStemmer("spanish");
const SHORTEST = 4;
/** What is cut off may only be how a word is bent, not what makes another word of it ("visit", "visitation"). */
const BENT_ENGLISH = /^(?:e|s|es|ing|er|ers|y|ies)?$/;
const BENT_SPANISH =
  /^(?:o|a|os|as|e|es|an|en|ar|er|ir|amos|emos|imos|ando|iendo|ado|ada|ido|ida|ados|adas|aba|aban|ia|ian)?$/;

type Stems = { readonly en: string | undefined; readonly es: string | undefined };
const known = new Map<string, Stems>();
const MOST_KNOWN = 50_000;

/** The word without its endings, by Snowball's rules of each language; undefined where that is too bold. */
export function stemsOf(word: string): Stems {
  const before = known.get(word);
  if (before) return before;
  const stems = {
    en: bent(word, english.stem(word), BENT_ENGLISH),
    es: bent(word, spanish.stem(word), BENT_SPANISH),
  };
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(word, stems);
  return stems;
}

function bent(word: string, stem: string, endings: RegExp): string | undefined {
  if (stem.length < SHORTEST) return undefined;
  let same = 0;
  while (same < stem.length && stem[same] === word[same]) same++;
  return same >= stem.length - 1 &&
    endings.test(
      word.slice(same).replace(/^(.)(?=ing|er)/, (letter) => (letter === word[same - 1] ? "" : letter)),
    )
    ? stem
    : undefined;
}
