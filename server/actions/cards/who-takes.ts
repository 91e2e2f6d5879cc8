import type { Context } from "../../context.ts";
import { tentPeople } from "../../store/tent.ts";
import type { Taker } from "./claim-card.ts";

/** Who takes a card at a door without a phone: whom a helper chose among those the tent knows, else a stranger. */
export async function whoTakes(ctx: Context, handle: string | null, personId: number | null): Promise<Taker> {
  const [known] = personId === null ? [] : await tentPeople(ctx.db, personId);
  return known ? { kind: "person", personId: known.id } : { kind: "bearer", handle };
}
