import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Camp, type Phone, startCamp } from "#test/support/camp.ts";
import { type Console, startConsole } from "#test/support/console.ts";

let camp: Camp;
let adasPhone: Phone;
let ada: Console;
beforeEach(async () => {
  camp = await startCamp();
  adasPhone = camp.phone("+14015550108");
  ada = await startConsole(camp, { phone: adasPhone.number, name: "Ada" });
  await camp.phone().text("NEWS");
});
afterEach(() => camp.close());

describe("a role typed at the console", () => {
  test("holds once its phone replied 1, and the other organizers hear of it", async () => {
    const bens = camp.phone("+14015550109");
    const ben = await startConsole(camp, { phone: bens.number, name: "Ben" });
    const cleo = camp.phone();
    const page = await make(ada, cleo, "Cleo");
    expect(page).toContain("not answered yet");
    expect(await cleo.unread()).toEqual([
      "Willow Camp: Ada made you an organizer of this camp. Reply 1 to take it on. Not you? Do nothing.",
    ]);
    expect(await cleo.text("CAST soup")).toContain("only organizers can");
    await adasPhone.text("CAST soup at 6");
    await adasPhone.text("1");
    expect(await cleo.unread()).toEqual([]);
    await bens.unread();
    expect(await cleo.text("1")).toContain("You are an organizer");
    expect(await bens.unread()).toEqual([
      "Willow Camp: Cleo is an organizer now, made by Ada. Not right? See Roles at the console.",
    ]);
    const roles = (await ben.get("/organize/people")).text;
    expect(roles).toContain("Cleo");
    expect(roles).not.toContain("not answered yet");
    expect(await cleo.text("1")).toContain("that menu is over");
  });

  test("counts however late the 1 comes, unless it was taken away", async () => {
    const [cleo, dan] = [camp.phone(), camp.phone()];
    await make(ada, cleo, "Cleo");
    await make(ada, dan, "Dan");
    await camp.advance(90);
    expect(await cleo.text("1")).toContain("You are an organizer");
    const { rows } = await camp.database.query("SELECT id FROM roles WHERE name = 'Dan'");
    await ada.post(`/organize/people/${rows[0]?.id}/end`, {});
    expect(await dan.text("1")).toContain("not open any more");
    expect(await dan.text("CAST soup")).toContain("only organizers can");
  });

  test("given anew it goes on without a text", async () => {
    const bens = camp.phone("+14015550109");
    await startConsole(camp, { phone: bens.number, name: "Ben" });
    await make(ada, bens, "Ben");
    expect(await bens.unread()).toEqual([]);
    expect(await bens.text("CAST soup")).toContain("who gets it?");
  });
});

describe("nobody is two people", () => {
  test("who made an organizer has no second hand in them, whichever of the two writes, nor in two of them", async () => {
    const [second, third] = [camp.phone(), camp.phone()];
    for (const phone of [second, third]) {
      await make(ada, phone, "Ada too");
      await camp.settled();
      await phone.text("1");
    }
    const pairs = [
      [adasPhone, second],
      [second, adasPhone],
      [second, third],
    ] as const;
    for (const [writer] of pairs) {
      await writer.text("CAST all to the gate");
      expect(await writer.text("1")).toContain("there is no second organizer");
      await writer.text("9");
    }
    await adasPhone.text("CAST all to the gate");
    await adasPhone.text("1");
    const thirds = await startSecond(third);
    const { rows } = await camp.database.query("SELECT max(id) AS id FROM broadcasts");
    const refused = await thirds.post(`/organize/broadcasts/${rows[0]?.id}/release`, {});
    expect([refused.status, refused.text]).toEqual([409, expect.stringContaining("ask another organizer")]);
  });

  test("after a day, or by the command line, they are one of the organizers", async () => {
    const [ben, cleo] = [camp.phone(), camp.phone()];
    for (const phone of [ben, cleo]) {
      await make(ada, phone, "Ben");
      await camp.settled();
      await phone.text("1");
    }
    await startConsole(camp, { phone: cleo.number, name: "Cleo" });
    await adasPhone.text("CAST soup at 6");
    expect(await adasPhone.text("1")).toContain("The other organizer was asked");
    await adasPhone.text("9");
    await camp.advance(24 * 60 + 1);
    await adasPhone.text("CAST soup at 7");
    expect(await adasPhone.text("1")).toContain("2 organizers were asked");
  });
});

async function make(by: Console, phone: Phone, name: string): Promise<string> {
  const form = { name, phone: phone.number, role: "organizer", group: "" };
  return (await by.post("/organize/people", form)).text;
}

/** Their browser, by a code to their phone: their role stays the console's. */
async function startSecond(phone: Phone): Promise<Console> {
  await phone.unread();
  const send = (path: string, form: Parameters<Console["post"]>[1], cookie = "") =>
    fetch(camp.url + path, {
      method: "POST",
      headers: { origin: camp.url, cookie },
      body: new URLSearchParams(form),
      redirect: "manual",
    });
  await send("/organize/sign-in", { phone: phone.number });
  const code = /\d{6}/.exec((await phone.unread()).at(-1) ?? "")?.[0] ?? "";
  const opened = await send("/organize/sign-in/code", { phone: phone.number, code });
  const cookie = (opened.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  return {
    personId: 0,
    get: async () => ({ status: 0, text: "", path: "" }),
    post: async (path, form) => {
      const answered = await send(path, form, cookie);
      return { status: answered.status, text: await answered.text(), path };
    },
  };
}
