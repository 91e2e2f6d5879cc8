import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Camp, lineIn, type Phone, postIn, QUEUES, type Queue, startCamp } from "#test/support/camp.ts";
import type { WorldOptions } from "#test/support/world.ts";

type Entry = { purpose: string; granted: boolean; method: string; wording: string };

async function ledger(camp: Camp): Promise<Entry[]> {
  const { rows } = await camp.database.query(
    "SELECT purpose, granted, method, wording FROM consents ORDER BY id",
  );
  return rows;
}

let camp: Camp;
let phone: Phone;
let other: Phone;

function inCamp(options: WorldOptions): void {
  beforeAll(async () => {
    camp = await startCamp(options);
  });
  beforeEach(() => {
    [phone, other] = [camp.phone(), camp.phone()];
  });
  afterAll(() => camp.close());
}

function inCampOfItsOwn(queue: Queue): void {
  beforeEach(async () => {
    camp = await startCamp({ queue });
    [phone, other] = [camp.phone(), camp.phone()];
  });
  afterEach(() => camp.close());
}

describe.each(QUEUES)("who said STOP, jobs on %s", (queue) => {
  inCampOfItsOwn(queue);

  test("hears nothing on any path, and is still obeyed", async () => {
    const need = postIn(await phone.text("NEED tarps"));
    await other.text("GIFT tarps, have 2");
    await other.unread();
    const line = lineIn(await other.text("1"));
    const gift = postIn(await phone.text("GIFT lamps"));
    await phone.unread();
    expect(await phone.text("stop texting me")).toContain("you get no more texts from us");
    expect(await phone.text("stop texting me")).toBeNull();
    expect(await other.text(`${line} hello`)).toContain(`no. ${line} is closed already`);
    await other.text("NEED lamps");
    expect(await phone.text("MENU")).toBeNull();
    expect(await phone.text("0")).toBeNull();
    expect(await phone.text(`DROP ${gift}`)).toBeNull();
    expect(await phone.text(`DONE ${need}`)).toBeNull();
    expect(await other.unread()).toEqual([expect.stringContaining(`no. ${need} is done`)]);
    await camp.advance(8 * 24 * 60);
    expect(await phone.unread()).toEqual([]);
    await phone.text("START");
    expect(await phone.text("MINE")).toContain("nothing listed");
  });

  test("takes asks and needs out of the round: givers are told, others are asked", async () => {
    const third = camp.phone();
    await phone.text("NEED tarps");
    await other.text("GIFT tarps");
    expect(await other.unread()).toHaveLength(1);
    await phone.text("STOP");
    expect(await other.unread()).toEqual([expect.stringContaining("needs no more help")]);
    expect(await other.text("1")).toContain("needs no more help");
    await third.text("NEED tarps");
    expect(await other.unread()).toHaveLength(1);
    await other.text("STOP");
    expect(await other.text("1")).toBeNull();
    expect([...(await third.unread()), ...(await phone.unread()), ...(await other.unread())]).toEqual([]);
  });

  test("START brings answers and asks back, not NEWS", async () => {
    await phone.text("GIFT tarps");
    await phone.text("NEWS");
    await phone.text("STOP");
    await other.text("NEED tarps");
    expect(await phone.unread()).toEqual([]);
    expect(await phone.text("START")).toBeNull();
    expect(await phone.unread()).toEqual([expect.stringContaining("someone needs tarps")]);
    const entries = await ledger(camp);
    expect(entries.filter(({ purpose }) => purpose === "news").at(-1)?.granted).toBe(false);
    expect(entries.filter(({ purpose }) => purpose === "texts").at(-1)?.granted).toBe(true);
  });
});

describe.each(QUEUES)("what the carrier says of STOP, jobs on %s", (queue) => {
  inCampOfItsOwn(queue);

  test("carrier error 21610 is a STOP in our ledger, and takes the queued texts with it", async () => {
    await phone.text("NEED tarps");
    await phone.text("GIFT lamps");
    await other.text("GIFT tarps, have 5");
    await other.unread();
    camp.standIn.optOut(phone.number);
    const line = lineIn(await other.text("1"));
    await camp.settled();
    expect(await ledger(camp)).toEqual([
      { purpose: "texts", granted: false, method: "carrier", wording: "21610" },
      { purpose: "news", granted: false, method: "carrier", wording: "21610" },
    ]);
    expect(await other.text(`${line} hello`)).toContain("closed already");
    await other.text("NEED lamps");
    await camp.settled();
    const { rows } = await camp.database.query(
      "SELECT count(*)::int AS n FROM outbound_texts WHERE state NOT IN ('failed', 'dropped', 'accepted', 'sent', 'delivered')",
    );
    expect(rows).toEqual([{ n: 0 }]);
    expect(await phone.unread()).toEqual([]);
    expect(await phone.text("MENU")).toBeNull();
  });

  test("a text that was queued before the STOP does not leave after it", async () => {
    await phone.text("NEED tarps");
    await other.text("GIFT tarps, have 5");
    await other.unread();
    camp.standIn.behave(({ to }) => (to === phone.number ? { status: 429, code: 20429 } : "accept"));
    await other.text("1");
    await camp.settled();
    await phone.text("STOP");
    camp.standIn.behave(() => "accept");
    await camp.advance(10);
    expect(await phone.unread()).toEqual([]);
  });
});

describe("the words of STOP, START and HELP", () => {
  inCamp({});

  test.each([
    "STOP",
    "stopall",
    "Unsubscribe",
    "CANCEL",
    "end",
    "Quit",
    "REVOKE",
    "OPTOUT",
    "HELP",
    "info",
    "START",
  ])("%s is answered by the carrier, so not by us", async (word) => {
    expect(await phone.text(word)).toBeNull();
  });

  test.each([
    ["stop texting me", "you get no more texts from us."],
    ["opt out", "you get no more texts from us."],
    ["STOP!", "you get no more texts from us."],
    ["ALTO", "ya no te escribimos"],
    ["BAJA", "ya no te escribimos"],
    ["¡No más mensajes!", "ya no te escribimos"],
  ])("%s is a STOP that the carrier does not know: one confirmation, then silence", async (words, answer) => {
    expect(await phone.text(words)).toContain(answer);
    expect(await phone.text(words)).toBeNull();
    expect(await phone.text("NEED tarps")).toBeNull();
  });

  test.each([
    ["AYUDA", "ayuda: the info tent"],
    ["who is this", "info line. Help: the info tent."],
  ])("%s is a HELP that the carrier does not know", async (words, answer) => {
    expect(await phone.text(words)).toContain(answer);
  });

  test.each(["CANCEL 4711", "END 4711", "stop 4711"])("%s means a post, not a STOP", async (words) => {
    expect(await phone.text(words)).toContain("no. 4711 is not a number of yours");
  });
});

describe("the consent ledger", () => {
  inCamp({});

  test("OptOutType says that the carrier took a word for STOP and has answered it, whatever the word", async () => {
    const post = (body: string, optOutType?: "STOP" | "START" | "HELP") =>
      camp.standIn.postText(`${camp.url}/twilio/sms`, {
        from: phone.number,
        body,
        ...(optOutType ? { optOutType } : {}),
      });
    expect((await post("ARRET", "STOP")).reply).toBeNull();
    expect(await phone.text("MENU")).toBeNull();
    expect((await post("RETOUR", "START")).reply).toBeNull();
    expect(await phone.text("MENU")).toContain("1 NEED");
    expect((await post("AYUDA", "HELP")).reply).toBeNull();
  });

  test("NEWS and NEWS OFF are kept in the ledger, and the answers carry what carriers ask for", async () => {
    const before = (await ledger(camp)).length;
    const on = await phone.text("NEWS");
    for (const part of ["Willow Camp", "Help:", "Msg&data rates may apply", "STOP"])
      expect(on).toContain(part);
    expect(await phone.text("NEWS OFF")).toContain("no more camp news");
    expect((await ledger(camp)).slice(before)).toEqual([
      { purpose: "news", granted: true, method: "keyword", wording: "NEWS" },
      { purpose: "news", granted: false, method: "keyword", wording: "NEWS OFF" },
    ]);
  });

  test("STOP outlives WIPE: then never a text again", async () => {
    await phone.text("NEED harmonica");
    await phone.text("STOP");
    expect(await phone.text("WIPE")).toBeNull();
    expect(await phone.text("1")).toBeNull();
    expect(await phone.text("MENU")).toBeNull();
    await phone.text("GIFT harmonica");
    await camp.phone().text("NEED harmonica");
    expect(await phone.unread()).toEqual([]);
  });
});
