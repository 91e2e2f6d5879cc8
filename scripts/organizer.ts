import { parseArgs } from "node:util";
import { grantRole, revokeRole } from "#server/actions/grant-role.ts";
import { makeSignInLink } from "#server/actions/sign-in.ts";
import { createContext } from "#server/boot.ts";
import { ConfigError, loadConfig } from "#server/config.ts";
import type { Context } from "#server/context.ts";
import { isServed, readPhone } from "#server/domain/phone.ts";
import { findPerson } from "#server/store/people.ts";
import { listRoles } from "#server/store/roles.ts";

const USAGE = `Usage:
  npm run organizer -- add +14015550109 --name Ada     makes an organizer, prints a link to sign in once
  npm run organizer -- list                            who has which role, until when
  npm run organizer -- remove +14015550109             takes every role of this phone away`;

/** Makes, lists and removes organizers from the command line, while the server runs or not. */
async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { name: { type: "string" } },
  });
  const [command, phone] = positionals;
  const config = loadConfig(process.env);
  if (command !== "add" && command !== "list" && command !== "remove") return fail(USAGE);
  const booted = await createContext({ ...config, logLevel: "warn" });
  try {
    if (command === "list") return await list(booted.ctx);
    return command === "add" ? await add(booted.ctx, phone, values.name) : await remove(booted.ctx, phone);
  } finally {
    await booted.close();
  }
}

async function add(ctx: Context, typed: string | undefined, name: string | undefined): Promise<number> {
  const phone = readPhone(typed ?? "", ctx.config.defaultRegion);
  if (!phone || !isServed(phone, ctx.config.countries))
    return fail("That is no phone number that we text (see COUNTRIES).");
  if (!name?.trim() || name.length > 30)
    return fail("Say how colleagues know them, in at most 30 letters: --name Ada");
  const personId = await grantRole(ctx, "command line", {
    phone,
    role: "organizer",
    groupId: null,
    name: name.trim(),
  });
  console.log(
    `${name} is an organizer. To sign in, once and within a day:\n  ${await makeSignInLink(ctx, personId)}`,
  );
  console.log("Later: by phone number at /organize, with a code by text.");
  return 0;
}

async function list(ctx: Context): Promise<number> {
  const roles = await listRoles(ctx.db, ctx.now());
  for (const { role, name, group, expiresAt, acceptedAt } of roles)
    console.log(
      `${role}\t${name}${group === null ? "" : ` (${group})`}\tuntil ${expiresAt.toISOString()}${acceptedAt === null ? ", not answered yet" : ""}`,
    );
  if (roles.length === 0) console.log("Nobody yet.");
  return 0;
}

async function remove(ctx: Context, typed: string | undefined): Promise<number> {
  const phone = readPhone(typed ?? "", ctx.config.defaultRegion);
  const personId = phone && (await findPerson(ctx.db, ctx.vault.hash("phone", phone)));
  const theirs = (await listRoles(ctx.db, ctx.now())).filter((each) => each.personId === personId);
  for (const { id } of theirs) await revokeRole(ctx, "command line", id);
  console.log(theirs.length === 0 ? "This phone has no role." : "Taken away.");
  return theirs.length === 0 ? 1 : 0;
}

function fail(words: string): number {
  console.error(words);
  return 1;
}

main().then(
  (code) => process.exit(code),
  (fault: unknown) => process.exit(fail(fault instanceof ConfigError ? fault.message : String(fault))),
);
