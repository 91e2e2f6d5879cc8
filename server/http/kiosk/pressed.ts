import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { KioskRequest } from "./env.ts";

/** A button's own, so that it counts once. */
export const Nonce = z.string().min(8).max(60);

export function newNonce(): string {
  return randomUUID();
}

/** The screen whose button was pressed: `actsOnly` has turned away all others. */
export function kioskIdOf(c: KioskRequest): number {
  if (!c.var.kiosk) throw new Error("Something was pressed on no screen.");
  return c.var.kiosk.id;
}

/** What became of a form that waited for the connection, for the script that sends it. */
export type Fate = "done" | "refused" | "later";

export function tellFate(c: KioskRequest, fate: Fate): void {
  c.header("x-giftline-fate", fate);
}
