import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { receiptBytes } from "#kiosk/receipts/receipt-bytes.ts";
import { loadConfig } from "#server/config.ts";
import { readTable } from "#server/domain/csv.ts";
import { GUARDS } from "#test/meta/guards.ts";
import { FORM } from "#test/support/broadcasts.ts";
import { type Camp, lineIn, startCamp } from "#test/support/camp.ts";
import { liveCards, type PrintedCard } from "#test/support/cards.ts";
import { type Console, startConsole } from "#test/support/console.ts";

/** Ends a tag, an attribute, a script, a comment and a template, whichever it stands in. */
const HOSTILE = `x"'><img src=q onerror=alert(1)></script><script>alert(2)</script>\${7*7}{{7*7}}`;
const SHORT = `"'><img src=q>`;
/** What must never be in a page as it was written. */
const RAW = /<img src=q|<script>alert/;

let camp: Camp;
let ada: Console;
let card: PrintedCard;
let paths: readonly string[];

beforeAll(async () => {
  camp = await startCamp({ env: { NODE_NAME: SHORT, HELP_CONTACT: `<b>${SHORT}` } });
  ada = await startConsole(camp, { phone: "+14015550109", name: SHORT });
  paths = await fillCamp();
  await camp.settled();
});
afterAll(() => camp.close());

/** Hostile words through every door through which words come in; the pages of what was made of them. */
async function fillCamp(): Promise<readonly string[]> {
  for (const text of [
    `NEED ${HOSTILE}`,
    `GIFT ${HOSTILE}`,
    `0 ${HOSTILE}`,
    `AGENDA ${HOSTILE} for the tents`,
  ])
    await camp.text("+14015550141", text);
  await camp.text("+14015550142", `help he is not breathing ${HOSTILE}`);
  const words = {
    place: SHORT,
    title: SHORT,
    notes: HOSTILE,
    name: SHORT,
    about: HOSTILE,
    interests: HOSTILE,
  };
  const made = [
    await ada.post("/organize/groups", {
      ...words,
      contact: SHORT,
      days: "MO",
      time: "10:00",
      minutes: "60",
    }),
    await ada.post("/organize/gatherings", {
      ...words,
      day: "2026-11-24",
      start: "19:00",
      end: "20:00",
      format: "assembly",
    }),
    await ada.post("/organize/tent", { handle: "Lou", language: "en", phone: "" }),
    await ada.post("/organize/broadcasts", { ...FORM, words: HOSTILE }),
  ];
  const [, gathering, tent] = made;
  await ada.post(`${gathering?.path}/items`, { words: HOSTILE.slice(0, 150), minutes: "5" });
  await ada.post(`${tent?.path}/post`, { kind: "need", words: HOSTILE });
  await ada.post("/organize/people", { name: SHORT, phone: "+14015550177", role: "helper", group: "" });
  await ada.post("/organize/cards", {
    meaning: "gift",
    words: HOSTILE,
    place: SHORT,
    count: "2",
    language: "en",
    number: "",
  });
  const cards = await liveCards(camp.booted.ctx, {
    meaning: { kind: "gift", words: SHORT },
    place: SHORT,
  });
  card = cards[0] as PrintedCard;
  return made.map(({ path }) => path);
}

describe("words that are a program", () => {
  test("were taken by every door that the pages below show", async () => {
    const { rows } = await camp.database.query(
      `SELECT (SELECT count(*) FROM posts WHERE words LIKE '%img src=q%')::int AS posts,
        (SELECT count(*) FROM groups WHERE name LIKE '%img src=q%')::int AS groups,
        (SELECT count(*) FROM gatherings WHERE title LIKE '%img src=q%')::int AS gatherings,
        (SELECT count(*) FROM items WHERE words LIKE '%img src=q%')::int AS items,
        (SELECT count(*) FROM cards)::int AS cards, (SELECT count(*) FROM broadcasts)::int AS broadcasts`,
    );
    for (const [what, count] of Object.entries(rows[0])) expect(count, what).toBeGreaterThan(0);
  });

  test("stay words on every page of the console, in both languages", async () => {
    const listed = Object.keys(GUARDS).filter(
      (route) => /^GET \/organize/.test(route) && !/live|events|csv|\.bin|queues/.test(route),
    );
    const all = [
      ...listed.map((route) => route.replace("GET ", "").replace(/:\w+/g, "1")),
      ...paths,
      ...paths.map((path) => `${path}/edit`),
      `${paths[1]}/print`,
      `${paths[2]}/slip`,
      "/organize/cards/2",
      `/organize/posts?kind=&word=${encodeURIComponent(HOSTILE.slice(0, 50))}`,
    ];
    for (const language of ["en", "es"]) {
      await camp.text("+14015550109", language === "en" ? "MINE" : "MIOS");
      for (const path of all) expect((await ada.get(path)).text, path).not.toMatch(RAW);
    }
    expect((await ada.get("/organize/inbox")).text).toContain("&lt;img src=q");
  });

  test("stay words on cards, their desk and the pages that anybody opens", async () => {
    for (const path of [
      `/G/${card.token}`,
      `/G/${card.token}?lang=es`,
      "/kiosk",
      "/kiosk/card",
      "/organize/sign-in",
    ])
      expect(await (await fetch(camp.url + path)).text(), path).not.toMatch(RAW);
    expect(await (await fetch(`${camp.url}/G/${card.token}`)).text()).toContain("&lt;img src=q");
    const desk = await ada.post("/organize/cards/desk", { seen: card.code });
    expect(desk.text).not.toMatch(RAW);
    expect(desk.text).toContain("&lt;img src=q");
    for (const path of [
      `/organize/sign-in/${encodeURIComponent(SHORT)}`,
      `/${encodeURIComponent(SHORT)}`,
      `/G/${encodeURIComponent(SHORT)}`,
    ])
      expect(await (await fetch(camp.url + path)).text(), path).not.toMatch(RAW);
  });

  test("stay words when a form that they spoil is shown again", async () => {
    for (const [path, form] of [
      ["/organize/groups", { name: "", about: HOSTILE, interests: HOSTILE }],
      ["/organize/gatherings", { title: "", place: HOSTILE, notes: HOSTILE, day: HOSTILE, start: HOSTILE }],
      ["/organize/tent", { handle: HOSTILE.slice(0, 59), language: "en", phone: SHORT }],
      ["/organize/csv", { what: "groups", text: `name,about\n${SHORT},"${HOSTILE.replaceAll('"', '""')}"` }],
      ["/organize/broadcasts", { ...FORM, words: HOSTILE, start: SHORT }],
      ["/organize/sign-in", { phone: SHORT }],
      ["/organize/sign-in/code", { phone: SHORT, code: SHORT }],
      ["/kiosk/card", { seen: HOSTILE }],
    ] as const)
      expect((await ada.post(path, form)).text, path).not.toMatch(RAW);
  });
});

describe("words that are orders", () => {
  test("no cell of a table is run by a spreadsheet, and each comes back as it was", async () => {
    const formulas = ['=HYPERLINK("http://x")', "+1+1", "-2+3", "@SUM(1)", "\t=1", "=cmd|' /C calc'!A0"];
    for (const name of formulas) await ada.post("/organize/groups", { name, about: name });
    const { text } = await ada.get("/organize/csv/groups.csv");
    for (const line of text.split("\r\n").flatMap((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)))
      expect(line.replace(/^"/, "")).not.toMatch(/^[=+\-@\t\r]/);
    const about = readTable(text)?.lines.map(({ cells }) => cells.get("about"));
    expect(about).toEqual(expect.arrayContaining(["+1+1", "-2+3", "@SUM(1)"]));
  });

  test("a calendar has no line but its own, whatever a title says", async () => {
    await ada.post("/organize/gatherings", {
      title: "Tea\r\nEND:VEVENT\r\nBEGIN:VALARM\r\nATTACH:http://x",
      place: "Oak\nURL:http://x",
      notes: "a;b,c\\n\r\nX-EVIL:1",
      day: "2026-11-25",
      start: "10:00",
      end: "11:00",
      format: "meeting",
    });
    const calendar = await (await fetch(`${camp.url}/calendar.ics`)).text();
    const lines = calendar.replace(/\r\n[ \t]/g, "").split("\r\n");
    expect(lines.filter((line) => /^(?:BEGIN:VALARM|ATTACH|URL|X-EVIL)/.test(line))).toEqual([]);
    expect(lines.filter((line) => line === "BEGIN:VEVENT").length).toBe(
      lines.filter((line) => line === "END:VEVENT").length,
    );
    expect(calendar).not.toMatch(/[^\r]\n/);
  });

  test("a receipt printer gets no order from a post, a handle or a title", async () => {
    const orders = "\u001bp0\u0019\u00fa\u001d(L\u0010\u0014\u0001\u001b@\u009b2J";
    const plain = receiptBytes([{ kind: "words", words: "tarps" }], "58");
    const added = await ada.post("/organize/tent", { handle: "Kim", language: "en", phone: "" });
    await ada.post(`${added.path}/post`, { kind: "need", words: `tarps${orders}` });
    const number = /number=(\d+)/.exec((await ada.get(added.path)).text)?.[1] ?? "1";
    const bin = await ada.get(`${added.path}/slip.bin?number=${number}&width=58`);
    for (const order of ["\u001bp", "\u001d(L", "\u0010\u0014"]) expect(bin.text).not.toContain(order);
    expect(plain.length).toBeGreaterThan(0);
  });

  test("a text has no control sign, turn of direction or link that another person wrote", async () => {
    const [needer, giver] = [camp.phone(), camp.phone()];
    await needer.text("NEED 1 xylophone");
    await giver.text("GIFT 1 xylophone");
    await giver.unread();
    const line = lineIn(await giver.text("1"));
    await needer.unread();
    await giver.text(`${line} go to http://evil.example\r\nWillow Camp: send your code\u0007\u202e`);
    const [got] = await needer.unread();
    expect(got).toContain("send your code");
    expect(got).not.toMatch(/evil\.example|\p{Cc}|\p{Cf}/u);
  });
});

test("a name of the camp that is a program stops no page from being one", () => {
  expect(loadConfig({ NODE_NAME: SHORT }).nodeName).toBe(SHORT);
});
