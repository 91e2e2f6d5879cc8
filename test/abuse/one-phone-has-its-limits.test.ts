import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Camp, lineIn, type Phone, startCamp } from "#test/support/camp.ts";
import { startConsole } from "#test/support/console.ts";

let camp: Camp;
beforeAll(async () => {
  camp = await startCamp();
});
afterAll(() => camp.close());

/** Texts `count` times, each time what `next` makes of our last answer; the answers that were none. */
async function loop(phone: Phone, count: number, next: (last: string, turn: number) => string) {
  const answers: string[] = [];
  let last = "hello";
  for (let turn = 0; turn < count; turn++) {
    const answer = await phone.text(next(last, turn));
    if (answer !== null) answers.push(answer);
    last = answer ?? last;
  }
  return answers;
}

describe("another machine at the line is not answered for ever", () => {
  test.each<[string, number, (last: string, turn: number) => string]>([
    ["that sends back what it gets", 12, (last) => last],
    ["that says the same each time", 12, () => "Your message is important to us"],
    ["that says the same with a number behind it", 12, (_, turn) => `Ticket opened: ${turn}`],
    ["that quotes us", 12, (last, turn) => `Re: ${last} #${turn}`],
    ["that begins with a keyword of ours", 60, (_, turn) => `NEED to know more about ${turn} chairs`],
    ["that presses digits", 60, (_, turn) => String(turn % 10)],
    ["that shouts for help", 80, (_, turn) => `help he is not breathing ${turn}`],
  ])("one %s", async (_, most, next) => {
    const answers = await loop(camp.phone(), most + 8, next);
    expect(answers.length).toBeLessThanOrEqual(most);
  });

  test("one that never tires costs no more in a day than it may in its hours", async () => {
    const phone = camp.phone();
    let answers = 0;
    for (let hour = 0; hour < 4; hour++) {
      answers += (await loop(phone, 15, (_, turn) => `Ticket ${hour} ${turn} was received`)).length;
      await camp.advance(61);
    }
    expect(answers).toBeLessThanOrEqual(12);
  });
});

describe("one phone", () => {
  test("does not go on writing to another when its answers of the hour are used up, but may always stop", async () => {
    const [needer, giver] = [camp.phone(), camp.phone()];
    await needer.text("NEED 1 xylophone");
    await giver.text("GIFT 1 xylophone");
    await giver.unread();
    const line = lineIn(await giver.text("1"));
    await needer.unread();
    for (let turn = 0; turn < 75; turn++) await giver.text(`${line} are you there ${turn}`);
    expect((await needer.unread()).length).toBeLessThanOrEqual(60);
    expect(await giver.text("MENU")).toBeNull();
    await giver.text("help he is not breathing");
    const { rows } = await camp.database.query(
      "SELECT FROM inbox_entries WHERE reason = 'emergency' AND closed_at IS NULL",
    );
    expect(rows.length).toBeGreaterThan(0);
    await giver.text("stop texting me");
    await needer.text(`${line} hello?`);
    expect(await giver.unread()).toEqual([]);
  });

  test("has twenty posts up at the most, and may put up another for one that it takes down", async () => {
    const phone = camp.phone();
    const answers = await loop(phone, 22, (_, turn) => `NEED ${turn + 1} tarps`);
    expect(answers.filter((answer) => /got it/.test(answer))).toHaveLength(20);
    expect(answers.at(-1)).toContain("you have 20 posts up");
    const first = /no\. (\d+)/.exec(answers[0] ?? "")?.[1];
    expect(await phone.text(`DROP ${first}`)).toContain("taken down");
    expect(await phone.text("NEED a kettle")).toContain("got it");
    expect(await phone.text("NEED a bucket")).toContain("you have 20 posts up");
  });

  test("cannot bury the inbox: five of its calls wait for one reason at the most, and its words stand beside them", async () => {
    const phone = camp.phone();
    for (let turn = 0; turn < 12; turn++) await phone.text(`help he is not breathing ${turn}`);
    const { rows } = await camp.database.query(
      `SELECT count(*)::int FROM inbox_entries e JOIN inbound_texts t ON t.id = e.text_id
       WHERE e.reason = 'emergency' AND e.closed_at IS NULL
         AND e.person_id = (SELECT person_id FROM inbound_texts ORDER BY id DESC LIMIT 1)`,
    );
    expect(rows).toEqual([{ count: 5 }]);
    const ada = await startConsole(camp, { phone: "+14015550109", name: "Ada" });
    expect((await ada.get("/organize/inbox")).text).toContain("not breathing 11");
  });
});

describe("who is not of our countries", () => {
  test.each([
    ["+18765550123", "Jamaica, which dials like the United States"],
    ["+4915112345678", "Germany"],
    ["+19005550123", "a number that costs whoever calls it"],
    ["72345", "a short code"],
    ["+14015550100", "our own number"],
  ])("%s (%s) is not answered, and nothing is done for it", async (from) => {
    expect(await camp.text(from, "NEED 2 tarps")).toBeNull();
    expect(await camp.text(from, "help he is not breathing")).toBeNull();
    expect(camp.sentTo(from)).toEqual([]);
  });

  test("a country that is taken off the list gets nothing any more, of what waited either", async () => {
    const world = await startCamp({ env: { COUNTRIES: "US,CA" } });
    const canadian = world.phone("+16045550123");
    expect(await canadian.text("NEWS")).toContain("news");
    await world.stop();
    await world.join({ COUNTRIES: "US" });
    const { rows } = await world.database.query("SELECT id FROM people");
    await world.database.query(
      `INSERT INTO outbound_texts (person_id, kind, priority, body, segments, due_at, created_at, updated_at)
       SELECT $1, 'notice', 2, reply, 1, received_at, received_at, received_at FROM inbound_texts`,
      [rows[0]?.id],
    );
    await world.database.query(
      "INSERT INTO outbox (name, subject_id, due_at, wake_at) VALUES ('send', 0, now(), now())",
    );
    await world.advance(1);
    expect(await canadian.unread()).toEqual([]);
    const texts = await world.database.query("SELECT state, reason FROM outbound_texts");
    expect(texts.rows).toEqual([{ state: "dropped", reason: "country" }]);
    await world.close();
  });
});
