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
export async function openKeyring(parts: Parts): Promise<Keyring> {
  const gate = createGate();
  const opened = await enter(parts, (client, said) => heard(held, client, said));
  const held: Held = { parts, gate, ...opened, closed: false, turn: Promise.resolve() };
  watchEnd(held);
  return {
    vault: createVault(() => held.ring),
    gate,
    async close() {
      held.closed = true;
      await held.turn;
      await held.client.end();
    },
  };
}

type Held = {
  readonly parts: Parts;
  readonly gate: Gate;
  ring: Ring;
  client: Client;
  closed: boolean;
  /** One announcement is followed after the other: they are repeated until everybody has heard. */
  turn: Promise<void>;
};

type Hear = (client: Client, said: Announcement) => void;

async function enter({ connection, place }: Parts, hear: Hear): Promise<{ client: Client; ring: Ring }> {
  const client = new Client(connection);
  client.on("error", () => undefined);
  await client.connect();
  try {
    await listenForKey(client, (said) => hear(client, said));
    await shareKey(client);
    return { client, ring: await findRing(client, place) };
  } catch (fault) {
    await client.end().catch(() => undefined);
    throw fault;
  }
}

/** The lock goes with its connection: until it is back, the key may change unseen. */
function watchEnd(held: Held): void {
  held.client.once("end", () => {
    if (!held.closed) void enterAgain(held);
  });
}

async function enterAgain(held: Held): Promise<void> {
  void held.gate.shut();
  for (let waitMs = 50; !held.closed; waitMs = Math.min(waitMs * 2, 2_000)) {
    try {
      Object.assign(held, await enter(held.parts, (client, said) => heard(held, client, said)));
      watchEnd(held);
      held.gate.open();
      return;
    } catch (err) {
      if (err instanceof ConfigError) return lose(held, err);
      held.parts.log.warn({ err }, "The key's state could not be read: trying again.");
      await pause(waitMs, undefined, { ref: false });
    }
  }
}

function lose({ parts }: Held, err: unknown): void {
  parts.log.fatal({ err }, "The key of the database is none that this process knows.");
  parts.onLost();
}

function heard(held: Held, from: Client, said: Announcement): void {
  if (said.kind === "destroyed") {
    held.parts.log.fatal("The key was destroyed.");
    held.parts.onLost();
    return;
  }
  held.turn = held.turn
    .then(() => stepAside(held, from, said.proof))
    .catch(async (err: unknown) => {
      if (err instanceof ConfigError) return lose(held, err);
      held.parts.log.warn({ err }, "The connection was lost while the key changed.");
      // Its end is what brings it back.
      await from.end();
    });
}

async function stepAside(held: Held, from: Client, proof: Uint8Array | null): Promise<void> {
  if (from !== held.client || held.closed) return;
  const { place, log } = held.parts;
  const coming = proof && knownKeys(place).find((key) => fits(key, proof));
  if (proof && !coming) {
    log.error("A new key is announced that this process cannot read: it keeps the old one.");
    return;
  }
  const former = held.ring.current;
  await held.gate.shut();
  if (coming) held.ring = { ...held.ring, others: [coming] };
  await leaveKey(from);
  await shareKey(from);
  const fresh = await findRing(from, place);
  held.ring = { ...fresh, others: fresh.current.secret === former.secret ? [] : [former] };
  held.gate.open();
}
