import type { ClientBase } from "pg";
import type { HashPurpose, SealPurpose } from "../vault.ts";

type VaultTable = {
  readonly table: string;
  readonly sealed: Readonly<Record<string, SealPurpose>>;
  readonly hashed: Readonly<Record<string, HashPurpose>>;
};

/** Every column that the key made; all of these tables count their rows by `id`. */
export const VAULT_TABLES: readonly VaultTable[] = [
  { table: "people", sealed: { phone: "phone" }, hashed: { phone_hash: "phone" } },
  { table: "consents", sealed: {}, hashed: { phone_hash: "phone" } },
  { table: "inbound_texts", sealed: { body: "text", reply: "text" }, hashed: { body_hash: "repeat" } },
  { table: "outbound_texts", sealed: { body: "text" }, hashed: {} },
  { table: "sign_ins", sealed: {}, hashed: { hash: "sign-in" } },
  { table: "sessions", sealed: {}, hashed: { hash: "session" } },
  {
    table: "cards",
    sealed: { secrets: "card" },
    hashed: { code_hash: "card", token_hash: "card-token" },
  },
  { table: "card_claims", sealed: {}, hashed: { nonce_hash: "card-nonce" } },
  { table: "slips", sealed: {}, hashed: { code_hash: "card", nonce_hash: "slip" } },
  { table: "late_scans", sealed: {}, hashed: { nonce_hash: "card-nonce", code_hash: "card" } },
  { table: "items", sealed: {}, hashed: { nonce_hash: "item-nonce" } },
  { table: "wishes", sealed: { wish: "wish" }, hashed: { nonce_hash: "wish" } },
  {
    table: "kiosks",
    sealed: {},
    hashed: { token_hash: "kiosk", code_hash: "kiosk-code", pin_hash: "kiosk-pin" },
  },
  { table: "card_misses", sealed: {}, hashed: { key: "card-miss" } },
];

const AT_ONCE = 2_000;

/** How a value is made anew. */
export type Remake = {
  seal(purpose: SealPurpose, value: Uint8Array): Uint8Array;
  hash(purpose: HashPurpose, value: Uint8Array): Uint8Array;
};

/** Makes every value anew, some thousand rows at a time, in the caller's transaction; returns how many rows there were. */
export async function remakeAll(client: ClientBase, remake: Remake): Promise<number> {
  let rows = 0;
  for (const each of VAULT_TABLES) rows += await remakeTable(client, each, remake);
  return rows;
}

type Row = { readonly id: number; readonly [column: string]: unknown };

async function remakeTable(client: ClientBase, of: VaultTable, remake: Remake): Promise<number> {
  const columns = columnsOf(of, remake);
  const names = columns.map(({ name }) => name);
  const isFilled = names.map((name) => `${name} IS NOT NULL`).join(" OR ");
  const sets = names.map((name) => `${name} = fresh.${name}`).join(", ");
  const arrays = names.map((_, at) => `$${at + 2}::bytea[]`).join(", ");
  let count = 0;
  for (let after = 0; ; ) {
    const { rows } = await client.query<Row>(
      `SELECT id, ${names.join(", ")} FROM ${of.table} WHERE id > $1 AND (${isFilled}) ORDER BY id LIMIT ${AT_ONCE}`,
      [after],
    );
    const last = rows.at(-1);
    if (!last) return count;
    await client.query(
      `UPDATE ${of.table} SET ${sets} FROM unnest($1::int[], ${arrays}) AS fresh(id, ${names.join(", ")})
       WHERE ${of.table}.id = fresh.id`,
      [rows.map((row) => row.id), ...columns.map(({ name, make }) => rows.map((row) => make(row[name])))],
    );
    after = last.id;
    count += rows.length;
  }
}

/** An empty value stands for a forgotten one. */
function columnsOf({ sealed, hashed }: VaultTable, remake: Remake) {
  const making = (make: (value: Uint8Array) => Uint8Array) => (value: unknown) =>
    value instanceof Uint8Array && value.length > 0 ? Buffer.from(make(value)) : (value ?? null);
  return [
    ...Object.entries(sealed).map(([name, purpose]) => ({
      name,
      make: making((value) => remake.seal(purpose, value)),
    })),
    ...Object.entries(hashed).map(([name, purpose]) => ({
      name,
      make: making((value) => remake.hash(purpose, value)),
    })),
  ];
}

/** Nobody writes them until the transaction ends; they can still be read. */
export async function lockVaultTables(client: ClientBase): Promise<void> {
  await client.query(`LOCK TABLE ${VAULT_TABLES.map(({ table }) => table).join(", ")} IN EXCLUSIVE MODE`);
}

/** Who tried how often: keyed by hashes that are not remade, because they live for a quarter of an hour. */
export async function forgetLimits(client: ClientBase): Promise<void> {
  const { rows } = await client.query("SELECT to_regclass('limits') IS NOT NULL AS known");
  if (rows[0]?.known) await client.query("TRUNCATE limits");
}
