import { spawnSync } from "node:child_process";

// Which packages of the running program have known holes. The advisories are npm's: where they cannot be asked, that is
// said, and nothing is claimed.
const { stdout, error } = spawnSync("npm", ["audit", "--omit=dev", "--json"], { encoding: "utf8" });
const report = error ? null : read(stdout);
const counts = report?.metadata?.vulnerabilities;

if (counts === undefined) {
  const why = error?.message ?? report?.message ?? report?.error?.summary ?? "no answer that can be read";
  console.log(`audit  NOT DONE: the registry gives no advisories here (${why}).`);
  console.log("       Run `node scripts/audit.mjs` where it does, before a release.");
} else {
  const bad = (counts.high ?? 0) + (counts.critical ?? 0);
  console.log(`audit  ${bad === 0 ? "ok" : "FAILED"}: ${bad} high or critical, ${counts.total - bad} less`);
  for (const { name, severity, range, fixAvailable } of Object.values(report.vulnerabilities ?? {}))
    console.log(`       ${severity}: ${name} ${range}${fixAvailable ? ", a newer version mends it" : ""}`);
  process.exitCode = bad === 0 ? 0 : 1;
}

function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
