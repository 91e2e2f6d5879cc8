import type { Db } from "./db.ts";

export type Printer = {
  readonly name: string;
  readonly stock: string;
  readonly xMm: number;
  readonly yMm: number;
};

export async function listPrinters(db: Db): Promise<readonly Printer[]> {
  return db.printer.findMany({
    select: { name: true, stock: true, xMm: true, yMm: true },
    orderBy: { name: "asc" },
  });
}

/** Keeps what was measured for a printer, in place of what was measured before. */
export async function keepPrinter(db: Db, { name, ...measured }: Printer): Promise<void> {
  await db.printer.upsert({ where: { name }, create: { name, ...measured }, update: measured });
}
