import type { ConceptId } from "../know/concept.ts";
import { isKindOf, type Lexicon } from "../know/lexicon.ts";
import type { Mention } from "./items.ts";
import { isActive, isTown } from "./services.ts";

/** A word that may be the thing of an item, and how sure that is, 0 to 1. */
export type Head = { readonly mention: Mention; readonly sure: number };

/** "a pot of stew" is stew. */
const VESSELS: ReadonlySet<ConceptId> = new Set([
  "container",
  "dishware",
  "cookware",
  "bag",
  "bottle",
  "bucket",
]);

/** The words that may be the thing: those before any "for" or "at", else the first that follow one. */
export function mayBeTheThing(mentions: readonly Mention[]): readonly Mention[] {
  for (const role of ["head", "purpose", "with", "to", "place", "from"] as const) {
    const of = mentions.filter((mention) => mention.role === role);
    if (of.length > 0) return of;
  }
  return [];
}

/** Which of these words is the thing, likeliest first; what is done comes before what it is done to. */
export function headsOf(np: readonly Mention[], lexicon: Lexicon): readonly Head[] {
  const heads = thingsOf(np, lexicon);
  const [first] = np;
  if (!first || !isActive(first.names, lexicon)) return heads;
  if (heads.some((head) => head.mention === first && head.sure > 0.85)) return heads;
  const others = heads.filter((head) => head.mention !== first);
  // "print out fema forms" is first of all printing.
  const isVerb = others.some((head) => isActive(head.mention.names, lexicon));
  if (!isVerb) return [...others, { mention: first, sure: 0.85 }];
  return [{ mention: first, sure: 0.95 }, ...others.map((head) => ({ ...head, sure: head.sure * 0.85 }))];
}

/** English names the thing last ("bike pump"), Spanish first ("bomba de bici"). */
function thingsOf(np: readonly Mention[], lexicon: Lexicon): readonly Head[] {
  const known = np.filter((mention) => !isStrange(mention));
  const last = np.at(-1);
  const lastKnown = known.at(-1);
  const [first] = known;
  if (!last) return [];
  if (!first || !lastKnown) return byPlace(np);
  const of = known.findIndex((mention, index) => index > 0 && mention.ofBefore);
  const [before, after] = [known[of - 1], known[of]];
  if (before && after) return partsOf(before, after, lexicon);
  if (known.length > 1 && isTown(lastKnown)) return thingsOf(known.slice(0, -1), lexicon);
  if (first.spanish && known.slice(1).some((mention) => mention.spanish))
    return [{ mention: first, sure: 1 }];
  const isThing = last !== lastKnown && !lastKnown.spanish && !DESCRIPTIVE.test(last.words[0] ?? "");
  if (!isThing || last.weight < 1 || (last.words[0] ?? "").length < 4) return byPlace(known);
  return [
    { mention: last, sure: 0.9 },
    { mention: lastKnown, sure: 0.72 },
  ];
}

/** "bomba de bici" is a pump, "a crate of oranges" and "un costal de arroz" are what is in them. */
function partsOf(before: Mention, after: Mention, lexicon: Lexicon): readonly Head[] {
  const isMeasure = before.words.length === 1 && lexicon.terms.plain.has(before.words[0] ?? "");
  const isVessel = before.names.some((name) => isKindOf(lexicon, name, VESSELS));
  if (isMeasure || (isVessel && after.edible)) return [{ mention: after, sure: 1 }];
  return [
    { mention: before, sure: 1 },
    { mention: after, sure: 0.3 },
  ];
}

/** How words end that are said of a thing and never are one: "greasy", "retired", "usado". */
const DESCRIPTIVE = /(?:ed|ing|y|ly|ful|less|ish|able|en|ado|ada|ido|ida|oso|osa|ante|mente)$/;

/** Named by a word that the lexicon does not have. */
export function isStrange(mention: Mention): boolean {
  return mention.names[0]?.startsWith("~") ?? true;
}

/** Two things side by side without a comma: the last is the thing, those before may be others; in "toys for kids tent" the first is. */
function byPlace(np: readonly Mention[]): readonly Head[] {
  const purposed = np.findIndex((mention) => mention.words.some((word) => word === "for" || word === "para"));
  const thing = purposed === -1 ? np.length - 1 : purposed;
  const heads = np.map((mention, index) => ({ mention, sure: index === thing ? 1 : 0.35 })).reverse();
  return heads.sort((a, b) => b.sure - a.sure);
}
