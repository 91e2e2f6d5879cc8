import type { Audience } from "#server/domain/broadcast.ts";
import type { Db } from "./db.ts";

/** What people call these audiences: the names of groups, the title of a gathering; nothing for the others. */
export async function audienceNames(
  db: Db,
  audiences: readonly Audience[],
): Promise<(audience: Audience) => readonly string[]> {
  const groupIds = audiences.flatMap((each) => (each.kind === "groups" ? each.groupIds : []));
  const gatheringIds = audiences.flatMap((each) => (each.kind === "told" ? [each.gatheringId] : []));
  const groups = await db.group.findMany({
    where: { id: { in: groupIds } },
    select: { id: true, name: true },
  });
  const gatherings = await db.gathering.findMany({
    where: { id: { in: gatheringIds } },
    select: { id: true, title: true },
  });
  const groupNames = new Map(groups.map(({ id, name }) => [id, name]));
  const titles = new Map(gatherings.map(({ id, title }) => [id, title]));
  return (audience) => {
    if (audience.kind === "groups") return audience.groupIds.flatMap((id) => groupNames.get(id) ?? []);
    return audience.kind === "told" ? [titles.get(audience.gatheringId) ?? "-"] : [];
  };
}
