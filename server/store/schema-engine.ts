import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";

/**
 * Prisma's own schema engine as WebAssembly: its command line wants to download a native one, which a tent
 * without internet cannot. It keeps `_prisma_migrations`, so `prisma migrate deploy` works on the same database.
 */
export async function openSchemaEngine(adapter: PrismaPg): Promise<engine.SchemaEngine> {
  const file = fileURLToPath(import.meta.resolve("@prisma/schema-engine-wasm/schema_engine_bg")).replace(
    /\.js$/,
    ".wasm",
  );
  const { instance } = await WebAssembly.instantiate(await readFile(file), {
    "./schema_engine_bg.js": Object.fromEntries(
      Object.entries(engine).filter(([, value]) => typeof value === "function"),
    ),
  });
  engine.__wbg_set_wasm(instance.exports);
  const start = instance.exports["__wbindgen_start"];
  if (typeof start === "function") start();
  return engine.SchemaEngine.new(
    { datamodels: undefined },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapter),
  );
}
