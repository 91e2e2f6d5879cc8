import { setTimeout as pause } from "node:timers/promises";
import { Client, type PoolConfig } from "pg";
import { ConfigError } from "../config.ts";
import type { Log } from "../log.ts";
import { type Announcement, leaveKey, listenForKey, shareKey } from "../store/key-state.ts";
import { createVault, type Ring, type Vault } from "../vault.ts";
import { findRing } from "./first-key.ts";
import { createGate, type Gate } from "./gate.ts";
import { type KeyPlace, knownKeys } from "./key-files.ts";
import { fits } from "./open-state.ts";

export type Keyring = {
  readonly vault: Vault;
  /** Everything that hashes and writes goes through it. */
  readonly gate: Gate;
  close(): Promise<void>;
};

type Parts = {
  readonly connection: PoolConfig;
  readonly place: KeyPlace;
  readonly log: Log;
  /** The key was destroyed, or has become one that this process does not know: it must end, and its memory with it. */
  onLost(): void;
};

/**
 * Keeps this process at the database's key while that may change under it. As long as it works it shares a lock; who
 * changes the key asks for it, and this process finishes what is in hand, lets go, waits, and goes on with the new one.
 */
export async function openKeyring({ connection, place, log, onLost }: Parts): Promise<Keyring> {
  const gate = createGate();
  let ring: Ring;
  let client: Client | undefined;
  let closed = false;
  let turn = Promise.resolve();

  async function enter(): Promise<void> {
    const entered = new Client(connection);
    entered.on("error", () => undefined);
    await entered.connect();
    try {
      await listenForKey(entered, (said) => heard(entered, said));
      await shareKey(entered);
      ring = await findRing(entered, place);
    } catch (fault) {
      await entered.end().catch(() => undefined);
      throw fault;
    }
    client = entered;
    entered.once("end", () => {
      if (client === entered && !closed) void enterAgain();
    });
  }

  /** The lock went with its connection: until it is back, the key may change unseen. */
  async function enterAgain(): Promise<void> {
    void gate.shut();
    for (let waitMs = 50; !closed; waitMs = Math.min(waitMs * 2, 2_000)) {
      try {
        await enter();
        gate.open();
        return;
      } catch (err) {
        if (err instanceof ConfigError) return lose(err);
        log.warn({ err }, "The key's state could not be read: trying again.");
        await pause(waitMs, undefined, { ref: false });
      }
    }
  }

  function lose(err: unknown): void {
    log.fatal({ err }, "The key of the database is none that this process knows.");
    onLost();
  }

  function heard(from: Client, said: Announcement): void {
    if (said.kind === "destroyed") return onLost();
    // One after the other: announcements are repeated until everybody has heard.
    turn = turn
      .then(() => stepAside(from, said.proof))
      .catch(async (err: unknown) => {
        if (err instanceof ConfigError) return lose(err);
        // Its end is what brings it back.
        log.warn({ err }, "The connection was lost while the key changed.");
        await from.end();
      });
  }

  async function stepAside(from: Client, proof: Uint8Array | null): Promise<void> {
    if (from !== client) return;
    const coming = proof && knownKeys(place).find((key) => fits(key, proof));
    if (proof && !coming) {
      log.error("A new key is announced that this process cannot read: it keeps the old one.");
      return;
    }
    const former = ring.current;
    await gate.shut();
    if (coming) ring = { ...ring, others: [coming] };
    await leaveKey(from);
    await shareKey(from);
    const fresh = await findRing(from, place);
    ring = { ...fresh, others: fresh.current.secret === former.secret ? [] : [former] };
    gate.open();
  }

  await enter();
  return {
    vault: createVault(() => ring),
    gate,
    async close() {
      closed = true;
      await turn;
      await client?.end();
    },
  };
}
