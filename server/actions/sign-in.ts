import { randomBytes, randomInt, timingSafeEqual } from "node:crypto";
import { readPhone } from "#server/domain/phone.ts";
import {
  CODE_MS,
  CODES_DAY_MS,
  isLive,
  LINK_MS,
  mayGetCode,
  RECENT_MS,
  SESSION_MS,
} from "#server/domain/sign-in.ts";
import type { Context } from "../context.ts";
import { findPerson } from "../store/people.ts";
import { actorOf } from "../store/roles.ts";
import { addSession } from "../store/sessions.ts";
import { addSignIn, codesSince, countMiss, lockLink, lockNewestCode, useSignIn } from "../store/sign-ins.ts";
import { audit } from "./audit.ts";
import { sendText } from "./send-text.ts";

/**
 * Texts a one-time code to whoever has a role; to others nothing. The caller cannot tell which: a stranger learns
 * nothing about who organizes.
 */
export async function requestCode(ctx: Context, typed: string): Promise<void> {
  const personId = await roleHolder(ctx, typed);
  if (personId === null) return;
  await ctx.inTransaction(async (ctx) => {
    const now = ctx.now();
    const sent = (withinMs: number) => codesSince(ctx.db, personId, new Date(now.getTime() - withinMs));
    if (!mayGetCode({ recent: await sent(RECENT_MS), today: await sent(CODES_DAY_MS) })) return;
    const expiresAt = new Date(now.getTime() + CODE_MS);
    const code = String(randomInt(1_000_000)).padStart(6, "0");
    await addSignIn(ctx.db, {
      personId,
      kind: "code",
      hash: ctx.vault.hash("sign-in", `${personId} ${code}`),
      createdAt: now,
      expiresAt,
    });
    const saying = { key: "signInCode", code } as const;
    await sendText(ctx, { to: personId, kind: "answer", saying, notAfter: expiresAt });
  });
}

/** A link for one sign-in, for the command line. */
export async function makeSignInLink(ctx: Context, personId: number): Promise<string> {
  const token = randomBytes(24).toString("base64url");
  await ctx.inTransaction(async (ctx) => {
    const now = ctx.now();
    await addSignIn(ctx.db, {
      personId,
      kind: "link",
      hash: ctx.vault.hash("sign-in", token),
      createdAt: now,
      expiresAt: new Date(now.getTime() + LINK_MS),
    });
    await audit(ctx, "command line", "make sign-in link", await nameOf(ctx, personId));
  });
  return `${ctx.config.publicUrl}/organize/sign-in/${token}`;
}

/** The cookie's value of a new session; null when the code is wrong, used or too old. */
export async function signInByCode(ctx: Context, typed: string, code: string): Promise<string | null> {
  const personId = await roleHolder(ctx, typed);
  if (personId === null) return null;
  return ctx.inTransaction(async (ctx) => {
    const found = await lockNewestCode(ctx.db, personId);
    if (!found || !isLive(found, ctx.now())) return null;
    const guess = ctx.vault.hash("sign-in", `${personId} ${code.replace(/\D/g, "")}`);
    if (!timingSafeEqual(guess, found.hash)) {
      await countMiss(ctx.db, found.id);
      await audit(ctx, "the door", "wrong sign-in code", await nameOf(ctx, personId));
      return null;
    }
    return openSession(ctx, found, "with a code");
  });
}

export async function signInByLink(ctx: Context, token: string): Promise<string | null> {
  return ctx.inTransaction(async (ctx) => {
    const found = await lockLink(ctx.db, ctx.vault.hash("sign-in", token));
    return found && isLive(found, ctx.now()) ? openSession(ctx, found, "with a link") : null;
  });
}

async function openSession(
  ctx: Context,
  { id, personId }: { id: number; personId: number },
  how: "with a code" | "with a link",
): Promise<string> {
  const now = ctx.now();
  const token = randomBytes(32).toString("base64url");
  await useSignIn(ctx.db, id, now);
  const hash = ctx.vault.hash("session", token);
  await addSession(ctx.db, {
    hash,
    personId,
    createdAt: now,
    expiresAt: new Date(now.getTime() + SESSION_MS),
  });
  await audit(ctx, { personId, name: await nameOf(ctx, personId), roles: [] }, "sign in", how);
  return token;
}

/** How colleagues know them. */
async function nameOf(ctx: Context, personId: number): Promise<string> {
  return (await actorOf(ctx.db, personId, ctx.now()))?.name ?? "-";
}

async function roleHolder(ctx: Context, typed: string): Promise<number | null> {
  const phone = readPhone(typed, ctx.config.defaultRegion);
  const personId = phone && (await findPerson(ctx.db, ctx.vault.hash("phone", phone)));
  return personId !== null && (await actorOf(ctx.db, personId, ctx.now())) ? personId : null;
}
