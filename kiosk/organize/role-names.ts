import type { RoleName } from "#server/domain/role.ts";

export type { RoleName };
/** In the order of a list to choose from: the one with the least power first. */
export const ROLE_NAMES = ["helper", "convenor", "organizer"] as const satisfies readonly RoleName[];
