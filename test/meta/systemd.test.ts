import { expect, test } from "vitest";
import { loadConfig } from "#server/config.ts";
import { MEMORY_FLAGS } from "#server/node/flags.mjs";
import { filesLike, textOf } from "./repository.ts";

const units = filesLike("scripts/systemd/*.service").filter((file) => !/backup/.test(file));

type Unit = ReadonlyMap<string, readonly string[]>;

/** Settings by "Section.Name", in order; a setting may come several times. */
function unitOf(file: string): Unit {
  const found = new Map<string, string[]>();
  let section = "";
  for (const line of textOf(file).split("\n")) {
    if (line === "" || line.startsWith("#")) continue;
    const header = /^\[(Unit|Service|Install)\]$/.exec(line)?.[1];
    section = header ?? section;
    if (header) continue;
    const [, name, value] = /^([A-Z]\w+)=(.*)$/.exec(line) ?? [];
    if (name === undefined || section === "") throw new Error(`${file}: ${line}`);
    const key = `${section}.${name}`;
    found.set(key, [...(found.get(key) ?? []), value ?? ""]);
  }
  return found;
}

const HARDENED = {
  NoNewPrivileges: "yes",
  CapabilityBoundingSet: "",
  ProtectSystem: "strict",
  ProtectHome: "yes",
  PrivateTmp: "yes",
  PrivateDevices: "yes",
  ProtectKernelTunables: "yes",
  ProtectKernelModules: "yes",
  ProtectKernelLogs: "yes",
  ProtectControlGroups: "yes",
  ProtectClock: "yes",
  ProtectProc: "invisible",
  RestrictNamespaces: "yes",
  RestrictRealtime: "yes",
  RestrictSUIDSGID: "yes",
  LockPersonality: "yes",
  SystemCallArchitectures: "native",
  SystemCallFilter: "@system-service",
  UMask: "0077",
  StateDirectoryMode: "0700",
};

test("there is a unit for one process and one for each role", () => {
  expect(units).toEqual(["scripts/systemd/giftline.service", "scripts/systemd/giftline@.service"]);
});

test.each(units)("%s runs Node itself as nobody special, and may do as little as can be", (file) => {
  const unit = unitOf(file);
  const said = (name: string) => unit.get(`Service.${name}`);
  for (const [name, value] of Object.entries(HARDENED)) expect(said(name), name).toEqual([value]);
  expect(said("User")).toEqual(["giftline"]);
  expect(said("ExecStart")).toEqual([
    `/opt/giftline/node_modules/node/bin/node ${MEMORY_FLAGS.join(" ")} server/main.ts`,
  ]);
  expect(said("WorkingDirectory")).toEqual(["/opt/giftline"]);
  // V8 compiles at run time, and the address on the network is asked for by netlink.
  expect(said("MemoryDenyWriteExecute")).toBeUndefined();
  expect(said("RestrictAddressFamilies")?.[0]?.split(" ")).toContain("AF_NETLINK");
  expect(unit.get("Install.WantedBy")).toEqual(["multi-user.target"]);
});

test.each(units)("%s ends it as it wants to be ended, and starts it again", (file) => {
  const unit = unitOf(file);
  expect(unit.get("Service.KillMode")).toEqual(["mixed"]);
  expect(unit.get("Service.KillSignal")).toBeUndefined();
  expect(Number(unit.get("Service.TimeoutStopSec")?.[0])).toBeGreaterThan(30);
  expect(unit.get("Service.Restart")).toEqual(["always"]);
});

test.each(units)("%s gives it settings that it knows", (file) => {
  const given = (unitOf(file).get("Service.Environment") ?? []).map((each) => each.split("="));
  const settings = Object.fromEntries(given.map(([name, value]) => [name, value === "%i" ? "web" : value]));
  const config = loadConfig(settings);
  expect(config.dataDir).toBe(`/var/lib/${unitOf(file).get("Service.StateDirectory")?.[0]}`);
  expect(config.role).toBe(file.includes("@") ? "web" : "all");
});
