import type { PostKind } from "#server/domain/post.ts";

/** What sort of thing a concept is. Goods and the lesson about them never stand for each other. */
export const KINDS = ["goods", "skill", "help", "ride", "place", "company", "information"] as const;
export type Kind = (typeof KINDS)[number];

export type ConceptId = string;

/** One thing, skill, place or trouble that people name, with the words of both languages for it. */
export type Concept = {
  readonly id: ConceptId;
  readonly kind: Kind;
  readonly terms: readonly Term[];
  /** It is a kind of these: a need for them is met by it. */
  readonly kindOf: readonly ConceptId[];
  /** People are glad to get one of these instead. */
  readonly near: readonly ConceptId[];
  /** A need for it is also answered by these. */
  readonly answeredBy: readonly ConceptId[];
  /** It is a part of, or only goes with, these: never a reason to ask. */
  readonly goesWith: readonly ConceptId[];
  readonly never: readonly ConceptId[];
};

export type Term = {
  readonly words: string;
  readonly language: "en" | "es";
  /** The words mean it only in needs, or only in gifts: "going to" offers seats and asks for none. */
  readonly side: PostKind | null;
};
