import { z } from "zod";
import type { KeyState } from "../store/key-state.ts";
import { HashingHalf, type Key, type Ring } from "../vault.ts";

const PROOF = "giftline";
const Chain = z.array(HashingHalf);

/** What the database keeps of a key and of those before it. */
export function sealState(key: Key, chain: Ring["chain"]): Pick<KeyState, "proof" | "chain"> {
  return { proof: key.seal("key proof", PROOF), chain: key.seal("key chain", JSON.stringify(chain)) };
}

export function fits(key: Key, proof: Uint8Array): boolean {
  return key.open("key proof", proof) === PROOF;
}

/** The ring of a database whose key is among those known; null when none of them fits. */
export function ringOf(state: Pick<KeyState, "proof" | "chain">, known: readonly Key[]): Ring | null {
  const current = known.find((key) => fits(key, state.proof));
  const chain = current?.open("key chain", state.chain);
  if (!current || chain === null || chain === undefined) return null;
  return { current, others: [], chain: Chain.parse(JSON.parse(chain)) };
}
