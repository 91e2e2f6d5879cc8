import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";

/** What a spreadsheet would take for a formula, also behind apostrophes of ours. */
const FORMULA = /^'*[=+\-@\t\r]/;
const GUARDED = /^'+[=+\-@\t\r]/;

/** A table for a spreadsheet: no cell of it is ever run as a formula. */
export function writeTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const guarded = rows.map((row) => row.map((cell) => (FORMULA.test(cell) ? `'${cell}` : cell)));
  return stringify([[...columns], ...guarded], { bom: true });
}

/** One line of a table: its cells by their columns, and which line of the sheet it is. */
export type TableLine = { readonly line: number; readonly cells: ReadonlyMap<string, string> };

/**
 * A table as people paste it, with commas, semicolons or tabs, by the names in its first line; null when it is none.
 * Lines without anything in them are left out.
 */
export function readTable(
  text: string,
): { readonly columns: readonly string[]; readonly lines: readonly TableLine[] } | null {
  const rows = readCells(text);
  if (!rows) return null;
  const [head = [], ...rest] = rows;
  const columns = head.map((name) => name.trim().toLowerCase());
  const lines = rest.map((row, at) => ({
    line: at + 2,
    cells: new Map(columns.map((name, column) => [name, unguard(row[column] ?? "")])),
  }));
  return { columns, lines: lines.filter(({ cells }) => [...cells.values()].some((cell) => cell !== "")) };
}

function readCells(text: string): string[][] | null {
  try {
    return parse(text, { bom: true, delimiter: delimiterOf(text), relax_column_count: true });
  } catch (fault) {
    if (fault instanceof Error && "code" in fault && String(fault.code).startsWith("CSV_")) return null;
    throw fault;
  }
}

/** Spreadsheets of some languages write semicolons; what is copied out of one comes with tabs. */
function delimiterOf(text: string): string {
  const head = text.split("\n", 1)[0] ?? "";
  const count = (delimiter: string) => head.split(delimiter).length;
  const [most = ","] = [",", ";", "\t"].toSorted((one, other) => count(other) - count(one));
  return most;
}

function unguard(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}
