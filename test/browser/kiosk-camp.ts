import { typeForOther } from "#server/actions/type-for-other.ts";
import { addTentPerson } from "#server/store/tent.ts";
import type { World } from "#test/support/world.ts";

/** As long as a word and a name may get. */
const LONG = {
  title: "Restorative justice and communication 24",
  place: "Behind the tallest oak, beside kitchen 3",
  group: "Transportation, rides, errands",
  contact: "Coordinadora de transporte y mudanzas 12",
  about: "We carry what is heavy, drive who cannot walk, and fetch what the camp needs. ".repeat(3).slice(0, 200),
  notes: "Bring a cup, a chair and what you would like to share with everybody. ".repeat(5).slice(0, 300),
  item: "How do we decide who speaks first, who speaks last and who listens longest? "
    .repeat(3)
    .slice(0, 200),
} as const;

export type LongCamp = Readonly<Record<"gathering" | "cancelled" | "group" | "post", number>>;

/** A camp whose every word is as long as it may be: what fits here fits everywhere. */
export async function fillWithLongWords(world: World): Promise<LongCamp> {
  const { group: name, place, contact, about, title, notes, item } = LONG;
  const group = await add(
    world,
    `INSERT INTO groups (number, name, about, interests, place, contact, created_at, active_at)
     VALUES (1, $1, $2, 'rides, errands', $3, $4, now(), now())`,
    [name, about, place, contact],
  );
  const gathering = await add(world, gatheringSql("assembly", "now() + interval '1 minute'", "NULL"), [
    title,
    place,
    notes,
  ]);
  const cancelled = await add(world, gatheringSql("meal", "now() + interval '2 minutes'", "now()"), [
    title,
    place,
    notes,
  ]);
  for (const words of [item, "Budget for tents", item])
    await add(
      world,
      `INSERT INTO items (gathering_id, words, state, minutes, created_at) VALUES ($1, $2, 'accepted', 120, now())`,
      [gathering, words],
    );
  return { gathering, cancelled, group, post: await addPost(world) };
}

function gatheringSql(format: "assembly" | "meal", startsAt: string, cancelledAt: string): string {
  return `INSERT INTO gatherings (format, title, place, notes, starts_at, ends_at, created_at, cancelled_at)
    VALUES ('${format}', $1, $2, $3, ${startsAt}, now() + interval '3 hours', now(), ${cancelledAt})`;
}

async function addPost({ booted: { ctx } }: World): Promise<number> {
  const somebody = { handle: "Rosa", language: "en", wantsViaId: null, now: ctx.now() };
  const personId = await addTentPerson(ctx.db, somebody);
  if (personId === null) throw new Error("Rosa is there already.");
  const actor = { personId, name: "Rosa", roles: [] };
  const words = "2 big tarps, ropes and somebody who knows how to put them up between trees before Friday";
  await typeForOther(ctx, actor, personId, { does: "post", kind: "need", words });
  await typeForOther(ctx, actor, personId, { does: "post", kind: "gift", words });
  const post = await ctx.db.post.findFirstOrThrow({ select: { id: true } });
  return post.id;
}

async function add(world: World, sql: string, values: readonly unknown[]): Promise<number> {
  const { rows } = await world.database.query(`${sql} RETURNING id`, [...values]);
  return Number(rows[0]?.id);
}
