import { readPhone } from "#server/domain/phone.ts";
import type { Context } from "../context.ts";
import type { LimitName } from "../limits.ts";
import { requestCode, signInByCode, signInByLink } from "./sign-in.ts";

/** The cookie's value, or why not. */
export type DoorOutcome =
  | { readonly ok: true; readonly token: string }
  | { readonly ok: false; readonly refusal: "wrong" | "too-many" };

/** Asks for a code by text. False: too many were asked for to this phone, whether or not it has a role. */
export async function askForCode(ctx: Context, typed: string): Promise<boolean> {
  const phone = phoneKey(ctx, typed);
  if (phone === null) return true;
  if (!(await ctx.limits.take("codes-asked", phone))) return false;
  await requestCode(ctx, typed);
  return true;
}

/**
 * Only what fails counts: whoever shares an address with many may sign in as often as they need. `address`: a keyed hash
 * of where the try comes from.
 */
export async function enterByCode(
  ctx: Context,
  { phone, code, address }: { phone: string; code: string; address: string },
): Promise<DoorOutcome> {
  const key = phoneKey(ctx, phone);
  const counters: Counter[] = [["missed-from", address]];
  if (key !== null) counters.push(["missed-for", key]);
  return enter(ctx, counters, () => signInByCode(ctx, phone, code));
}

export async function enterByLink(
  ctx: Context,
  { token, address }: { token: string; address: string },
): Promise<DoorOutcome> {
  return enter(ctx, [["missed-from", address]], () => signInByLink(ctx, token));
}

type Counter = readonly [LimitName, string];

async function enter(
  ctx: Context,
  counters: readonly Counter[],
  attempt: () => Promise<string | null>,
): Promise<DoorOutcome> {
  const taken: Counter[] = [];
  const giveBack = () => Promise.all(taken.map(([name, key]) => ctx.limits.giveBack(name, key)));
  for (const counter of counters) {
    if (await ctx.limits.take(...counter)) {
      taken.push(counter);
      continue;
    }
    await giveBack();
    ctx.metrics.signInMisses.inc();
    return { ok: false, refusal: "too-many" };
  }
  const token = await attempt();
  if (token === null) {
    ctx.metrics.signInMisses.inc();
    return { ok: false, refusal: "wrong" };
  }
  await giveBack();
  return { ok: true, token };
}

/** A keyed hash: a stranger's number is kept nowhere. */
function phoneKey(ctx: Context, typed: string): string | null {
  const phone = readPhone(typed, ctx.config.defaultRegion);
  return phone && Buffer.from(ctx.vault.hash("phone", phone)).toString("base64url");
}
