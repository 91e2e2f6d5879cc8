import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { grantRole } from "#server/actions/grant-role.ts";
import { readPhone } from "#server/domain/phone.ts";
import { type Camp, type Phone, QUEUES, startCamp } from "#test/support/camp.ts";

let camp: Camp;

describe.each(QUEUES)("an organizer texts everybody, jobs on %s", (queue) => {
  beforeEach(async () => {
    camp = await startCamp({ queue });
  });
  afterEach(() => camp.close());

  test("CAST, who gets it, a second organizer's 1, and twenty seconds later each has it once", async () => {
    const [ada, ben] = await organizers("Ada", "Ben");
    const subscribers = await onNews(5);
    const stranger = camp.phone();
    await stranger.text("MENU");
    expect(await ada.text("CAST assembly moved to 8pm, Big Tent")).toBe(
      "Willow Camp: who gets it? Reply 1 everyone on NEWS (5). 9 for nobody.",
    );
    expect(await ada.text("1")).toBe(
      "Willow Camp: 5 people, 5 segments, 1 s. The other organizer was asked to release it. 9 stops it.",
    );
    expect(await ben.unread()).toEqual([
      "Willow Camp: Ada wants to text 5 people on NEWS (1 s, till 9pm): assembly moved to 8pm, Big Tent Reply 1 to send it, 2 not.",
    ]);
    expect(await ben.text("1")).toBe("Willow Camp: it goes to 5 people in 20 s. Reply 9 to stop it.");
    expect(await ada.unread()).toEqual([
      "Willow Camp: Ben released your text. It goes to 5 people in 20 s. Reply 9 to stop it.",
    ]);
    expect(await all(subscribers)).toEqual([[], [], [], [], []]);
    await camp.advance(0.5);
    for (const texts of await all(subscribers))
      expect(texts).toEqual(["Willow Camp: assembly moved to 8pm, Big Tent"]);
    expect(await stranger.unread()).toEqual([]);
    await camp.advance(10);
    expect(await all(subscribers)).toEqual([[], [], [], [], []]);
  });

  test("9 from either stops it before it goes", async () => {
    for (const who of [0, 1]) {
      const pair = await organizers(`Ada${who}`, `Ben${who}`);
      const [subscriber] = await onNews(1);
      const [ada, ben] = pair;
      await ada.text("CAST all to the gate");
      await ada.text("1");
      await ben.unread();
      await ben.text("1");
      await ada.unread();
      expect(await pair[who]?.text("9")).toContain("stopped.");
      await camp.advance(1);
      expect(await subscriber?.unread()).toEqual([]);
      await camp.database.query("UPDATE roles SET ended_at = now()");
    }
  });

  test("who said STOP or NEWS OFF after it was released gets none", async () => {
    const [ada, ben] = await organizers("Ada", "Ben");
    const [stays, stops, off] = await onNews(3);
    await ada.text("CAST soup at 6");
    await ada.text("1");
    await ben.unread();
    await ben.text("1");
    await stops?.text("STOP");
    await off?.text("NEWS OFF");
    await camp.advance(1);
    expect(await stays?.unread()).toEqual(["Willow Camp: soup at 6"]);
    expect(await stops?.unread()).toEqual([]);
    expect(await off?.unread()).toEqual([]);
  });

  test("of two who release at the same moment one does, and it goes once", async () => {
    const [ada, ben, cleo] = await organizers("Ada", "Ben", "Cleo");
    const [subscriber] = await onNews(1);
    await ada.text("CAST soup at 6");
    await ada.text("1");
    await ben.unread();
    await cleo.unread();
    const answers = await Promise.all([ben.text("1"), cleo.text("1")]);
    expect(answers.filter((each) => each?.includes("it goes to 1 people"))).toHaveLength(1);
    expect(answers.filter((each) => each?.includes("not waiting any more"))).toHaveLength(1);
    await camp.advance(1);
    expect(await subscriber?.unread()).toEqual(["Willow Camp: soup at 6"]);
  });
});

describe("CAST keeps its word", () => {
  beforeEach(async () => {
    camp = await startCamp();
  });
  afterEach(() => camp.close());

  test("from somebody without a role it is refused and nothing is kept", async () => {
    expect(await camp.phone().text("CAST free beer")).toContain("only organizers can text everybody");
    const { rows } = await camp.database.query("SELECT count(*)::int AS count FROM broadcasts");
    expect(rows[0]?.count).toBe(0);
  });

  test("nobody releases their own, and without a second organizer it waits", async () => {
    const [ada] = await organizers("Ada");
    const [subscriber] = await onNews(1);
    await ada.text("CAST soup at 6");
    expect(await ada.text("1")).toContain("there is no second organizer");
    expect(await ada.text("1")).toContain("reply 9 to stop");
    await camp.advance(5);
    expect(await subscriber?.unread()).toEqual([]);
  });

  test("a fourth text to everyone in a day is not released", async () => {
    const [ada, ben] = await organizers("Ada", "Ben");
    const [subscriber] = await onNews(1);
    for (let i = 1; i <= 4; i++) {
      await ada.text(`CAST no. ${i} of today`);
      await ada.text("1");
      await ben.unread();
      const answer = await ben.text("1");
      expect(answer).toContain(i < 4 ? "it goes to 1 people" : "three texts to everyone went today already");
      await camp.advance(3);
    }
    expect(await subscriber?.unread()).toHaveLength(3);
  });

  test("released at night it waits for the morning", async () => {
    const [ada, ben] = await organizers("Ada", "Ben");
    const [subscriber] = await onNews(1);
    await camp.advance(10 * 60);
    await ada.text("CAST soup at 9");
    await ada.text("1");
    await ben.unread();
    expect(await ben.text("1")).toContain("at 8am");
    await camp.advance(60);
    expect(await subscriber?.unread()).toEqual([]);
    await camp.advance(10 * 60);
    expect(await subscriber?.unread()).toEqual(["Willow Camp: soup at 9"]);
  });

  test("a convenor writes to the own group, and an organizer releases it", async () => {
    const [ben] = await organizers("Ben");
    const cook = camp.phone();
    const member = camp.phone();
    await onNews(1);
    await member.text("MENU");
    const { rows } = await camp.database.query(
      `WITH made AS (INSERT INTO groups (number, name, about, interests, place, contact, created_at, active_at)
        VALUES (1, 'Kitchen', 'cooks', 'cooking', 'tent', 'the lead', now(), now()) RETURNING id),
      joined AS (INSERT INTO members (group_id, person_id, joined_at) SELECT made.id, max(people.id), now() FROM made, people GROUP BY made.id)
      SELECT id FROM made`,
    );
    await grant(cook, "Cook", "convenor", rows[0]?.id);
    expect(await cook.text("CAST onions are here")).toContain("Reply 1 Kitchen (1). 9 for nobody.");
    expect(await cook.text("1")).toContain("1 people, 1 segments");
    await ben.unread();
    expect(await ben.text("1")).toContain("it goes to 1 people");
    await camp.advance(1);
    expect(await camp.sentCount()).toBe(3);
  });

  test("in Spanish too", async () => {
    const [ada] = await organizers("Ada", "Ben");
    await onNews(2);
    await ada.text("LANG");
    await ada.text("2");
    expect(await ada.text("CAST asamblea a las 8")).toBe(
      "Willow Camp: ¿para quién? Responde 1 todos en NOTICIAS (2). 9 para nadie.",
    );
    expect(await ada.text("9")).toContain("parado.");
  });
});

async function organizers(...names: string[]): Promise<[Phone, Phone, Phone]> {
  const phones: Phone[] = [];
  for (const name of names) {
    const phone = camp.phone();
    await grant(phone, name, "organizer", null);
    phones.push(phone);
  }
  return phones as [Phone, Phone, Phone];
}

async function grant(phone: Phone, name: string, role: "organizer" | "convenor", groupId: number | null) {
  const number = readPhone(phone.number, "US");
  if (!number) throw new Error(`${phone.number} is no phone.`);
  await grantRole(camp.booted.ctx, "command line", { phone: number, role, groupId, name });
}

async function onNews(count: number): Promise<Phone[]> {
  const phones = Array.from({ length: count }, () => camp.phone());
  for (const phone of phones) await phone.text("NEWS");
  return phones;
}

async function all(phones: readonly Phone[]): Promise<(readonly string[])[]> {
  const got: (readonly string[])[] = [];
  for (const phone of phones) got.push(await phone.unread());
  return got;
}
