import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startWorld, type World } from "#test/support/world.ts";

const SCRIPT = fileURLToPath(new URL("../../scripts/text.ts", import.meta.url));

let world: World;
beforeEach(async () => {
  world = await startWorld({ carrier: "simulator" });
});
afterEach(() => world.close());

type Said = { readonly code: number | null; readonly out: string; readonly err: string };

/** Runs the command as somebody at the machine would, with the settings of the running server. */
function command(args: readonly string[], settings: Record<string, string> = {}): Promise<Said> {
  const { port, publicUrl, dataDir } = world.booted.ctx.config;
  const env = {
    PATH: process.env["PATH"],
    PORT: String(port),
    PUBLIC_URL: publicUrl,
    DATA_DIR: dataDir,
    ...settings,
  };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [SCRIPT, ...args], { env }, (_, out, err) => {
      resolve({ code: child.exitCode, out: out.trim(), err: err.trim() });
    });
  });
}

test("a text from the command line is taken like any other, and its answer printed", async () => {
  expect(await command(["+14015550101", "NEED 2 tarps & rope"])).toEqual({
    code: 0,
    out: "Willow Camp: got it, no. 10: 2 tarps & rope. We text you when someone can help. Text DROP 10 to take it down.",
    err: "",
  });
  const { rows } = await world.database.query("SELECT thing FROM posts");
  expect(rows).toEqual([{ thing: "tarps & rope" }]);
});

test("it says what is missing, and what to do", async () => {
  expect(await command(["+14015550101"])).toMatchObject({ code: 1, err: expect.stringContaining("Usage:") });
  expect(await command(["+14015550101", "MENU"], { PORT: "1" })).toMatchObject({
    code: 1,
    err: expect.stringContaining("npm start"),
  });
});

test("with another key the server refuses it, and nothing is kept", async () => {
  const other = { SECRET_KEY: "another key that is long enough to be one" };
  expect(await command(["+14015550101", "NEED 2 tarps"], other)).toMatchObject({
    code: 1,
    out: "",
    err: expect.stringContaining("403"),
  });
  const { rows } = await world.database.query("SELECT count(*)::int AS count FROM inbound_texts");
  expect(rows).toEqual([{ count: 0 }]);
});
