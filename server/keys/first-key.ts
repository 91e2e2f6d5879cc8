import type { ClientBase } from "pg";
import { ConfigError } from "../config.ts";
import { addKeyState, anySealedPhone, readKeyState } from "../store/key-state.ts";
import { createKey, type Key, type Ring } from "../vault.ts";
import {
  destroyKey,
  type KeyPlace,
  keyFromFile,
  knownKeys,
  nextKeyFile,
  readKey,
  settleNextKey,
} from "./key-files.ts";
import { ringOf, sealState } from "./open-state.ts";

/**
 * The keys of this database; its first start makes one. Throws ConfigError when none fits: with another one, nobody
 * would be recognised any more.
 */
export async function findRing(client: ClientBase, place: KeyPlace): Promise<Ring> {
  if (!(await readKeyState(client))) await chooseKey(client, place);
  const state = await readKeyState(client);
  const ring = state && ringOf(state, knownKeys(place));
  if (!ring) throw new ConfigError(unknownKey(place));
  settle(place, ring.current);
  return ring;
}

/** What a rotation that was broken off, or an environment that was changed since, left to do about the files. */
function settle(place: KeyPlace, { secret }: Key): void {
  const next = nextKeyFile(place);
  if (readKey(next) !== secret) return;
  if (place.secretKey === undefined) settleNextKey(place);
  else if (place.secretKey === secret) destroyKey(next);
}

async function chooseKey(client: ClientBase, place: KeyPlace): Promise<void> {
  const sealed = await anySealedPhone(client);
  const known = sealed === null ? [] : knownKeys(place);
  const key = sealed
    ? known.find((each) => each.open("phone", sealed) !== null)
    : createKey(place.secretKey ?? keyFromFile(place.secretKeyFile));
  if (!key) throw new ConfigError(unknownKey(place));
  await addKeyState(client, sealState(key, []));
}

function unknownKey({ secretKey, secretKeyFile }: KeyPlace): string {
  const where = secretKey === undefined ? `The key in ${secretKeyFile}` : "SECRET_KEY";
  return `${where} is missing or is not the key of this database.
Put the right one there. If it was lost or destroyed, numbers and words cannot be read again by anybody:
npm run panic clears what is left of them, and the next start begins with a new key.`;
}
