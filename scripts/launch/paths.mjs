import { existsSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));
const binFolder = join(root, "node_modules/.bin");

/** The pinned Node, wherever its package has put the binary; a system's Node that is new enough will do. */
export function findNode() {
  const { platform, arch } = process;
  const packages = [`node-${platform}-${arch}`, `node-bin-${platform}-${arch}`];
  const places = ["node", ...packages, ...packages.map((name) => `node/node_modules/${name}`)];
  const pinned = places.map((name) => join(root, "node_modules", name, "bin/node")).find(existsSync);
  if (pinned !== undefined) return pinned;
  if (Number(process.versions.node.split(".")[0]) >= 24) return process.execPath;
  console.error(
    "The pinned Node 24 is not in node_modules: npm may have blocked its install script.\n" +
      "Run `npm rebuild node`, or install Node 24 or newer, and try again.",
  );
  process.exit(1);
}

/** The environment of everything we hand over to: the pinned Node and the installed tools come first. */
export function pinnedEnvironment() {
  const path = [dirname(findNode()), binFolder, process.env.PATH].join(delimiter);
  return { ...process.env, PATH: path };
}

/** For npm itself, which may be about to delete the pinned Node. */
export function systemEnvironment() {
  const entries = (process.env.PATH ?? "").split(delimiter);
  const path = entries.filter((entry) => !entry.startsWith(root)).join(delimiter);
  return { ...process.env, PATH: path };
}
