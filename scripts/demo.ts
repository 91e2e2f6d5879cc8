import { makeBatch } from "#server/actions/cards/make-batch.ts";
import { createGathering } from "#server/actions/edit-gathering.ts";
import { createGroup } from "#server/actions/edit-group.ts";
import { typeForOther } from "#server/actions/type-for-other.ts";
import { createContext } from "#server/boot.ts";
import { ConfigError, loadConfig } from "#server/config.ts";
import type { Context } from "#server/context.ts";
import type { Actor } from "#server/domain/role.ts";
import { dayOf, plusDays, readMoment } from "#server/domain/wall-clock.ts";
import { listGroups } from "#server/store/groups.ts";
import { addTentPerson } from "#server/store/tent.ts";
import { GROUPS, POSTS } from "../prisma/demo/camp.ts";

/** Loads a small camp to look around in, while the server runs or not. A camp that has groups stays as it is. */
async function main(): Promise<void> {
  const booted = await createContext({ ...loadConfig(process.env), logLevel: "warn" });
  try {
    const { ctx } = booted;
    if ((await listGroups(ctx.db)).length > 0)
      return console.log("There are groups already: no demo was loaded.");
    const actor = await somebody(ctx);
    for (const { days, time, ...group } of GROUPS)
      await createGroup(ctx, actor, { ...group, open: true, meets: { days, time, minutes: 60 } });
    await planAssembly(ctx, actor);
    for (const [kind, words] of POSTS)
      await typeForOther(ctx, actor, actor.personId, { does: "post", kind, words });
    await makeBatch(ctx, actor, { count: 10, meaning: { kind: "blank" }, place: "", language: "en" });
    console.log(
      `A small camp: ${GROUPS.length} groups, an assembly every evening, ${POSTS.length} posts, 10 cards.`,
    );
  } finally {
    await booted.close();
  }
}

async function somebody(ctx: Context): Promise<Actor> {
  const personId = await addTentPerson(ctx.db, {
    handle: "Demo",
    language: "en",
    wantsViaId: null,
    now: ctx.now(),
  });
  if (personId === null) throw new Error("Somebody is called Demo already.");
  return { personId, name: "Demo", roles: [{ role: "organizer", groupId: null }] };
}

/** Every evening, from the next one on. */
async function planAssembly(ctx: Context, actor: Actor): Promise<void> {
  const { timeZone } = ctx.config;
  const today = dayOf(ctx.now(), timeZone);
  const tonight = readMoment(today, "19:00", timeZone);
  const isOver = tonight !== null && tonight <= ctx.now();
  const startsAt = isOver ? readMoment(plusDays(today, 1), "19:00", timeZone) : tonight;
  if (!startsAt) throw new Error("There is no seven o'clock in the evening.");
  const words = { format: "assembly", title: "General assembly", place: "Big tent", notes: "" } as const;
  const repeat = { kind: "daily", until: null } as const;
  await createGathering(ctx, actor, { ...words, startsAt, minutes: 90, groupId: null, open: true, repeat });
}

main().then(
  () => process.exit(0),
  (fault: unknown) => {
    console.error(fault instanceof ConfigError ? fault.message : String(fault));
    process.exit(1);
  },
);
