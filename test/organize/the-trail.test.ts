import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Camp, startCamp } from "#test/support/camp.ts";
import { type Console, startConsole } from "#test/support/console.ts";

let camp: Camp;
let ada: Console;
beforeEach(async () => {
  camp = await startCamp();
  ada = await startConsole(camp, { phone: "+14015550108", name: "Ada" });
});
afterEach(() => camp.close());

const FORM = { words: "soup", audience: "news", language: "", gathering: "", start: "", end: "" };

describe("the audit trail", () => {
  test("has who signed in, by which door, and whose code was guessed", async () => {
    const phone = camp.phone("+14015550108");
    const post = (path: string, form: Record<string, string>) =>
      fetch(camp.url + path, {
        method: "POST",
        headers: { origin: camp.url },
        body: new URLSearchParams(form),
        redirect: "manual",
      });
    await post("/organize/sign-in", { phone: phone.number });
    const code = /\b\d{6}\b/.exec((await phone.unread()).at(-1) ?? "")?.[0] ?? "";
    await post("/organize/sign-in/code", { phone: phone.number, code: code === "000000" ? "1" : "000000" });
    await post("/organize/sign-in/code", { phone: phone.number, code });
    expect(await trail()).toEqual([
      ["command line", "grant role", "organizer Ada"],
      ["command line", "make sign-in link", "Ada"],
      ["Ada", "sign in", "with a link"],
      ["the door", "wrong sign-in code", "Ada"],
      ["Ada", "sign in", "with a code"],
    ]);
  });

  test("has whom a CAST goes to, tests, and the pause by a carrier that refuses", async () => {
    const phone = camp.phone("+14015550108");
    await camp.phone().text("NEWS");
    await phone.text("CAST soup");
    await phone.text("1");
    const draft = await ada.post("/organize/broadcasts", FORM);
    await ada.post(`${draft.path}/test`, {});
    await camp.database.query("UPDATE broadcasts SET state = 'released', starts_at = $1", [
      camp.booted.ctx.now(),
    ]);
    await camp.database.query("UPDATE senders SET halted_at = now(), halted_code = '20003'");
    await camp.database.query(
      "INSERT INTO outbox (name, subject_id, due_at, wake_at) SELECT 'start-broadcast', min(id), $1, $1 FROM broadcasts",
      [camp.booted.ctx.now()],
    );
    await camp.advance(1);
    expect((await trail()).slice(3)).toEqual([
      ["Ada", "write broadcast", "no. 1"],
      ["Ada", "choose who gets broadcast", "no. 1: NEWS"],
      ["Ada", "ask to release broadcast", "no. 1"],
      ["Ada", "write broadcast", "no. 2"],
      ["Ada", "test broadcast", "no. 2"],
      ["Giftline", "pause broadcast", "no. 1"],
    ]);
  });

  test("is read back to its first line, in both languages, what older versions wrote as it stands", async () => {
    await camp.database.query(
      "INSERT INTO audit_entries (actor_name, act, subject, at) SELECT 'Zoe', 'old act', 'no. ' || n, now() FROM generate_series(1, 60) n",
    );
    const newest = (await ada.get("/organize/people")).text;
    expect(newest).toContain("old act");
    expect(newest).not.toContain("made a link to sign in");
    const older = /\/organize\/people\?before=\d+/.exec(newest)?.[0] ?? "";
    const oldest = (await ada.get(older)).text;
    expect(oldest).toContain("made a link to sign in");
    expect(oldest).not.toContain("?before=");
    await camp.database.query("UPDATE people SET language = 'es'");
    expect((await ada.get(older)).text).toContain("hizo un enlace para entrar");
  });
});

test("browsers, codes and links go once they are over", async () => {
  await camp.advance(13 * 60);
  expect(await counts()).toEqual({ sessions: 0, links: 1 });
  await camp.advance(40 * 60);
  expect(await counts()).toEqual({ sessions: 0, links: 0 });
});

async function counts() {
  const { rows } = await camp.database.query(
    "SELECT (SELECT count(*) FROM sessions)::int AS sessions, (SELECT count(*) FROM sign_ins)::int AS links",
  );
  return rows[0];
}

async function trail() {
  const { rows } = await camp.database.query(
    "SELECT actor_name, act, subject FROM audit_entries ORDER BY id",
  );
  return rows.map(({ actor_name, act, subject }) => [actor_name, act, subject]);
}
