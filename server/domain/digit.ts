import type { Language } from "./language.ts";
import type { PostKind } from "./post.ts";
import type { Question } from "./question.ts";

/** What a digit asks for on a phone with a certain open question. */
export type DigitMeaning =
  | { readonly does: "person" }
  | { readonly does: "prompt"; readonly kind: PostKind }
  | { readonly does: "agenda" }
  | { readonly does: "offer"; readonly text: number }
  | { readonly does: "wipe" | "keep" }
  | { readonly does: "answer-ask"; readonly ask: number; readonly yes: boolean }
  /** No question is open: it may answer the last ask, late. */
  | { readonly does: "answer-late"; readonly yes: boolean }
  | { readonly does: "post-unclear"; readonly kind: PostKind; readonly text: number }
  | { readonly does: "speak"; readonly language: Language }
  | { readonly does: "more"; readonly from: number }
  /** Null: everyone on NEWS. */
  | { readonly does: "cast-to"; readonly broadcast: number; readonly groupId: number | null }
  | { readonly does: "more-audiences"; readonly broadcast: number; readonly from: number }
  | { readonly does: "release"; readonly broadcast: number; readonly yes: boolean }
  | { readonly does: "take-on"; readonly role: number }
  | { readonly does: "stop-cast"; readonly broadcast: number }
  | { readonly does: "more-groups"; readonly from: number }
  | { readonly does: "show-group" | "join" | "leave"; readonly group: number }
  | { readonly does: "more-agenda"; readonly day: string; readonly from: number }
  | { readonly does: "show-gathering" | "remind"; readonly gathering: number }
  | { readonly does: "card"; readonly card: number; readonly alike: boolean }
  | { readonly does: "answer-share"; readonly person: number; readonly yes: boolean }
  | { readonly does: "grant"; readonly wish: number }
  | { readonly does: "repeat"; readonly question: Question }
  | { readonly does: "over" };

/**
 * Decides what `digit` means; `0` is always a person at the info tent. `lapsed`: the phone's last question, when its
 * time is over: a role, a release and an ask may be answered late, and a digit that is late for another menu answers none
 * of them.
 */
export function meaningOfDigit(
  digit: number,
  question: Question | null,
  lapsed: Question | null,
): DigitMeaning {
  if (digit === 0) return { does: "person" };
  if (question) return choiceOf(digit, question) ?? { does: "repeat", question };
  const late = lapsed !== null && COUNTS_LATE.has(lapsed.kind) ? choiceOf(digit, lapsed) : undefined;
  if (late) return late;
  const toAsk = digit <= 2 && (lapsed === null || lapsed.kind === "ask");
  return toAsk ? { does: "answer-late", yes: digit === 1 } : { does: "over" };
}

/** Asked by itself, and worth an answer whenever it comes: the thing itself says whether it is too late. */
const COUNTS_LATE: ReadonlySet<Question["kind"]> = new Set(["release", "role", "share", "wish"]);

function choiceOf(digit: number, question: Question): DigitMeaning | undefined {
  return choicesOf(question)[digit];
}

type Choices = Readonly<Record<number, DigitMeaning | undefined>>;

function choicesOf(question: Question): Choices {
  switch (question.kind) {
    case "menu":
      return {
        1: { does: "prompt", kind: "need" },
        2: { does: "prompt", kind: "gift" },
        3: { does: "more-groups", from: 0 },
        4: { does: "agenda" },
      };
    case "ask":
      return yesOrNo((yes) => ({ does: "answer-ask", ask: question.ask, yes }));
    case "unclear":
      return chosen(question.options, (kind) => ({ does: "post-unclear", kind, text: question.text }));
    case "language":
      return { 1: { does: "speak", language: "en" }, 2: { does: "speak", language: "es" } };
    case "wipe":
      return { 1: { does: "wipe" }, 2: { does: "keep" } };
    case "mine":
      return { 9: { does: "more", from: question.from } };
    case "cast":
      return audiencesOf(question);
    case "release":
      return yesOrNo((yes) => ({ does: "release", broadcast: question.broadcast, yes }));
    case "role":
      return { 1: { does: "take-on", role: question.role } };
    case "undo":
      return { 9: { does: "stop-cast", broadcast: question.broadcast } };
    case "groups":
      return groupsOf(question);
    case "group":
      return { 1: { does: "join", group: question.group } };
    case "leave":
      return chosen(question.ids, (group) => ({ does: "leave", group }));
    case "agenda":
      return gatheringsOf(question);
    case "offer":
      return { 1: { does: "agenda" }, 2: { does: "offer", text: question.text } };
    case "gathering":
      return { 1: { does: "remind", gathering: question.gathering } };
    case "card":
      return { 1: { does: "card", card: question.card, alike: question.alike } };
    case "share":
      return yesOrNo((yes) => ({ does: "answer-share", person: question.person, yes }));
    case "wish":
      return { 1: { does: "grant", wish: question.wish } };
    case "thing":
    case "person":
      return {};
    default:
      return question satisfies never;
  }
}

function yesOrNo(meaning: (yes: boolean) => DigitMeaning): Choices {
  return { 1: meaning(true), 2: meaning(false) };
}

function groupsOf({ ids, more }: Extract<Question, { kind: "groups" }>): Choices {
  const listed = chosen(ids, (group) => ({ does: "show-group", group }));
  return more === null ? listed : { ...listed, 9: { does: "more-groups", from: more } };
}

function gatheringsOf({ ids, more, day }: Extract<Question, { kind: "agenda" }>): Choices {
  const listed = chosen(ids, (gathering) => ({ does: "show-gathering", gathering }));
  return more === null ? listed : { ...listed, 9: { does: "more-agenda", day, from: more } };
}

/** 1 for the first of a list, 2 for the second ... */
function chosen<Id>(ids: readonly Id[], meaning: (id: Id) => DigitMeaning): Choices {
  return Object.fromEntries(ids.map((id, at) => [at + 1, meaning(id)]));
}

function audiencesOf({ broadcast, choices, more }: Extract<Question, { kind: "cast" }>): Choices {
  const numbered = choices.map((groupId, at) => [at + 1, { does: "cast-to", broadcast, groupId }] as const);
  const listed: Choices = { ...Object.fromEntries(numbered), 9: { does: "stop-cast", broadcast } };
  return more === null ? listed : { ...listed, 8: { does: "more-audiences", broadcast, from: more } };
}
