import type { Language } from "#server/domain/language.ts";
import { unbroken } from "./latin.ts";
import type { Part } from "./lines.ts";
import { words } from "./words.ts";

export type Step = readonly Part[];

/** What whoever holds a card may do with it. */
export function stepsOf(
  language: Language,
  { isBlank, number }: { readonly isBlank: boolean; readonly number: string | null },
): readonly Step[] {
  const say = words[language];
  const byTent = isBlank ? [say.stepFillTent, say.stepShowOnly] : [say.stepShowOnly];
  const last = [say.stepPass, number === null ? say.stepDoneTent : say.stepDone, say.stepFree];
  if (number === null) return [...byTent, ...last].map(plain);
  const digits = unbroken(number);
  const first: Step = isBlank
    ? [...plain(say.stepFill), { words: digits, weight: "bold" }, ...plain(say.stepFillWith)]
    : [...plain(say.stepText), { words: `${digits}.`, weight: "bold" }];
  return [first, ...[say.stepShow, ...last].map(plain)];
}

function plain(said: string): Step {
  return [{ words: said, weight: "regular" }];
}
