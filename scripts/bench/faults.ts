import { writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { diceOf } from "./cards/dice.ts";
import { KINDS, type Kind } from "./faults/kinds.ts";
import { type LaneResult, runLane } from "./faults/lane.ts";
import { SHAPES, type Shape } from "./faults/machine.ts";
import { figuresOf, promisesOf, tableOf } from "./faults/verdict.ts";

/**
 * `node scripts/run.mjs scripts/bench/faults.ts --faults 500 [--seed 1] [--only web,database] [--lanes redis]
 * [--out faults.json]`: people text while web, worker, PostgreSQL, Redis, the carrier, the disk, the clock and the
 * power are broken at random moments, alone and in pairs, on installations beside each other (web and worker on
 * PostgreSQL; the same with Redis; one process; `--lanes` may name one twice). After each fault it has to say that it is ready again and answer a
 * text; after `--round` of them it is left alone until it has come to rest, and everything is counted. The same
 * `--seed` plans the same faults. `--hurry`: its clock runs ahead meanwhile, for texts in doubt to be looked up sooner.
 * Told to stop (SIGINT, SIGTERM), it comes to rest, counts and reports. Exit code 1 when a promise was broken. A kind that cannot be made on this machine is named, with the reason.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      faults: { type: "string", default: "60" },
      seed: { type: "string", default: "1" },
      only: { type: "string", default: KINDS.join(",") },
      lanes: { type: "string", default: SHAPES.join(",") },
      rate: { type: "string", default: "5" },
      round: { type: "string", default: "60" },
      hurry: { type: "boolean", default: false },
      out: { type: "string" },
    },
  });
  const only = listed(KINDS, values.only);
  const shapes = listed(SHAPES, values.lanes);
  const enough = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => enough.abort());
  const began = performance.now();
  const say = (line: string) => console.error(`${Math.round((performance.now() - began) / 1000)} s  ${line}`);
  const runs = await Promise.allSettled(
    shapes.map((shape, index) =>
      runLane({
        shape,
        only,
        say,
        count: Math.floor((Number(values.faults) + index) / shapes.length),
        round: Number(values.round),
        textsASecond: Number(values.rate),
        hurry: values.hurry,
        enough: enough.signal,
        dice: diceOf(Number(values.seed) * 100 + index),
      }).catch((fault: unknown) => {
        say(`${shape}: broken off: ${String(fault)}`);
        throw fault;
      }),
    ),
  );
  const lanes = runs.map((run) => {
    if (run.status === "rejected") throw run.reason;
    return run.value;
  });
  const seconds = Math.round((performance.now() - began) / 1000);
  const broken = report(lanes, only, seconds);
  if (values.out !== undefined) write(values.out, lanes, { command: process.argv.slice(2), seconds });
  return broken.length === 0 ? 0 : 1;
}

/** Prints everything; returns the promises that were broken. */
function report(lanes: readonly LaneResult[], only: readonly Kind[], seconds: number): readonly string[] {
  const cannot = new Map(lanes.flatMap((lane) => [...lane.cannot]));
  for (const [kind, why] of cannot)
    if (only.includes(kind)) console.log(`Not made on this machine: ${kind} (${why})`);
  console.table(tableOf(lanes.flatMap((lane) => lane.incidents)));
  const promises = promisesOf(lanes);
  console.table({ ...figuresOf(lanes), seconds });
  console.table(promises);
  for (const {
    shape,
    incidents,
    lost,
    wrong,
    mistold,
    twice,
    stuck,
    unsettled,
    lies,
    falls,
    badStops,
  } of lanes) {
    const refused = incidents.filter(({ answerMs }) => answerMs === null);
    const found = {
      lost,
      wrong,
      mistold,
      twice,
      stuck,
      unsettled,
      lies: [...new Set(lies)],
      falls,
      badStops,
      refused,
    };
    const some = Object.entries(found).filter(([, each]) => each.length > 0);
    for (const [name, each] of some) console.log(shape, name, JSON.stringify(each.slice(0, 20), null, 1));
  }
  const broken = Object.entries(promises).flatMap(([name, count]) =>
    count > 0 ? [`${name}: ${count}`] : [],
  );
  console.log(broken.length === 0 ? "Verdict: every promise kept." : `Verdict: ${broken.join("; ")}.`);
  return broken;
}

function write(
  path: string,
  lanes: readonly LaneResult[],
  run: { command: readonly string[]; seconds: number },
): void {
  const machine = { cpus: cpus().map(({ model }) => model), memory: totalmem(), node: process.version };
  const incidents = lanes.flatMap((lane) => lane.incidents);
  const told = lanes.map(({ cannot, ...lane }) => ({ ...lane, cannot: Object.fromEntries(cannot) }));
  const all = {
    ...run,
    machine,
    figures: figuresOf(lanes),
    promises: promisesOf(lanes),
    kinds: tableOf(incidents),
    lanes: told,
  };
  writeFileSync(path, `${JSON.stringify(all, null, 2)}\n`);
}

/** The names in a list with commas; throws for one that there is not. */
function listed<T extends Kind | Shape>(names: readonly T[], list: string): readonly T[] {
  return list.split(",").map((name) => {
    const found = names.find((each) => each === name.trim());
    if (found === undefined) throw new Error(`There is no "${name}": one of ${names.join(", ")}.`);
    return found;
  });
}

process.exitCode = await main();
