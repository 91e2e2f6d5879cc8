import { HIDDEN_NUMBER } from "#server/domain/mask.ts";
import type { PostKind } from "#server/domain/post.ts";
import type { ConceptId } from "../know/concept.ts";
import type { Knowledge } from "../know/knowledge.ts";
import { isKindOf, type Lexicon } from "../know/lexicon.ts";
import { type Ages, agesOf } from "./ages.ts";
import { capacityOf } from "./capacity.ts";
import { isGrammar } from "./grammar.ts";
import { listItems } from "./items.ts";
import { piecesOf } from "./mentions.ts";
import { propertiesOf, type Said } from "./properties.ts";
import { type Item, shapeItem } from "./shape.ts";
import { completeItems } from "./told-beside.ts";
import { type When, whenOf } from "./when.ts";
import { wordsOf } from "./words.ts";

/** A need or a gift, understood. */
export type Reading = {
  readonly kind: PostKind;
  readonly items: readonly ReadItem[];
  /** Named only to say that it is not wanted or not there. */
  readonly negated: readonly ConceptId[];
  readonly when: When;
  /** For how many people it is. */
  readonly capacity: number | null;
  /** How many words it has that say something. */
  readonly length: number;
  /** Nothing is left of it: "all gone". */
  readonly gone: boolean;
};

export type ReadItem = Omit<Item, "words" | "trouble"> & Said & { readonly ages: Ages | null };

const GONE =
  /^(?:(?:we|i) (?:are|am) |were |im )?out of\b|\b(?:all gone|already gone|is gone|are gone|not available|unavailable|no disponibles?|(?:is|are|was|been|all|already|got|just) taken|no longer available|claimed|se acabo|se acabaron|ya no hay|ya se fue|ya se dio)\b/;

const WORN: ReadonlySet<ConceptId> = new Set(["clothing", "footwear", "diaper"]);

/** Where a number beside it is a size. */
function isWorn(item: Pick<Item, "heads">, lexicon: Lexicon): boolean {
  return item.heads.some((head) => head.names.some((name) => isKindOf(lexicon, name, WORN)));
}

/** Understands the words of a need or a gift. Total on any text; the same text is always understood the same. */
export function readPost(text: string, kind: PostKind, knowledge: Knowledge): Reading {
  const { lexicon, axes, shorthand } = knowledge;
  const words = wordsOf(text.replaceAll(HIDDEN_NUMBER, " "), shorthand);
  const pieces = piecesOf(words, kind, lexicon, axes);
  const { items, negated } = listItems(pieces, kind);
  const all = words.map((word) => word.text);
  const loose = pieces
    .filter((piece) => piece.kind !== "mention" || piece.weight < 1 || piece.faint)
    .flatMap((piece) => piece.words);
  const whole = agesOf(all);
  const shaped = completeItems(
    items.map((raw) => shapeItem(raw, lexicon)),
    kind,
    lexicon,
  );
  const isOneWish = kind === "need" && items.length <= 2;
  return {
    kind,
    items: shaped
      .filter((item) => item.heads.length > 0)
      .map(({ words: own, trouble: _, ...item }) => ({
        ...item,
        ...propertiesOf(isOneWish ? all : own, axes, isWorn(item, lexicon)),
        ages: agesOf(own) ?? (items.length <= 2 || kind === "need" ? whole : null),
      })),
    negated,
    when: whenOf(loose),
    capacity: capacityOf(all),
    length: all.filter((word) => !lexicon.terms.plain.has(word) && !isGrammar(word)).length,
    gone: kind === "gift" && GONE.test(all.join(" ")),
  };
}
