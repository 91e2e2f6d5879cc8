import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { runQuietly } from "./child.mjs";

/** What the tests need of the machine: how to find it, and the Debian package that has it. */
const needs = [
  {
    variable: "CHROMIUM",
    names: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    package: "chromium",
  },
  { variable: "REDIS_SERVER", names: ["redis-server", "valkey-server"], package: "redis-server" },
];

/** Installs what is missing, if we may, else says what to install and ends. Gives { CHROMIUM, REDIS_SERVER }: paths. */
export async function findOrInstall() {
  const missing = needs.filter((need) => find(need) === undefined).map((need) => need.package);
  if (missing.length > 0) await installPackages(missing);
  return Object.fromEntries(needs.map((need) => [need.variable, find(need) ?? giveUp([need.package], "")]));
}

function find({ variable, names }) {
  const chosen = process.env[variable];
  if (chosen) return isExecutable(chosen) ? chosen : undefined;
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/bin", "/usr/local/bin"];
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable);
}

async function installPackages(packages) {
  const prefix = privilege();
  if (prefix === undefined) giveUp(packages, "");
  console.log(`Installing ${packages.join(" and ")} from the system's packages ...`);
  // A source that cannot be reached fails the update; what is known of the others may still do.
  await aptGet(prefix, ["update"]);
  const { ok, output } = await aptGet(prefix, ["install", "-y", "--no-install-recommends", ...packages]);
  if (!ok) giveUp(packages, output);
}

/** The words before apt-get, or nothing if we may not, or there is no apt-get. */
function privilege() {
  const can = (command, ...args) => spawnSync(command, args, { stdio: "ignore" }).status === 0;
  if (!can("apt-get", "--version")) return undefined;
  const setting = ["env", "DEBIAN_FRONTEND=noninteractive"];
  if (process.getuid?.() === 0) return setting;
  return can("sudo", "-n", "true") ? ["sudo", "-n", ...setting] : undefined;
}

function aptGet([command, ...prefix], args) {
  return runQuietly(command, [...prefix, "apt-get", "-q", "-o", "DPkg::Lock::Timeout=120", ...args], {});
}

function giveUp(packages, output) {
  if (output) console.error(output.split("\n").slice(-20).join("\n"));
  console.error(
    `The tests need ${packages.join(" and ")}, which could not be installed from here. Install by hand, on Debian:\n` +
      `  apt-get install ${packages.join(" ")}\n` +
      "or name what you have with CHROMIUM=/path/to/browser and REDIS_SERVER=/path/to/redis-server.",
  );
  process.exit(1);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
