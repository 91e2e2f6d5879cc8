import type { World } from "#test/support/world.ts";

let presses = 0;

/** A nonce that no other press has. */
export function nonce(): string {
  presses++;
  return `press ${presses} of this test run`;
}

/** Presses a button of the touchscreen on the server's own machine: the screen that comes. */
export async function press(
  { url }: Pick<World, "url">,
  path: string,
  fields: Record<string, string>,
): Promise<string> {
  const headers = { origin: url };
  const body = new URLSearchParams({ nonce: nonce(), ...fields });
  return (await fetch(`${url}/kiosk${path}`, { method: "POST", headers, body })).text();
}

export async function look({ url }: Pick<World, "url">, path: string): Promise<string> {
  return (await fetch(`${url}/kiosk${path}`)).text();
}

/** The question of a screen, without its marks. */
export function titleOf(page: string): string {
  return /<h1[^>]*>([^<]*)<\/h1>/.exec(page)?.[1] ?? "";
}

/** The digits of the slip that a screen shows. */
export function slipOn(page: string): string {
  const digits = /<b>([\d ]{13})<\/b>/.exec(page)?.[1];
  if (digits === undefined) throw new Error(`No slip on: ${page}`);
  return digits;
}

/** Where the board shows a post, by the number that texts call it. */
export async function boardIdOf({ database }: Pick<World, "database">, number: number): Promise<number> {
  const { rows } = await database.query("SELECT id FROM posts WHERE number = $1 ORDER BY id DESC", [number]);
  return rows[0]?.id;
}
