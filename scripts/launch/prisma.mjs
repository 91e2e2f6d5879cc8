import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { runQuietly } from "./child.mjs";
import { findNode, pinnedEnvironment, root } from "./paths.mjs";
import { hashOf, isStamped, stamp } from "./stamp.mjs";

const schema = join(root, "prisma/schema.prisma");
const client = join(root, "server/store/generated/client");
const stampFile = join(root, "node_modules/.giftline-prisma-stamp");

/** Writes the database client (not kept in git) if it is missing or the schema or Prisma has changed. */
export async function generateClient() {
  if (!existsSync(schema)) return;
  const wanted = hashOf(schema, join(root, "node_modules/prisma/package.json"));
  if (existsSync(client) && isStamped(stampFile, wanted)) return;
  // Gone first, so that a run broken off in the middle is not taken for done.
  rmSync(stampFile, { force: true });
  // Prisma would download an engine that generating does not use; /bin/true stands in for it.
  const env = { ...pinnedEnvironment(), PRISMA_SCHEMA_ENGINE_BINARY: "/bin/true", CHECKPOINT_DISABLE: "1" };
  const args = [join(root, "node_modules/prisma/build/index.js"), "generate", "--schema", schema];
  const { ok, output } = await runQuietly(findNode(), args, { cwd: root, env });
  if (!ok) {
    console.error(`${output}\n\nThe database client could not be generated from prisma/schema.prisma.`);
    process.exit(1);
  }
  stamp(stampFile, wanted);
}
