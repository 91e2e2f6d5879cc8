import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { boardPosts } from "#server/store/board.ts";
import { type Camp, postIn, startCamp } from "#test/support/camp.ts";
import { type Console, startConsole } from "#test/support/console.ts";

let camp: Camp;
let ada: Console;
beforeEach(async () => {
  camp = await startCamp();
  ada = await startConsole(camp, { phone: "+14015550109", name: "Ada" });
});
afterEach(() => camp.close());

describe("the public board", () => {
  test.each([
    "NEED a place to sleep tonight",
    "NEED a bed for my mother",
    "NEED insulin",
    "GIFT couch to crash on",
    "NEED walk home at night",
    "NECESITO medicina para la tos",
    "NECESITO lugar para dormir",
    "NEED a nurse to look at a wound",
    "NEED ride to the doctor",
    "NEED a safe place from my ex",
  ])("does not show %s, unless its owner says so", async (words) => {
    const number = postIn(await camp.phone().text(words));
    await camp.settled();
    expect(await onBoard()).toEqual([]);
    expect(await slipOf(number)).toContain("not on the public board");
    await ada.post(`/organize/posts/${await idOf(number)}/board`, {});
    expect(await onBoard()).toEqual([number]);
    await camp.text("+14015559999", "GIFT 3 buckets");
    await camp.settled();
    expect(await onBoard()).toContain(number);
    await ada.post(`/organize/posts/${await idOf(number)}/off-board`, {});
    expect(await onBoard()).not.toContain(number);
  });

  test("keeps off what an organizer kept off, however often it is matched or changed", async () => {
    const phone = camp.phone();
    const number = postIn(await phone.text("NEED 2 tarps"));
    await camp.settled();
    await ada.post(`/organize/posts/${await idOf(number)}/off-board`, {});
    expect(await slipOf(number)).toContain("not on the public board: an organizer said so");
    await matchAgain(number);
    expect(await onBoard()).toEqual([]);
    await phone.text(`STILL ${number} 3 tarps`);
    await camp.settled();
    expect(await onBoard()).toEqual([]);
    await ada.post(`/organize/posts/${await idOf(number)}/board`, {});
    expect(await onBoard()).toEqual([number]);
  });

  test("shows what its owner allowed until they say something else that is delicate", async () => {
    const phone = camp.phone();
    const number = postIn(await phone.text("NEED insulin"));
    await camp.settled();
    await ada.post(`/organize/posts/${await idOf(number)}/board`, {});
    await matchAgain(number);
    expect(await onBoard()).toEqual([number]);
    await phone.text(`STILL ${number} a bed for two`);
    await camp.settled();
    expect(await onBoard()).toEqual([]);
    expect(await slipOf(number)).toContain("a bed, health or safety");
  });

  test.each(["NEED 2 tarps", "GIFT bike repair", "NECESITO martillo", "GIFT firewood"])(
    "shows %s",
    async (words) => {
      const number = postIn(await camp.phone().text(words));
      await camp.settled();
      expect(await onBoard()).toEqual([number]);
    },
  );

  test("looks again when a post is changed, and drops who said STOP", async () => {
    const phone = camp.phone();
    const number = postIn(await phone.text("NEED 2 tarps"));
    await camp.settled();
    expect(await onBoard()).toEqual([number]);
    await phone.text(`STILL ${number} insulin`);
    await camp.settled();
    expect(await onBoard()).toEqual([]);
    await phone.text(`STILL ${number} 3 tarps`);
    await camp.settled();
    expect(await onBoard()).toEqual([number]);
    await phone.text("STOP");
    expect(await onBoard()).toEqual([]);
  });
});

/** As after every change of what it may fit with. */
async function matchAgain(number: number): Promise<void> {
  await camp.database.query(
    "INSERT INTO outbox (name, subject_id, due_at, wake_at) VALUES ('match', $1, $2, $2)",
    [await idOf(number), camp.booted.ctx.now()],
  );
  await camp.settled();
}

async function idOf(number: number): Promise<number> {
  const { rows } = await camp.database.query("SELECT id FROM posts WHERE number = $1", [number]);
  return rows[0]?.id;
}

/** The post's slip on the page. */
async function slipOf(number: number): Promise<string> {
  const { text } = await ada.get("/organize/posts");
  const from = text.indexOf(`id="post-${await idOf(number)}"`);
  const next = text.indexOf('id="post-', from + 1);
  return text.slice(from, next < 0 ? undefined : next);
}

async function onBoard(): Promise<readonly number[]> {
  const { ctx } = camp.booted;
  return (await boardPosts(ctx.db, { kind: null, most: 50, now: ctx.now() })).map((post) => post.number);
}
