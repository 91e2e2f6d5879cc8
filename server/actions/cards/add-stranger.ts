import { randomInt } from "node:crypto";
import { readHandle } from "#server/domain/handle.ts";
import type { Language } from "#server/domain/language.ts";
import type { Context } from "../../context.ts";
import { addTentPerson } from "../../store/tent.ts";

const NAMELESS: Readonly<Record<Language, string>> = { en: "Guest", es: "Visita" };
const TRIES = 20;

/** Without vowels they make no words. */
const LETTERS = "BCDFGHJKLMNPQRSTVWXZ";

function letter(): string {
  return LETTERS.charAt(randomInt(LETTERS.length));
}

/**
 * Somebody without a phone who took a card or gave one its meaning: the tent keeps what comes for them. Called as they
 * like, with a number behind where another is called so, else by a number alone.
 */
export async function addStranger(ctx: Context, said: string | null, language: Language): Promise<number> {
  const handle = said === null ? null : readHandle(said);
  const root = handle === null ? `${NAMELESS[language]} ${letter()}${letter()}` : handle.slice(0, 11).trim();
  const names = handle === null ? [] : [handle];
  for (let left = TRIES; left > 0; left--) names.push(`${root} ${randomInt(10, 1000)}`);
  for (const name of names) {
    const added = await addTentPerson(ctx.db, { handle: name, language, wantsViaId: null, now: ctx.now() });
    if (added !== null) return added;
  }
  throw new Error("Too many people are called the same.");
}
