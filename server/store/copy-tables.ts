import type { Readable, Writable } from "node:stream";
import type { ClientBase } from "pg";
import { from, to } from "pg-copy-streams";

export type CopiedTable = { readonly table: string; readonly columns: readonly string[] };

/** Migrations say themselves what they made; limits live for a quarter of an hour. */
const LEFT_OUT = ["_prisma_migrations", "limits"];

/** Every table of ours, those before it that its rows point to. Columns that PostgreSQL fills itself are not among its columns. */
export async function tablesToCopy(client: ClientBase): Promise<readonly CopiedTable[]> {
  // A transaction number means nothing in another cluster: it is given anew.
  const { rows: tables } = await client.query<CopiedTable>(
    `SELECT c.relname AS table, array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> ALL ($1)
       AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND a.atttypid <> 'xid8'::regtype
     GROUP BY c.relname ORDER BY c.relname`,
    [LEFT_OUT],
  );
  const { rows: links } = await client.query<{ table: string; needs: string }>(
    `SELECT c.relname AS table, r.relname AS needs FROM pg_constraint k
     JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class r ON r.oid = k.confrelid
     WHERE k.contype = 'f' AND k.conrelid <> k.confrelid`,
  );
  return inOrder(tables, links);
}

function inOrder(
  tables: readonly CopiedTable[],
  links: readonly { table: string; needs: string }[],
): readonly CopiedTable[] {
  const done = new Set<string>();
  const ordered: CopiedTable[] = [];
  while (ordered.length < tables.length) {
    const ready = tables.filter(
      ({ table }) => !done.has(table) && links.every((link) => link.table !== table || done.has(link.needs)),
    );
    if (ready.length === 0) throw new Error("Some tables point to each other in a ring.");
    for (const each of ready) done.add(each.table);
    ordered.push(...ready);
  }
  return ordered;
}

/** Its rows in PostgreSQL's own text form, a line each; `rowCount` is known at its end. */
export function copyOut(client: ClientBase, of: CopiedTable): Readable & { readonly rowCount: number } {
  return client.query(to(`COPY ${named(of)} TO STDOUT`));
}

export function copyIn(client: ClientBase, of: CopiedTable): Writable {
  return client.query(from(`COPY ${named(of)} FROM STDIN`));
}

function named({ table, columns }: CopiedTable): string {
  return `${quoted(table)} (${columns.map(quoted).join(", ")})`;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Migrations put some rows of their own into a new database. */
export async function emptyTables(client: ClientBase, tables: readonly CopiedTable[]): Promise<void> {
  await client.query(`TRUNCATE ${tables.map(({ table }) => quoted(table)).join(", ")}`);
}

/** How far each sequence has come. */
export async function sequences(client: ClientBase): Promise<Readonly<Record<string, string>>> {
  const { rows } = await client.query<{ name: string; last: string }>(
    "SELECT sequencename AS name, last_value AS last FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL",
  );
  return Object.fromEntries(rows.map(({ name, last }) => [name, last]));
}

export async function setSequences(
  client: ClientBase,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [name, last] of Object.entries(values))
    await client.query("SELECT setval($1::regclass, $2)", [quoted(name), last]);
}

/** What a start makes by itself in a database of which nothing is to be lost. */
const MADE_BY_A_START = new Set(["numbers", "outbox", "senders", "cursors", "key_state", "kiosks"]);

/** Whether nobody has used it yet. */
export async function isUnused(client: ClientBase): Promise<boolean> {
  for (const { table } of await tablesToCopy(client)) {
    if (MADE_BY_A_START.has(table)) continue;
    const { rows } = await client.query(`SELECT FROM ${quoted(table)} LIMIT 1`);
    if (rows.length > 0) return false;
  }
  return true;
}
