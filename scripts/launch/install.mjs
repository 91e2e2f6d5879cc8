import { existsSync } from "node:fs";
import { join } from "node:path";
import { runQuietly } from "./child.mjs";
import { root, systemEnvironment } from "./paths.mjs";
import { hashOf, isStamped, readOrNothing, stamp } from "./stamp.mjs";

const modules = join(root, "node_modules");
const lockFile = join(root, "package-lock.json");
const stampFile = join(modules, ".giftline-stamp");

/** Brings node_modules to what package-lock.json says; costs one hash when it is there already. */
export async function install() {
  const wanted = hashOf(lockFile);
  if (isStamped(stampFile, wanted)) return;
  if (!isInstalled()) await installNow();
  stamp(stampFile, wanted);
}

async function installNow() {
  console.log("Installing packages (once; this takes a minute or two) ...");
  const began = Date.now();
  let { ok, output } = await npm("ci");
  // npm 11 refuses a lock file that lacks other platforms' optional packages (npm/cli issue 9846);
  // installing takes the same locked versions and, not saving, leaves the lock file alone.
  if (!ok && output.includes("EUSAGE")) ({ ok, output } = await npm("install", "--no-save"));
  if (!ok) {
    console.error(ends(output));
    console.error(
      "\nThe packages could not be installed; npm says why above. Is the npm registry reachable?",
    );
    process.exit(1);
  }
  console.log(`Packages installed in ${Math.round((Date.now() - began) / 1000)} s.`);
}

function npm(...command) {
  const options = ["--no-audit", "--no-fund", "--include=dev", "--include=optional", "--loglevel=error"];
  return runQuietly("npm", [...command, ...options], { cwd: root, env: systemEnvironment() });
}

/** npm says the reason first, and where its log is last. */
function ends(output) {
  const lines = output.split("\n");
  return lines.length <= 40 ? output : [...lines.slice(0, 25), "...", ...lines.slice(-10)].join("\n");
}

/** Somebody may have run npm themselves: its own record of node_modules says what is there. */
function isInstalled() {
  const there = packagesOf(join(modules, ".package-lock.json"));
  return Object.entries(packagesOf(lockFile) ?? {}).every(([path, wanted]) => {
    if (path === "") return there !== undefined;
    const found = there?.[path];
    if (found === undefined) return wanted.optional === true;
    return (
      found.version === wanted.version && found.integrity === wanted.integrity && existsSync(join(root, path))
    );
  });
}

function packagesOf(file) {
  const text = readOrNothing(file);
  return text === undefined ? undefined : JSON.parse(text).packages;
}
