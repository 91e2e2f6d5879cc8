import type { Language } from "./language.ts";
import type { PostKind } from "./post.ts";
import type { Question } from "./question.ts";

/** What a digit asks for on a phone with a certain open question. */
export type DigitMeaning =
  | { readonly does: "person" }
  | { readonly does: "prompt"; readonly kind: PostKind }
  | { readonly does: "groups" | "agenda" | "wipe" | "keep" }
  | { readonly does: "answer-ask"; readonly ask: number; readonly yes: boolean }
  /** No question is open: it may answer the last ask, late. */
  | { readonly does: "answer-late"; readonly yes: boolean }
  | { readonly does: "post-unclear"; readonly kind: PostKind; readonly text: number }
  | { readonly does: "speak"; readonly language: Language }
  | { readonly does: "more"; readonly from: number }
  | { readonly does: "repeat"; readonly question: Question }
  | { readonly does: "over" };

/**
 * Decides what `digit` means; `0` is always a person at the info tent. `lapsed`: the phone's last question, when its
 * time is over: a digit that is late for another menu never answers an ask.
 */
export function meaningOfDigit(
  digit: number,
  question: Question | null,
  lapsed: Question | null,
): DigitMeaning {
  if (digit === 0) return { does: "person" };
  if (question) return choiceOf(digit, question) ?? { does: "repeat", question };
  const toAsk = digit <= 2 && (lapsed === null || lapsed.kind === "ask");
  return toAsk ? { does: "answer-late", yes: digit === 1 } : { does: "over" };
}

function choiceOf(digit: number, question: Question): DigitMeaning | undefined {
  const choices: Readonly<Record<number, DigitMeaning | undefined>> = choicesOf(question);
  return choices[digit];
}

function choicesOf(question: Question): Readonly<Record<number, DigitMeaning | undefined>> {
  switch (question.kind) {
    case "menu":
      return {
        1: { does: "prompt", kind: "need" },
        2: { does: "prompt", kind: "gift" },
        3: { does: "groups" },
        4: { does: "agenda" },
      };
    case "ask":
      return {
        1: { does: "answer-ask", ask: question.ask, yes: true },
        2: { does: "answer-ask", ask: question.ask, yes: false },
      };
    case "unclear":
      return Object.fromEntries(
        question.options.map((kind, index) => [
          index + 1,
          { does: "post-unclear", kind, text: question.text },
        ]),
      );
    case "language":
      return { 1: { does: "speak", language: "en" }, 2: { does: "speak", language: "es" } };
    case "wipe":
      return { 1: { does: "wipe" }, 2: { does: "keep" } };
    case "mine":
      return { 9: { does: "more", from: question.from } };
    case "thing":
    case "person":
      return {};
    default:
      return question satisfies never;
  }
}
