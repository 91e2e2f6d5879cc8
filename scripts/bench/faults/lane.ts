import { setTimeout as pause } from "node:timers/promises";
import { until } from "#test/support/until.ts";
import type { Dice } from "../cards/dice.ts";
import { compare } from "../crash/compare.ts";
import { type People, startStories } from "../crash/stories.ts";
import { settle } from "../crash/tally.ts";
import type { Written } from "../crash/writer.ts";
import { carrierMoods } from "./carrier.ts";
import { type Broken, KINDS, type Kind, WAYS } from "./kinds.ts";
import { type Machine, type Shape, startMachine } from "./machine.ts";
import { type Planned, planFaults } from "./plan.ts";
import { watchReadiness } from "./readiness.ts";

/** What became of one fault, or of two together. */
export type Incident = {
  readonly shape: Shape;
  readonly kinds: readonly Kind[];
  /** When it began and when all was mended. */
  readonly at: number;
  readonly mendedAt: number;
  /** From mended until it says that it takes work; null: it never did. */
  readonly readyMs: number | null;
  /** From there until a text got its answer, at the first try; null: it got none, and `refusal` says what instead. */
  readonly answerMs: number | null;
  readonly refusal: string | null;
};

export type LaneOptions = {
  readonly shape: Shape;
  readonly count: number;
  /** Times that something breaks before everything is left alone until it has come to rest, and counted. */
  readonly round: number;
  readonly textsASecond: number;
  readonly only: readonly Kind[];
  /** Lets the clock run ahead while texts in doubt wait to be looked up. */
  readonly hurry: boolean;
  readonly dice: Dice;
  readonly say: (line: string) => void;
  /** Ends it before its time, with what was found so far. */
  readonly enough: AbortSignal;
};

export type LaneResult = Awaited<ReturnType<typeof runLane>>;

/** Generous: a machine that is busy with other things starts a program slowly. */
const BACK_WITHIN_MS = 120_000;
const GIVE_UP_MS = 180_000;
/** Several look-ups of several texts, and a program that is killed again before it has come to them. */
const PATIENCE_MS = 600_000;
const HURRY_SECONDS = 21;

/** Breaks one installation again and again while people use it; then tells what was promised and not kept. */
export async function runLane(options: LaneOptions) {
  const { shape, say } = options;
  const machine = await startMachine(shape);
  const watch = watchReadiness(machine);
  try {
    const broken = { machine, carrier: carrierMoods(machine.standIn) };
    await until("it is up", () => isReady(machine), PATIENCE_MS);
    const people = startStories(machine.standIn, machine.webhook, options.textsASecond, {
      giveUpMs: GIVE_UP_MS,
      patienceMs: PATIENCE_MS,
    });
    const cannot = impossible(machine);
    const kinds = options.only.filter((kind) => WAYS[kind].cannot(machine) === null);
    const plan = planFaults(options.dice, kinds, kinds.length === 0 ? 0 : options.count);
    const incidents: Incident[] = [];
    const unsettled: string[] = [];
    for (let from = 0; from < plan.length && !options.enough.aborted; from += options.round) {
      people.begin();
      for (const planned of plan.slice(from, from + options.round)) {
        if (!options.enough.aborted) incidents.push(await strike(broken, planned));
      }
      say(`${shape}: ${incidents.length} of ${plan.length} times something broke, coming to rest`);
      await comeToRest(machine, people, options.hurry).catch((fault: unknown) =>
        unsettled.push(String(fault)),
      );
    }
    people.close();
    await watch.stop();
    const badStops = await machine.stop();
    return { ...(await judge(machine, people, incidents)), badStops, unsettled, cannot, ...truth(watch) };
  } finally {
    await watch.stop();
    await machine.remove();
  }
}

async function strike(broken: Broken, { kinds, blows, afterMs, apartMs }: Planned): Promise<Incident> {
  const { machine } = broken;
  await pause(afterMs);
  const at = Date.now();
  await Promise.all(
    kinds.map(async (kind, index) => {
      await pause(index * apartMs);
      const blow = blows[index];
      if (blow) await WAYS[kind].strike(broken, blow);
    }),
  );
  const mendedAt = Date.now();
  const isBack = await until("it is back", () => isReady(machine), BACK_WITHIN_MS).then(
    () => true,
    () => false,
  );
  const readyMs = Date.now() - mendedAt;
  const answer = isBack ? await askForMenu(machine) : { answerMs: null, refusal: null };
  return { shape: machine.shape, kinds, at, mendedAt, readyMs: isBack ? readyMs : null, ...answer };
}

let strangers = 0;

/** Once, as from a carrier that does not try again: what says that it is ready has to answer. */
async function askForMenu({ standIn, webhook }: Machine): Promise<Pick<Incident, "answerMs" | "refusal">> {
  const from = `+1405${2_000_000 + strangers++}`;
  const posted = await standIn
    .postText(webhook, { from, body: "MENU", signal: AbortSignal.timeout(BACK_WITHIN_MS) })
    .catch((fault: unknown) => String(fault));
  if (typeof posted === "string") return { answerMs: null, refusal: posted };
  if (posted.status === 200 && posted.reply !== null) return { answerMs: posted.ms, refusal: null };
  return { answerMs: null, refusal: `${posted.status} ${posted.twiml}` };
}

async function isReady({ url }: Machine): Promise<boolean> {
  const answer = await fetch(`${url}/readyz`).catch(() => null);
  await answer?.body?.cancel();
  return answer?.status === 200;
}

async function comeToRest({ dataDir, clock }: Machine, people: People, hurry: boolean): Promise<void> {
  let ahead = 0;
  const runAhead = () => {
    ahead += HURRY_SECONDS;
    if (typeof clock !== "string") clock.set(ahead);
  };
  const running = hurry ? setInterval(runAhead, 2_000) : undefined;
  try {
    await people.end();
    await settle(dataDir, PATIENCE_MS);
  } finally {
    clearInterval(running);
    if (typeof clock !== "string") clock.set(0);
  }
}

/** Kinds that cannot be made on this machine, and why. */
function impossible(machine: Machine): ReadonlyMap<Kind, string> {
  return new Map(
    KINDS.flatMap((kind) => {
      const why = WAYS[kind].cannot(machine);
      return why ? [[kind, why] as const] : [];
    }),
  );
}

async function judge(machine: Machine, people: People, incidents: readonly Incident[]) {
  const { written, repeats } = people.writer;
  const found = await compare({ dataDir: machine.dataDir, standIn: machine.standIn, written });
  return {
    shape: machine.shape,
    incidents,
    texts: {
      answered: found.answered.length,
      neverAnswered: written.length - found.answered.length,
      repeats,
    },
    accepted: machine.standIn.accepted.length,
    handedOverAgain: found.handedOverAgain,
    unsent: found.unsent.map(({ state, count }) => `${state}: ${count}`),
    lost: blame(found.lost, incidents),
    wrong: blame(found.wrong, incidents),
    mistold: blame(found.mistold, incidents),
    twice: found.twice,
    stuck: people.stuck,
    falls: [machine.web, machine.worker].flatMap((kept) => kept?.falls ?? []),
  };
}

/** Each text with the last thing that had gone wrong when it was written. */
function blame(texts: readonly Written[], incidents: readonly Incident[]) {
  return texts.map(({ kind, mark, at, reply }) => ({
    text: `${kind} ${mark}`,
    reply,
    after: incidents.findLast((each) => each.at <= at)?.kinds ?? [],
    before: incidents.find((each) => each.at > at)?.kinds ?? [],
  }));
}

function truth(watch: ReturnType<typeof watchReadiness>) {
  return { lies: watch.lies(), judged: watch.judged() };
}
