import { readKioskName, readPin } from "#server/domain/kiosk.ts";
import type { Actor } from "#server/domain/role.ts";
import type { Context } from "../../context.ts";
import { readPrinterAddress, writtenAddress } from "../../printer/address.ts";
import { changeKiosk, type KioskChange, kioskById, revokeKiosk } from "../../store/kiosks.ts";
import { audit } from "../audit.ts";

/** What an organizer does to a screen. An empty PIN or printer takes it away. */
export type KioskWish =
  | { readonly does: "rename"; readonly name: string }
  | { readonly does: "pin"; readonly pin: string }
  | { readonly does: "printer"; readonly printer: string }
  | { readonly does: "out-of-order" | "in-order" }
  | { readonly does: "revoke" };
export type KioskSaid =
  | "changed"
  | "revoked"
  | "gone"
  | "bad-name"
  | "bad-pin"
  | "bad-printer"
  | "this-machine";

type Change = Exclude<KioskWish, { does: "revoke" }>;

const ACTS = {
  rename: "rename screen",
  pin: "set PIN of screen",
  printer: "set printer of screen",
  "out-of-order": "take screen out of order",
  "in-order": "put screen back in order",
  revoke: "revoke screen",
} as const;

export async function changeScreen(
  ctx: Context,
  actor: Actor,
  { id, ...wish }: { readonly id: number } & KioskWish,
): Promise<KioskSaid> {
  return ctx.inTransaction(async (ctx) => {
    const kiosk = await kioskById(ctx.db, id);
    if (!kiosk) return "gone";
    const said = wish.does === "revoke" ? await revoke(ctx, kiosk) : await change(ctx, id, wish);
    if (said === "changed" || said === "revoked") await audit(ctx, actor, ACTS[wish.does], `screen ${id}`);
    return said;
  });
}

async function revoke(ctx: Context, kiosk: { id: number; here: boolean }): Promise<KioskSaid> {
  if (kiosk.here) return "this-machine";
  return (await revokeKiosk(ctx.db, kiosk.id, ctx.now())) ? "revoked" : "gone";
}

async function change(ctx: Context, id: number, wish: Change): Promise<KioskSaid> {
  const read = readWish(ctx, id, wish);
  if (typeof read === "string") return read;
  await changeKiosk(ctx.db, id, read);
  return "changed";
}

function readWish(ctx: Context, id: number, wish: Change): KioskChange | KioskSaid {
  switch (wish.does) {
    case "rename": {
      const name = readKioskName(wish.name);
      return name === null ? "bad-name" : { name };
    }
    case "pin": {
      if (wish.pin === "") return { pinHash: null };
      const pin = readPin(wish.pin);
      return pin === null ? "bad-pin" : { pinHash: ctx.vault.hash("kiosk-pin", `${id} ${pin}`) };
    }
    case "printer": {
      if (wish.printer.trim() === "") return { printer: null };
      const printer = readPrinterAddress(wish.printer);
      return printer === null ? "bad-printer" : { printer: writtenAddress(printer) };
    }
    case "out-of-order":
      return { outOfOrderAt: ctx.now() };
    case "in-order":
      return { outOfOrderAt: null };
    default:
      return wish satisfies never;
  }
}
