import type { PostKind } from "#server/domain/post.ts";
import type { ConceptId } from "../know/concept.ts";
import { AND, AROUND_TIME, CUE, FROM, IF, NOT, PLACE, PURPOSE, TO, WITH, YOURS } from "./grammar.ts";
import type { Piece } from "./mentions.ts";

type Role = "head" | "purpose" | "place" | "with" | "to" | "from";
export type Mention = Piece & { readonly role: Role };

/** One thing of several that a text lists, with the words around it. */
export type RawItem = {
  readonly mentions: readonly Mention[];
  /** Every word, for sizes and other properties. */
  readonly words: readonly string[];
  /** Told before what is wanted: "no heat at my place, need a heater". */
  readonly story: boolean;
};

export type Listed = { readonly items: readonly RawItem[]; readonly negated: readonly ConceptId[] };

type State = {
  readonly kind: PostKind;
  readonly items: RawItem[];
  readonly negated: ConceptId[];
  mentions: Mention[];
  words: string[];
  role: Role;
  /** After "no" and "without". */
  denied: boolean;
};

/** Lists what a text names, and what it says it does not want or give. */
export function listItems(pieces: readonly Piece[], kind: PostKind): Listed {
  const state: State = { kind, items: [], negated: [], mentions: [], words: [], role: "head", denied: false };
  pieces.forEach((piece, index) => {
    separate(state, piece);
    if (piece.kind === "grammar") obeyGrammar(state, piece, pieces[index + 1]);
    state.words.push(...piece.words);
    if (piece.kind !== "mention" || piece.names.length === 0) return;
    if (state.denied) state.negated.push(...piece.names);
    else
      state.mentions.push({ ...piece, role: piece.trouble && state.role === "with" ? "head" : state.role });
  });
  close(state);
  return { items: worthwhile(state.items), negated: state.negated };
}

function separate(state: State, piece: Piece): void {
  if (piece.gap === "break" || (piece.gap === "join" && state.role !== "to" && state.role !== "purpose"))
    close(state);
}

/** Ends an item. One that says only where or what for belongs to the one before. */
function close(state: State): void {
  const { mentions, words, items } = state;
  const last = items.at(-1);
  const named = mentions.some((mention) => mention.role === "head");
  if (last && !named && (mentions.length === 0 || !last.story))
    items[items.length - 1] = {
      ...last,
      mentions: [...last.mentions, ...mentions],
      words: [...last.words, ...words],
    };
  else if (mentions.length > 0 || words.length > 0) items.push({ mentions, words, story: false });
  state.mentions = [];
  state.words = [];
  state.role = "head";
  state.denied = false;
}

function obeyGrammar(state: State, piece: Piece, next: Piece | undefined): void {
  const [word = ""] = piece.words;
  if (AND.has(word)) {
    if (!state.denied && (state.role === "head" || state.role === "with" || state.role === "place"))
      close(state);
  } else if (CUE.has(word)) {
    // "lmk if u need a lift" offers the lift.
    if (state.kind === "gift") state.role = state.role === "purpose" ? "head" : state.role;
    else if (!state.denied && !isPassive(word, next)) beginAnew(state);
  } else if (NOT.has(word)) {
    // "no tent" lacks it, "bread without nuts" does not want it.
    const isNamed = state.mentions.some((mention) => !mention.faint && !mention.trouble);
    const isLeftOut = state.items.length > 0 && next?.edible === true;
    state.denied = state.kind === "gift" || isNamed || isLeftOut;
  } else if (YOURS.has(word)) {
    // "bring a bowl", "u buy parts": what the other side has to bring.
    if (state.kind === "gift" && (piece.gap === "break" || /^tra/.test(word))) state.role = "purpose";
  } else {
    // "happy to print forms" is about the printing.
    const isOpen = (TO.has(word) || CUE.has(state.words.at(-1) ?? "")) && state.mentions.length === 0;
    if (!isOpen) state.role = roleAfter(word) ?? state.role;
    state.denied = false;
  }
}

/** "flashlights are needed", "cooks wanted for lunch": the thing came before. */
function isPassive(word: string, next: Piece | undefined): boolean {
  return !next || next.gap === "break" || (next.kind === "grammar" && word.endsWith("ed"));
}

/** What was told so far was only the story. */
function beginAnew(state: State): void {
  close(state);
  state.items.forEach((item, index) => {
    state.items[index] = { ...item, story: true };
  });
}

/** Where something is named, words such as "works" and "help" are no things of their own. */
function worthwhile(items: readonly RawItem[]): readonly RawItem[] {
  const named = items.filter((item) =>
    item.mentions.some((mention) => !mention.faint && mention.weight >= 0.5),
  );
  return named.length > 0 ? named : items;
}

function roleAfter(word: string): Role | null {
  if (PURPOSE.has(word) || IF.has(word) || AROUND_TIME.has(word)) return "purpose";
  if (PLACE.has(word)) return "place";
  if (WITH.has(word)) return "with";
  if (TO.has(word)) return "to";
  return FROM.has(word) ? "from" : null;
}
