import type { Context } from "../../context.ts";
import type { Door } from "../../store/cards.ts";
import { tentPersonCalled } from "../../store/tent.ts";
import type { Taker } from "./claim-card.ts";

/** Who takes a card at a door without a phone. At the console a name that the tent knows is that person's. */
export async function whoTakes(ctx: Context, door: Door, handle: string | null): Promise<Taker> {
  const known = door === "console" && handle !== null ? await tentPersonCalled(ctx.db, handle) : null;
  return known === null ? { kind: "bearer", handle } : { kind: "person", personId: known };
}
