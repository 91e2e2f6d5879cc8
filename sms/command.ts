import type { Language } from "#server/domain/language.ts";
import type { PostKind } from "#server/domain/post.ts";

/** What a person's text asks for: closed, so that every verb has its action. */
export type Command =
  | { readonly verb: PostKind; readonly words: string }
  | { readonly verb: "group" | "leave" | "agenda"; readonly words: string }
  | { readonly verb: "cast"; readonly words: string }
  | { readonly verb: "card"; readonly code: string; readonly words: string }
  | { readonly verb: "done-card"; readonly code: string }
  | { readonly verb: "relay"; readonly number: number; readonly words: string }
  | { readonly verb: "drop" | "done" | "still" | "mute"; readonly number: number | null }
  /** Other words for a post that stays: "STILL 47 3 tarps". */
  | { readonly verb: "change"; readonly number: number; readonly words: string }
  | { readonly verb: "mine" }
  | { readonly verb: "menu" | "language" | "wipe" }
  | { readonly verb: "news"; readonly on: boolean }
  | { readonly verb: "digit"; readonly digit: number }
  /** `byCarrier`: one of the words that the carrier itself answers. */
  | { readonly verb: "stop" | "start" | "help"; readonly byCarrier: boolean; readonly wording: string }
  | { readonly verb: "emergency"; readonly wording: string }
  /** An automatic answer of another machine. */
  | { readonly verb: "machine" }
  /** The first word fits several verbs: ask back, in this order. */
  | { readonly verb: "unclear"; readonly options: readonly PostKind[]; readonly words: string }
  | { readonly verb: "empty" }
  | { readonly verb: "other"; readonly words: string };

export type Reading = {
  readonly command: Command;
  /** The language of the keyword; null where it tells none (digits, a word both share). */
  readonly language: Language | null;
};
