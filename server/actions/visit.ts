import type { Language } from "#server/domain/language.ts";
import type { Question } from "#server/domain/question.ts";
import type { Saying } from "#sms/messages/saying.ts";

/** One text of one person, stored and locked, about to be obeyed. */
export type Visit = {
  readonly personId: number;
  readonly textId: number;
  readonly phoneHash: Uint8Array<ArrayBuffer>;
  readonly language: Language;
  readonly body: string;
  /** What this phone was asked last, while it is open. */
  readonly question: Question | null;
  /** The same, when its time is over. */
  readonly lapsed: Question | null;
  /** Texts of the last ten minutes that were not understood. */
  readonly unknown: number;
  /** Said STOP: obeyed, never answered. */
  readonly out: boolean;
  /** Muted by an organizer: kept, neither obeyed nor answered, but for STOP and emergencies. */
  readonly blocked: boolean;
};

/** What a verb has to say for itself. */
export type Outcome = {
  /** Null: silence. */
  readonly saying: Saying | null;
  /** The question that the answer opens; null closes the open one; undefined leaves it. */
  readonly question?: Question | null;
  /** Answered in this language from here on. */
  readonly language?: Language;
  /** The handle of whom the answer is for, where it is not the owner of the phone. */
  readonly to?: string | null;
};

export function answer(saying: Saying, question?: Question | null): Outcome {
  return question === undefined ? { saying } : { saying, question };
}

export const SILENCE: Outcome = { saying: null };

/** As if they had texted, from no phone and with no text of theirs stored. */
export function visitWithoutPhone(personId: number, language: Language): Visit {
  const nothing = {
    textId: 0,
    phoneHash: new Uint8Array(),
    body: "",
    question: null,
    lapsed: null,
    unknown: 0,
  };
  return { personId, language, ...nothing, out: false, blocked: false };
}
