import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

import type { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";

/**
 * Prisma's own schema engine as WebAssembly: its command line wants to download a native one, which a tent
 * without internet cannot. It keeps `_prisma_migrations`, so `prisma migrate deploy` works on the same database.
 */
export async function openSchemaEngine(adapter: PrismaPg): Promise<engine.SchemaEngine> {
  await loaded();
  const bound = bindMigrationAwareSqlAdapterFactory(adapter);
  return engine.SchemaEngine.new({ datamodels: undefined }, () => undefined, bound);
}

let loading: Promise<void> | undefined;

/** Once a process: the engine's script keeps one instance in a variable of its own. */
function loaded(): Promise<void> {
  loading ??= load();
  return loading;
}

async function load(): Promise<void> {
  const script = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const functions = Object.entries(engine).filter(([, value]) => typeof value === "function");
  const { instance } = await WebAssembly.instantiate(await readFile(script.replace(/\.js$/, ".wasm")), {
    "./schema_engine_bg.js": Object.fromEntries(functions),
  });
  engine.__wbg_set_wasm(instance.exports);
  const start = instance.exports["__wbindgen_start"];
  if (typeof start === "function") start();
}
