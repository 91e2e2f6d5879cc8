import { createGroup } from "#server/actions/edit-group.ts";
import { putPin, setMap } from "#server/actions/edit-map.ts";
import type { GroupDraft } from "#server/domain/group-form.ts";
import type { Actor } from "#server/domain/role.ts";
import { startConsole } from "#test/support/console.ts";
import { pngOf } from "#test/support/pictures.ts";
import type { World } from "#test/support/world.ts";

/** The longest that a group's form takes, in wide letters. */
export const LONGEST = {
  name: "Committee of warm welcomings M",
  about: `${"Welcoming whoever comes at whatever hour, with warm words, ".repeat(3)}mmmmmmmmmmmmmmmmmmmmmmm`,
  interests: "welcoming",
  place: "Meadow with mammoth maple, west of Momma",
  contact: "whoever wears the most wonderful new cap",
};
const EVERY_DAY = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;

/** A camp with four groups and a map; gives the groups' ids by their names. */
export async function plantGroups(world: World): Promise<Readonly<Record<string, number>>> {
  const ids: Record<string, number> = {};
  const { ctx } = world.booted;
  const { personId } = await startConsole(world, { phone: "+14015550109", name: "Ada" });
  const ada: Actor = { personId, name: "Ada", roles: [{ role: "organizer", groupId: null }] };
  const group = async (draft: Partial<GroupDraft> & { readonly name: string }) => {
    const whole = { about: "", interests: "", place: "", contact: "", open: true, meets: null, ...draft };
    const made = await createGroup(ctx, ada, whole);
    if (made.ok) ids[draft.name] = made.id;
  };
  const meets = { days: EVERY_DAY, time: "09:00", minutes: 60 };
  await group({ name: "Kitchen", interests: "cooking, cocinar", place: "Big tent", contact: "Rosa", meets });
  await group({
    name: "Medics",
    interests: "first aid, salud",
    place: "White tent",
    open: false,
    contact: "the nurse",
  });
  await group({ name: "Songs", interests: "music, música", about: "We sing at the fire." });
  await group({ ...LONGEST, meets: { ...meets, time: "22:30" } });
  await setMap(ctx, ada, pngOf(600, 400));
  await putPin(ctx, ada, { place: "Big tent", label: "Big tent", x: 0.3, y: 0.4 });
  await putPin(ctx, ada, { place: LONGEST.place, label: "Mammoth maple meadow MM", x: 0.9, y: 0.1 });
  for (const [at, label] of ["Oak", "Gate", "Well", "Fire circle", "Tool shed"].entries())
    await putPin(ctx, ada, { place: label, label, x: at / 5, y: 0.8 });
  return ids;
}
