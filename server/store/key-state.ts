import { type ClientBase, DatabaseError } from "pg";

export type KeyState = {
  readonly generation: number;
  /** Sealed with the key. */
  readonly proof: Uint8Array;
  readonly chain: Uint8Array;
};

type NewKeyState = Pick<KeyState, "proof" | "chain">;

/** Held shared by every process that hashes with the key, and alone by whoever changes it. Any number that no other lock here has. */
const LOCK = 0x4b455953;
const CHANNEL = "giftline_key";

/** Null before the first start. */
export async function readKeyState(client: ClientBase): Promise<KeyState | null> {
  const { rows } = await client.query<KeyState>("SELECT generation, proof, chain FROM key_state");
  return rows[0] ?? null;
}

/** Unless there is one. */
export async function addKeyState(client: ClientBase, { proof, chain }: NewKeyState): Promise<void> {
  await client.query("INSERT INTO key_state (proof, chain) VALUES ($1, $2) ON CONFLICT DO NOTHING", [
    proof,
    chain,
  ]);
}

export async function changeKeyState(client: ClientBase, { proof, chain }: NewKeyState): Promise<void> {
  await client.query("UPDATE key_state SET generation = generation + 1, proof = $1, chain = $2", [
    proof,
    chain,
  ]);
}

/** A sealed number, to try a key on; null when there is none. */
export async function anySealedPhone(client: ClientBase): Promise<Uint8Array | null> {
  const { rows } = await client.query<{ phone: Uint8Array }>(
    "SELECT phone FROM people WHERE phone IS NOT NULL ORDER BY id LIMIT 1",
  );
  return rows[0]?.phone ?? null;
}

export async function shareKey(client: ClientBase): Promise<void> {
  await client.query("SELECT pg_advisory_lock_shared($1)", [LOCK]);
}

export async function leaveKey(client: ClientBase): Promise<void> {
  await client.query("SELECT pg_advisory_unlock_shared($1)", [LOCK]);
}

/** False when others do not let go of it in that time. Once taken, this connection has it until it ends. */
export async function takeKey(client: ClientBase, withinMs: number): Promise<boolean> {
  await client.query(`SET lock_timeout = ${withinMs}`);
  try {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    return true;
  } catch (fault) {
    if (fault instanceof DatabaseError && fault.code === "55P03") return false;
    throw fault;
  } finally {
    await client.query("RESET lock_timeout");
  }
}

/** What whoever is about to change the key tells the others. */
export type Announcement =
  /** Let go for a moment: the key changes to the one that opens `proof`, or (null) the whole database to another. */
  | { readonly kind: "step-aside"; readonly proof: Uint8Array | null }
  /** The key is no more. */
  | { readonly kind: "destroyed" };

export async function announce(client: ClientBase, said: Announcement): Promise<void> {
  const proof = said.kind === "step-aside" && said.proof ? Buffer.from(said.proof).toString("hex") : "";
  await client.query("SELECT pg_notify($1, $2)", [CHANNEL, `${said.kind} ${proof}`.trim()]);
}

export async function listenForKey(client: ClientBase, heard: (said: Announcement) => void): Promise<void> {
  client.on("notification", ({ channel, payload = "" }) => {
    if (channel !== CHANNEL) return;
    const [kind, proof] = payload.split(" ");
    if (kind === "destroyed") heard({ kind });
    if (kind === "step-aside") heard({ kind, proof: proof ? Buffer.from(proof, "hex") : null });
  });
  await client.query(`LISTEN ${CHANNEL}`);
}
