import { typeForOther } from "#server/actions/type-for-other.ts";
import { addTentPerson } from "#server/store/tent.ts";
import { insertGathering, insertGroup } from "#test/support/gatherings.ts";
import type { World } from "#test/support/world.ts";

/** As long as a word and a name may get. */
const LONG = {
  title: "Restorative justice and communication 24",
  place: "Behind the tallest oak, beside kitchen 3",
  group: "Transportation, rides, errands",
  contact: "Coordinadora de transporte y mudanzas 12",
  about: "We carry what is heavy, drive who cannot walk, and fetch what the camp needs. "
    .repeat(3)
    .slice(0, 200),
  notes: "Bring a cup, a chair and what you would like to share with everybody. ".repeat(5).slice(0, 300),
  item: "How do we decide who speaks first, who speaks last and who listens longest? "
    .repeat(3)
    .slice(0, 200),
} as const;

export type LongCamp = Readonly<Record<"gathering" | "cancelled" | "group" | "post", number>>;

/** A camp whose every word is as long as it may be: what fits here fits everywhere. */
export async function fillWithLongWords(world: World): Promise<LongCamp> {
  const { group: name, title, place, notes, item, about, contact } = LONG;
  const group = await insertGroup(world, { number: 1, name, about, place, contact, interests: "rides" });
  const soon = (minutes: number) => new Date(world.booted.ctx.now().getTime() + minutes * 60_000);
  const words = { title, place, notes };
  const gathering = await insertGathering(world, { ...words, format: "assembly", startsAt: soon(1) });
  const cancelled = await insertGathering(world, { ...words, startsAt: soon(2), cancelledAt: soon(0) });
  for (const said of [item, "Budget for tents", item])
    await world.database.query(
      `INSERT INTO items (gathering_id, words, state, minutes, created_at) VALUES ($1, $2, 'accepted', 120, now())`,
      [gathering, said],
    );
  return { gathering, cancelled, group, post: await addPost(world) };
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
