import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Camp, startCamp } from "#test/support/camp.ts";
import { type Console, type Page, startConsole } from "#test/support/console.ts";

let camp: Camp;
let ben: Console;
beforeEach(async () => {
  camp = await startCamp();
  ben = await startConsole(camp, { phone: "+14015550108", name: "Ben", role: "helper" });
});
afterEach(() => camp.close());

describe("what is refused at the console is said in words, on a page with a way back", () => {
  test("a role that does not allow it, in both languages", async () => {
    expectPage(await ben.get("/organize/people"), 403, "Your role does not allow this. Ask an organizer.");
    await camp.database.query("UPDATE people SET language = 'es' WHERE id = $1", [ben.personId]);
    const page = await ben.get("/organize/people");
    expectPage(page, 403, "Tu papel no lo permite. Pregunta a la organización.");
    expect(page.text).toContain('<html lang="es">');
  });

  test.each([
    ["/organize/inbox/abc/close", {}],
    ["/organize/inbox/1/answer", { words: "x".repeat(501) }],
    ["/organize/tent", { handle: "Rosa", language: "fr", phone: "" }],
    ["/organize/tent/99999999999/read", { upTo: "1" }],
    ["/organize/sign-in", { phone: "1".repeat(2000) }],
  ])("a form that cannot be read, to %s", async (path, form) => {
    expectPage(await ben.post(path, form), 400, "Something here cannot be read.");
  });

  test("more than fits", async () => {
    const words = "x".repeat(1024 * 1024);
    expectPage(await ben.post("/organize/tent", { words }), 413, "That is more than fits.");
  });
});

function expectPage({ status, text }: Page, wanted: number, words: string): void {
  expect(status).toBe(wanted);
  expect(text).toContain(words);
  expect(text).toContain('<a href="/organize">');
  expect(text).not.toContain("ZodError");
}
