import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Camp, lineIn, QUEUES, startCamp } from "#test/support/camp.ts";
import { startConsole } from "#test/support/console.ts";

const HOUR = 60;
const DAY = 24 * HOUR;

let camp: Camp;
afterEach(() => camp.close());

async function count(rows: string): Promise<number> {
  return (await camp.database.query(`SELECT count(*)::int AS n FROM ${rows}`)).rows[0]?.n;
}

const WORDS = `(SELECT FROM inbound_texts WHERE body IS NOT NULL OR reply IS NOT NULL OR body_hash <> ''
  UNION ALL SELECT FROM outbound_texts WHERE body IS NOT NULL) words`;

describe.each(QUEUES)("by its own clock, jobs on %s,", (queue) => {
  beforeEach(async () => {
    camp = await startCamp({ queue, env: { MESSAGE_RETENTION_HOURS: "3", QUIET_HOURS: "00:00-00:00" } });
  });

  test("the words of texts go after MESSAGE_RETENTION_HOURS, an hour later at the most, sent or relayed", async () => {
    const [needer, giver] = [camp.phone(), camp.phone()];
    await needer.text("NEED lute");
    await giver.text("GIFT lute, have 1");
    await giver.unread();
    const line = lineIn(await giver.text("1"));
    await needer.text(`${line} come to the red tent`);
    expect(await giver.unread()).toContainEqual(expect.stringContaining("red tent"));
    const texts = await count("inbound_texts");
    await camp.advance(3 * HOUR - 1);
    expect(await count(WORDS)).toBeGreaterThan(6);
    await camp.advance(HOUR + 1);
    expect(await count(WORDS)).toBe(0);
    expect(await count("inbound_texts")).toBe(texts);
  });

  test("they go at the carrier too, answers and all, but for what is still in doubt", async () => {
    const [needer, giver] = [camp.phone(), camp.phone()];
    await needer.text("NEED lute");
    await giver.text("GIFT lute, have 1");
    await giver.unread();
    const texts = () => [...camp.standIn.received, ...camp.standIn.replies, ...camp.standIn.accepted];
    const before = texts();
    expect(before.length).toBeGreaterThanOrEqual(5);
    // Twilio's own time for a text begins when it has sent it.
    await camp.standIn.settled();
    await camp.advance(3 * HOUR);
    await giver.text("1");
    await needer.unread();
    await camp.standIn.settled();
    const setLast = (state: string) =>
      camp.database.query(
        `UPDATE outbound_texts SET state = '${state}' WHERE id = (SELECT max(id) FROM outbound_texts)`,
      );
    await setLast("unknown");
    await camp.advance(HOUR);
    expect(before.filter(({ erased }) => !erased)).toEqual([]);
    await camp.advance(4 * HOUR);
    const later = texts().filter((text) => !before.includes(text));
    expect(later).toHaveLength(3);
    expect(later.filter(({ erased }) => erased)).toEqual([]);
    await setLast("delivered");
    await camp.advance(HOUR);
    expect(later.filter(({ erased }) => !erased)).toEqual([]);
  });

  test("posts go a week after they closed, and people a week after their last text", async () => {
    const [owner, stranger, subscriber] = [camp.phone(), camp.phone(), camp.phone()];
    await owner.text("NEED hurdy-gurdy");
    await stranger.text("MENU");
    await subscriber.text("NEWS");
    await stranger.text("stop texting me");
    await camp.advance(6 * DAY);
    await owner.text("DROP 10");
    await camp.advance(DAY + HOUR);
    expect(await count("posts")).toBe(1);
    expect(await count("people WHERE phone IS NOT NULL")).toBe(2);
    await camp.advance(6 * DAY + HOUR);
    expect(await count("posts")).toBe(0);
    expect(await count("people WHERE phone IS NOT NULL")).toBe(1);
    expect(await subscriber.text("MENU")).toContain("NEED");
    expect(await stranger.text("MENU")).toBeNull();
  });

  test("codes, browsers and tries at the door go once they are over", async () => {
    await startConsole(camp, { phone: "+14015550109", name: "Ada" });
    const body = new URLSearchParams({ phone: "401 555 0109" });
    await fetch(`${camp.url}/organize/sign-in`, { method: "POST", body, headers: { origin: camp.url } });
    await camp.settled();
    await camp.database.query("UPDATE limits SET expire = 1");
    expect([await count("sessions"), await count("sign_ins")]).toEqual([1, 2]);
    expect(await count("limits")).toBeGreaterThan(0);
    await camp.advance(2 * DAY + HOUR);
    expect([await count("sessions"), await count("sign_ins"), await count("limits")]).toEqual([0, 0, 0]);
  });

  test("forgetting goes on for ever, once an hour, however often workers start", async () => {
    await camp.stop(await camp.join());
    await camp.stop(await camp.join());
    for (let i = 0; i < 3; i++) {
      await camp.advance(HOUR);
      const { rows } = await camp.database.query("SELECT due_at FROM outbox WHERE name = 'forget-texts'");
      expect(rows).toHaveLength(1);
      const minutes = (rows[0].due_at.getTime() - camp.booted.ctx.now().getTime()) / 60_000;
      expect(minutes).toBeGreaterThan(0);
      expect(minutes).toBeLessThanOrEqual(HOUR);
    }
  });
});
