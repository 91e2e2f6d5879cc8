import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Camp, lineIn, type Phone, postIn, startCamp } from "#test/support/camp.ts";
import { type Console, type Page, startConsole } from "#test/support/console.ts";
import { insertGroup } from "#test/support/gatherings.ts";

let camp: Camp;
let ben: Console;
beforeEach(async () => {
  camp = await startCamp();
  ben = await startConsole(camp, { phone: "+14015550108", name: "Ben", role: "helper" });
});
afterEach(() => camp.close());

describe("a shared phone", () => {
  test("is asked once, and from its yes on gets their texts by their name and can act on their numbers", async () => {
    const [owner, giver] = [camp.phone(), camp.phone()];
    await owner.text("MINE");
    await giver.text("GIFT tarps, have 3");
    const rosa = await add("Rosa", owner.number);
    expect((await ben.get(rosa)).text).toContain("has not said yes");
    expect(await owner.unread()).toEqual([
      "Willow Camp: at the info tent Rosa wants to share your phone: texts for them would come here. Reply 1 if that is all right, 2 if not.",
    ]);
    expect(await owner.text("7")).toContain("at the info tent Rosa wants to share your phone");
    expect(await owner.text("1")).toBe(
      "Willow Camp: thank you! Texts for Rosa come here from now on and open with that name. To end it text 0.",
    );
    const slip = await ben.post(`${rosa}/post`, { kind: "need", words: "2 tarps" });
    const need = Number(/no\. (\d+)/.exec(slip.text)?.[1]);
    await giver.unread();
    await giver.text("1");
    const [text = ""] = await owner.unread();
    expect(text).toMatch(/^For Rosa: someone can give 2 tarps/);
    expect(text.length).toBeLessThanOrEqual(160);
    const line = lineIn(text);
    expect(await owner.text(`${line} where are you?`)).toContain("passed on");
    expect(await giver.unread()).toEqual([`${line}: where are you?`]);
    await giver.text(`${line} by the gate`);
    expect(await owner.unread()).toEqual([`For Rosa, ${line}: by the gate`]);
    expect(await owner.text(`DONE ${need}`)).toMatch(new RegExp(`no. ${need}`, "i"));
    expect((await camp.database.query("SELECT state FROM posts WHERE number = $1", [need])).rows).toEqual([
      { state: "done" },
    ]);
  });

  test.each(["2", null])("that answers %s gets nothing of theirs and cannot act for them", async (digit) => {
    const [owner, giver] = [camp.phone(), camp.phone()];
    await owner.text("MINE");
    await giver.text("GIFT tarps, have 3");
    const rosa = await add("Rosa", owner.number);
    await owner.unread();
    if (digit) expect(await owner.text(digit)).toContain("nothing for Rosa comes to this phone");
    const need = postIn((await ben.post(`${rosa}/post`, { kind: "need", words: "2 tarps" })).text);
    await giver.unread();
    await giver.text("1");
    expect(await owner.unread()).toEqual([]);
    expect((await ben.get(rosa)).text).toContain("For Rosa: someone can give 2 tarps");
    expect(await owner.text(`DONE ${need}`)).toContain("is not a number of yours");
    expect((await camp.database.query("SELECT state FROM posts WHERE number = $1", [need])).rows).not.toEqual(
      [{ state: "done" }],
    );
  });

  test("may answer late, and is not asked about a second person while it has not answered", async () => {
    const owner = camp.phone();
    await owner.text("MINE");
    const rosa = await add("Rosa", owner.number);
    expect((await create("Luz", owner.number)).text).toContain("has not answered");
    expect(await owner.unread()).toHaveLength(1);
    await camp.advance(3 * 60);
    expect(await owner.text("1")).toContain("Texts for Rosa come here");
    expect((await ben.get(rosa)).text).toContain("goes to the phone that they share");
  });

  test("is theirs no longer when a helper says so: what comes is read out again", async () => {
    const [owner, giver] = [camp.phone(), camp.phone()];
    await owner.text("MINE");
    const rosa = await addOn(owner, "Rosa");
    const page = await ben.post(`${rosa}/unshare`, {});
    expect(page.text).toContain("They share no phone.");
    const need = postIn((await ben.post(`${rosa}/post`, { kind: "need", words: "2 tarps" })).text);
    await giver.text("GIFT tarps, have 3");
    await giver.unread();
    await giver.text("1");
    expect(await owner.unread()).toEqual([]);
    expect((await ben.get(rosa)).text).toContain("For Rosa: someone can give 2 tarps");
    expect(await owner.text(`DROP ${need}`)).toContain("is not a number of yours");
  });

  test("that never texted us is left alone, and the page says why", async () => {
    const stranger = camp.phone();
    const page = await create("Rosa", stranger.number);
    expect(page.text).toContain("has never texted us");
    expect(page.text.replaceAll(`value="${stranger.number}"`, "")).not.toContain(stranger.number);
    expect(await stranger.unread()).toEqual([]);
  });

  test("that says STOP gets nothing for them either, and nobody is asked for them", async () => {
    const [owner, giver] = [camp.phone(), camp.phone()];
    await owner.text("MINE");
    const rosa = await addOn(owner, "Rosa");
    await owner.text("STOP");
    await ben.post(`${rosa}/post`, { kind: "need", words: "2 tarps" });
    await giver.text("GIFT tarps, have 3");
    expect(await giver.unread()).toEqual([]);
    expect(await owner.unread()).toEqual([]);
  });

  test("sees their posts with MINE, and takes them out of a group with LEAVE", async () => {
    const group = await insertGroup(camp, { number: 4, name: "Kitchen" });
    const owner = camp.phone();
    await owner.text("MINE");
    const rosa = await addOn(owner, "Rosa");
    const need = postIn((await ben.post(`${rosa}/post`, { kind: "need", words: "2 tarps" })).text);
    expect(await owner.text("MINE")).toContain(`${need}`);
    await ben.post(`${rosa}/join`, { group: String(group) });
    expect(await owner.text("LEAVE 4")).toMatch(/^For Rosa: you are out of Kitchen/);
    expect(await owner.text("LEAVE 4")).not.toContain("Rosa");
  });

  test("cannot touch what is a stranger's", async () => {
    const [owner, other] = [camp.phone(), camp.phone()];
    await owner.text("MINE");
    await addOn(owner, "Rosa");
    const number = postIn(await other.text("NEED 2 tarps"));
    expect(await owner.text(`DROP ${number}`)).toMatch(/no. \d+/i);
    expect((await camp.database.query("SELECT state FROM posts")).rows).toEqual([{ state: "open" }]);
  });
});

describe("a gift of somebody who shares a phone", () => {
  let owner: Phone;
  let rosa: string;
  beforeEach(async () => {
    owner = camp.phone();
    await owner.text("MINE");
    rosa = await addOn(owner, "Rosa");
  });

  test("is asked for on that phone by their name, and so are the answers", async () => {
    const gift = postIn((await ben.post(`${rosa}/post`, { kind: "gift", words: "tarps, have 3" })).text);
    const needer = camp.phone();
    const need = postIn(await needer.text("NEED 2 tarps"));
    const ask = `For Rosa: someone needs 2 tarps (no. ${need}). Your gift ${gift} could help. Reply 1 to help, 2 not this time.`;
    expect(await owner.unread()).toEqual([ask]);
    expect(await owner.text("7")).toBe(ask);
    const yes = await owner.text("1");
    expect(yes).toMatch(/^For Rosa: great!/);
    expect(lineIn((await needer.unread())[0])).toBe(lineIn(yes));
    await owner.text(`${lineIn(yes)} at the gate`);
    expect(await needer.unread()).toEqual([`${lineIn(yes)}: at the gate`]);
  });

  test("waits for the other ask on that phone, whosever it is, late answers too", async () => {
    await ben.post(`${rosa}/post`, { kind: "gift", words: "tarps, have 3" });
    await owner.text("GIFT 5 buckets");
    await camp.phone().text("NEED 2 buckets");
    expect(await owner.unread()).toEqual([expect.stringContaining("Willow Camp: someone needs 2 buckets")]);
    await camp.phone().text("NEED 2 tarps");
    expect(await owner.unread()).toEqual([]);
    expect(await owner.text("2")).toContain("Willow Camp: ");
    expect(await owner.unread()).toEqual([expect.stringContaining("For Rosa: someone needs 2 tarps")]);
    await camp.advance(40);
    expect(await owner.text("1")).toMatch(/^For Rosa: great!/);
  });

  test("is not asked for when the need is on the same phone", async () => {
    await ben.post(`${rosa}/post`, { kind: "gift", words: "tarps, have 3" });
    await owner.text("NEED 2 tarps");
    expect(await owner.unread()).toEqual([]);
  });

  test("is asked for no longer when they share no phone any more, or the phone says STOP", async () => {
    await ben.post(`${rosa}/post`, { kind: "gift", words: "tarps, have 3" });
    await camp.phone().text("NEED 2 tarps");
    expect(await owner.unread()).toHaveLength(1);
    await ben.post(`${rosa}/unshare`, {});
    expect(await owner.text("1")).not.toContain("great");
    const other = camp.phone();
    await other.text("MINE");
    const luz = await addOn(other, "Luz");
    await ben.post(`${luz}/post`, { kind: "gift", words: "4 tarps" });
    expect(await other.unread()).toHaveLength(1);
    await other.text("STOP");
    const { rows } = await camp.database.query("SELECT count(*)::int AS open FROM asks WHERE state = 'open'");
    expect(rows).toEqual([{ open: 0 }]);
  });
});

async function create(handle: string, phone = ""): Promise<Page> {
  return ben.post("/organize/tent", { handle, language: "en", phone });
}

/** The path of the page of somebody new. */
async function add(handle: string, phone = ""): Promise<string> {
  const page = await create(handle, phone);
  const id = /\/organize\/tent\/(\d+)\/post/.exec(page.text)?.[1];
  if (id === undefined) throw new Error(page.text);
  return `/organize/tent/${id}`;
}

/** Somebody who shares this phone, with its owner's yes. */
async function addOn(owner: Phone, handle: string): Promise<string> {
  const path = await add(handle, owner.number);
  await owner.unread();
  await owner.text("1");
  return path;
}
