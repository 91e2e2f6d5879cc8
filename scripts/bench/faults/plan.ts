import type { Dice } from "../cards/dice.ts";
import type { Blow, Kind } from "./kinds.ts";

/** One thing that goes wrong, or two at about the same time. */
export type Planned = {
  readonly kinds: readonly Kind[];
  readonly blows: readonly Blow[];
  /** Of calm before it, and between the two. */
  readonly afterMs: number;
  readonly apartMs: number;
};

const CALM_MS = [200, 1_500] as const;
const APART_MS = 700;
/** Some are over at once. */
const LASTS_MS = [0, 3_000] as const;
const AT_ONCE = 0.25;
/** Below half an hour: nothing lapses that people were told is open. */
const JUMPS_SECONDS = [-7_200, -1_200, -120, -20, 20, 120, 1_200] as const;

/** `count` faults or one more. Kinds come equally often, in any order; every other time two of them together. */
export function planFaults(dice: Dice, kinds: readonly Kind[], count: number): readonly Planned[] {
  let bag: Kind[] = [];
  const draw = (not?: Kind): Kind => {
    if (bag.length === 0) bag = shuffled(dice, kinds);
    const kind = bag.pop();
    if (kind === undefined) throw new Error("There is nothing to break.");
    return kind === not && kinds.length > 1 ? draw(not) : kind;
  };
  const next = (): Planned => {
    const first = draw();
    const both = kinds.length === 1 || dice() < 0.5 ? [first] : [first, draw(first)];
    return {
      kinds: both,
      blows: both.map(() => blow(dice)),
      afterMs: between(dice, ...CALM_MS),
      apartMs: dice() * APART_MS,
    };
  };
  const plan: Planned[] = [];
  for (let planned = 0; planned < count; planned += plan.at(-1)?.kinds.length ?? 1) plan.push(next());
  return plan;
}

function blow(dice: Dice): Blow {
  const lastMs = dice() < AT_ONCE ? 0 : between(dice, ...LASTS_MS);
  const jumpSeconds = JUMPS_SECONDS[Math.floor(dice() * JUMPS_SECONDS.length)] ?? 0;
  return { lastMs, jumpSeconds };
}

function between(dice: Dice, least: number, most: number): number {
  return least + dice() * (most - least);
}

function shuffled<T>(dice: Dice, items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, rank: dice() }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ item }) => item);
}
