import { joinPostgres } from "#server/embedded/join.ts";

// A process that joins and says so, and leaves when its input ends; tests kill it.
const [dataDir = ""] = process.argv.slice(2);
const joined = await joinPostgres({ dataDir, log: (line) => console.error(line) });
console.log("joined");
process.stdin.resume().once("end", () => void joined.leave().then(() => process.exit(0)));
