import { expect, onTestFinished } from "vitest";
import { PRIORITY, type TextKind } from "#server/domain/text-state.ts";
import { addOutboundText } from "#server/store/outbound-texts.ts";
import { countSegments } from "#sms/segments.ts";
import { signatureFor } from "#sms/twilio/signature.ts";
import { startWorld, TOKEN, type World, type WorldOptions } from "#test/support/world.ts";

export const QUEUES = ["postgresql", "redis"] as const;
export const ANA = "+14015550121";
export const BEN = "+14015550122";

/** A world for this test alone. */
export async function worldWith(options: WorldOptions = {}): Promise<World> {
  const world = await startWorld(options);
  onTestFinished(() => world.close());
  return world;
}

/** A phone of its own for each index. */
export function phoneNo(index: number): string {
  return `+1401${5_560_000 + index}`;
}

/** Has the two introduced over a lamp; the number of their line. */
export async function introduce(world: World, needer: string, giver: string): Promise<number> {
  await world.text(needer, "NEED 1 lamp");
  await world.text(giver, "GIFT 1 lamp");
  await world.settled();
  const answer = await world.text(giver, "1");
  await world.settled();
  const line = Number(/text (\d+) and your words/.exec(answer ?? "")?.[1]);
  expect(line).toBeGreaterThan(0);
  return line;
}

/** Queues texts to somebody who wrote before, as an action would: rows and the job that wakes the sender. */
export async function queueTexts(
  world: World,
  to: string,
  bodies: readonly string[],
  kind: TextKind = "notice",
): Promise<void> {
  await world.booted.ctx.inTransaction(async (ctx) => {
    const phoneHash = ctx.vault.hash("phone", to);
    const { id } = await ctx.db.person.findUniqueOrThrow({ where: { phoneHash } });
    const now = ctx.now();
    const plan = { question: null, askId: null, dueAt: now, notAfter: null, now };
    for (const body of bodies) {
      const sealed = ctx.vault.seal("text", body);
      await addOutboundText(ctx.db, {
        ...plan,
        personId: id,
        kind,
        priority: PRIORITY[kind],
        body: sealed,
        segments: countSegments(body),
      });
    }
  });
}

/** One text to a phone that nobody has written from before. */
export async function textTo(world: World, to: string, body: string): Promise<void> {
  await world.text(to, "MENU");
  await queueTexts(world, to, [body]);
  await world.settled();
}

/** What each outgoing text has come to, oldest first: "delivered", "failed 30007" ... */
export async function fates(world: World): Promise<string[]> {
  const { rows } = await world.database.query(
    "SELECT concat_ws(' ', state, reason) AS fate FROM outbound_texts ORDER BY id",
  );
  return rows.map((row) => row.fate);
}

export async function count(world: World, from: string): Promise<number> {
  const { rows } = await world.database.query(`SELECT count(*)::int AS n FROM ${from}`);
  return rows[0].n;
}

/** Every row of every table, to see that nothing changed. */
export async function everything(world: World): Promise<string> {
  const { rows: tables } = await world.database.query(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
  );
  const dumps = [];
  for (const { name } of tables) {
    const { rows } = await world.database.query(
      `SELECT to_jsonb(t)::text AS row FROM "${name}" t ORDER BY 1`,
    );
    dumps.push(name, ...rows.map(({ row }) => row));
  }
  return dumps.join("\n");
}

/** A delivery report as the carrier posts it; the status of the answer. */
export async function report(
  world: World,
  about: {
    readonly textId?: number;
    readonly sid: string;
    readonly status: string;
    readonly errorCode?: number;
  },
): Promise<number> {
  const path = `/twilio/status${about.textId === undefined ? "" : `?text=${about.textId}`}`;
  const params = {
    MessageSid: about.sid,
    AccountSid: world.env["TWILIO_ACCOUNT_SID"] ?? "",
    MessageStatus: about.status,
    ...(about.errorCode === undefined ? {} : { ErrorCode: String(about.errorCode) }),
  };
  const signature = signatureFor({ token: TOKEN, url: world.env["PUBLIC_URL"] + path, params });
  const answer = await fetch(world.url + path, {
    method: "POST",
    headers: { "x-twilio-signature": signature },
    body: new URLSearchParams(params),
  });
  return answer.status;
}
