import { randomInt } from "node:crypto";
import { withCheckDigit } from "#server/domain/card-code.ts";

/** Whether an unknown code and a real one that is not live are told apart: by their words, or by their time. */
export async function compareTimes(
  text: (from: string, body: string) => Promise<string>,
  dead: readonly string[],
) {
  const times: { unknown: number[]; dead: number[] } = { unknown: [], dead: [] };
  const answers = new Set<string>();
  // Few enough that nobody is alarmed: the attack comes later.
  const pairs = dead.slice(0, 20);
  for (const [at, code] of pairs.entries()) {
    const unknown = withCheckDigit(String(randomInt(10_000_000_000)).padStart(10, "0"));
    const both = [
      ["unknown", unknown],
      ["dead", code],
    ] as const;
    for (const [kind, digits] of at % 2 ? both : both.toReversed()) {
      const began = performance.now();
      answers.add(await text(`+1401${7_000_000 + at}`, digits));
      times[kind].push(performance.now() - began);
    }
  }
  const faults = answers.size === 1 ? [] : ["unknown and dead cards are told apart by words"];
  return {
    rows: { "unknown code, median ms": median(times.unknown), "dead card, median ms": median(times.dead) },
    faults,
  };
}

function median(times: readonly number[]): number {
  return Math.round((times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0) * 10) / 10;
}
