import { expect } from "vitest";
import type { Camp, Phone } from "#test/support/camp.ts";
import { type Console, startConsole } from "#test/support/console.ts";

export type Organizers = { readonly ada: Console; readonly ben: Console };

/** Ada writes, Ben releases. */
export async function twoOrganizers(camp: Camp): Promise<Organizers> {
  const ada = await startConsole(camp, { phone: "+14015550108", name: "Ada" });
  const ben = await startConsole(camp, { phone: "+14015550109", name: "Ben" });
  return { ada, ben };
}

export const FORM = {
  words: "assembly moved to 8pm",
  audience: "news",
  language: "",
  gathering: "",
  start: "",
  end: "",
};

/** The path of a broadcast that Ada wrote and put before Ben, and what he got for releasing it. */
export async function release({ ada, ben }: Organizers, change: Record<string, string> = {}) {
  const { path } = await ada.post("/organize/broadcasts", { ...FORM, ...change });
  await ada.post(`${path}/submit`, {});
  const answer = await ben.post(`${path}/release`, {});
  return { path, id: Number(path.split("/").at(-1)), answer };
}

export async function onNews(camp: Camp, count: number): Promise<Phone[]> {
  const phones = Array.from({ length: count }, () => camp.phone());
  for (const phone of phones) await phone.text("NEWS");
  return phones;
}

/** Queued to everybody, while the pace lets nothing leave. */
export async function startUnsent(camp: Camp, id: number): Promise<void> {
  await camp.database.query("UPDATE senders SET next_at = 'infinity'");
  camp.tick(1);
  await expect
    .poll(async () => {
      const { rows } = await camp.database.query("SELECT state FROM broadcasts WHERE id = $1", [id]);
      return rows[0]?.state;
    })
    .toBe("sending");
}

/** The pace lets texts leave again. */
export async function letGo(camp: Camp): Promise<void> {
  await camp.database.query("UPDATE senders SET next_at = now()");
  await camp.settled();
}

export function plain(page: string): string {
  return page.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
}
