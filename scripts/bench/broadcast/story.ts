import type { StandIn } from "#test/support/stand-in-carrier.ts";
import { until } from "#test/support/until.ts";
import type { Moods } from "./carrier-moods.ts";
import type { Installation } from "./installation.ts";

const ADA = "+14015550108";
const BEN = "+14015550109";
const WORDS = "assembly moved to 8pm tonight, Big Tent";
/** What all subscribers get. */
export const BROADCAST = `Willow Camp: ${WORDS}`;
const PATIENCE_MS = 120_000;

export type Story = {
  readonly subscribers: readonly string[];
  readonly outBefore: ReadonlySet<string>;
  /** Said STOP in the middle, answered before their text had left. */
  readonly outDuring: ReadonlySet<string>;
  readonly refused: ReadonlySet<string>;
  /** From asking for the agenda in the middle to its answer. */
  readonly agendaMs: number;
  /** Texts of the broadcast that left between words in the middle and their arrival. */
  readonly overtaken: number;
  readonly kills: number;
};

type Scene = {
  readonly standIn: StandIn;
  readonly installation: Installation;
  readonly people: number;
  readonly kills: number;
  readonly mood: Moods | null;
};

/** Everything as people do it: by text. */
export async function tellBroadcast({ standIn, installation, people, kills, mood }: Scene): Promise<Story> {
  const { webhook } = installation;
  const text = async (from: string, body: string) => (await standIn.postText(webhook, { from, body })).reply;
  await installation.addOrganizer(ADA, "Ada");
  await installation.addOrganizer(BEN, "Ben");
  const subscribers = Array.from({ length: people }, (_, i) => `+1402${2_000_000 + i}`);
  const outBefore = new Set(subscribers.filter((_, i) => i % 30 === 15));
  for (const from of subscribers) await text(from, "NEWS");
  for (const from of outBefore) await text(from, "STOP");
  const line = await introduceTwo(standIn, text);
  if (mood) standIn.behave(mood.behaviour);
  await text(ADA, `CAST ${WORDS}`);
  await text(ADA, "1");
  await until("the second organizer is asked", () => hasText(standIn, BEN, "wants to text"), PATIENCE_MS);
  await text(BEN, "1");
  const wanted = people - outBefore.size;
  await until("a third has left", () => sent(standIn) > wanted / 3, PATIENCE_MS);
  const agendaMs = await timed(() => text(NEEDER, "AGENDA"));
  const overtaken = kills === 0 && !mood ? await overtake(standIn, text, line) : 0;
  const outDuring = new Set<string>();
  for (const from of subscribers.slice(-5)) {
    const before = gotIt(standIn, from);
    await text(from, "STOP");
    if (!before && !gotIt(standIn, from)) outDuring.add(from);
  }
  for (let i = 0; i < kills; i++) {
    const least = sent(standIn) + wanted / 10;
    await installation.killBoth();
    await until("it goes on after a kill", () => sent(standIn) >= Math.min(least, wanted * 0.9), PATIENCE_MS);
  }
  const refused = new Set(subscribers.filter((phone) => mood?.refuses(phone)));
  return { subscribers, outBefore, outDuring, refused, agendaMs, overtaken, kills };
}

const NEEDER = "+14045550101";
const GIVER = "+14045550102";
type Text = (from: string, body: string) => Promise<string | null>;

/** A need and a gift that met: the number of their line. */
async function introduceTwo(standIn: StandIn, text: Text): Promise<string> {
  await text(NEEDER, "NEED 2 tarps");
  await text(GIVER, "GIFT tarps, have 3");
  await until("the giver is asked", () => hasText(standIn, GIVER, "needs 2 tarps"), PATIENCE_MS);
  const answer = await text(GIVER, "1");
  const line = /text (\d+) and your words/.exec(answer ?? "")?.[1];
  if (line === undefined) throw new Error(`No line in: ${answer}`);
  await until("the needer is told", () => hasText(standIn, NEEDER, "can give 2 tarps"), PATIENCE_MS);
  return line;
}

/** Words to somebody in the middle of the broadcast: how many of its texts left before they came. */
async function overtake(standIn: StandIn, text: Text, line: string): Promise<number> {
  const before = sent(standIn);
  await text(NEEDER, `${line} see you at 5`);
  await until("the words came", () => hasText(standIn, GIVER, "see you at 5"), PATIENCE_MS);
  const at = standIn.accepted.findIndex(({ body }) => body === `${line}: see you at 5`);
  return standIn.accepted.slice(0, at).filter(({ body }) => body === BROADCAST).length - before;
}

function sent(standIn: StandIn): number {
  return standIn.accepted.filter(({ body }) => body === BROADCAST).length;
}

function gotIt(standIn: StandIn, phone: string): boolean {
  return hasText(standIn, phone, BROADCAST);
}

function hasText(standIn: StandIn, phone: string, part: string): boolean {
  return standIn.accepted.some(({ to, body }) => to === phone && body.includes(part));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}
