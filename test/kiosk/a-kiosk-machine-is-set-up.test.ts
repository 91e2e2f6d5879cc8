import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { filesLike, root as project, textOf } from "#test/meta/repository.ts";

const run = promisify(execFile);
const SERVER = "http://192.168.1.10:8080";
const UNITS = filesLike("scripts/kiosk/units/*.{service,timer}").map((file) => basename(file));
let root: string;

const setUp = (url: string) =>
  run(`${project}/scripts/kiosk/setup.sh`, [url], { env: { ...process.env, KIOSK_ROOT: root } });
const put = (path: string) => readFile(join(root, path), "utf8");

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "giftline-kiosk-"));
  await setUp(SERVER);
});
afterAll(() => rm(root, { recursive: true }));

test.each(filesLike("scripts/kiosk/*.sh"))("%s is a program that bash can read", async (file) => {
  expect((await run("bash", ["-n", join(project, file)])).stderr).toBe("");
  expect((await stat(join(project, file))).mode & 0o111).not.toBe(0);
});

test("the browser may go to this server and its own start page, and nowhere else", async () => {
  const Policies = z.object({
    URLBlocklist: z.tuple([z.literal("*")]),
    URLAllowlist: z.array(z.string()),
    VideoCaptureAllowedUrls: z.array(z.string()),
    AudioCaptureAllowed: z.literal(false),
    DeveloperToolsAvailability: z.literal(2),
    DownloadRestrictions: z.literal(3),
    PrintingEnabled: z.literal(true),
    PasswordManagerEnabled: z.literal(false),
    AutofillAddressEnabled: z.literal(false),
    TranslateEnabled: z.literal(false),
    AllowFileSelectionDialogs: z.literal(false),
    DefaultNotificationsSetting: z.literal(2),
    BrowserSignin: z.literal(0),
  });
  const text = await put("etc/chromium/policies/managed/giftline-kiosk.json");
  const policies = Policies.parse(JSON.parse(text));
  expect(policies.URLAllowlist).toEqual([SERVER, "file:///run/giftline-kiosk/start.html"]);
  expect(policies.VideoCaptureAllowedUrls).toEqual([SERVER]);
  expect(await put("etc/chromium-browser/policies/managed/giftline-kiosk.json")).toBe(text);
});

test("the browser comes back by itself, as somebody without rights, and its token is root's", async () => {
  const unit = sectionsOf(await put("etc/systemd/system/giftline-kiosk.service"));
  expect(unit).toContain("Service.Restart=always");
  expect(unit).toContain("Service.User=giftline-kiosk");
  expect(unit).toContain("Service.LoadCredential=token:/etc/giftline-kiosk/token");
  // Without -s nobody gets to another console.
  expect(unit.find((line) => line.startsWith("Service.ExecStart="))).toMatch(/=\/usr\/bin\/cage -d -- /);
  expect((await stat(join(root, "etc/giftline-kiosk/token"))).mode & 0o777).toBe(0o600);
  expect((await stat(join(root, "etc/giftline-kiosk"))).mode & 0o777).toBe(0o700);
});

test("it is started anew each night", async () => {
  const timer = sectionsOf(await put("etc/systemd/system/giftline-kiosk-restart.timer"));
  expect(timer).toContain("Timer.OnCalendar=*-*-* 04:30:00");
});

test.each(UNITS)("all that %s starts is there", async (unit) => {
  const lines = sectionsOf(await put(`etc/systemd/system/${unit}`));
  const ours = lines.join("\n").match(/\/usr\/local\/lib\/giftline-kiosk\/[\w.]+/g) ?? [];
  expect(lines.some((line) => /^(Service\.ExecStart|Timer\.OnCalendar)=/.test(line))).toBe(true);
  for (const program of ours) expect((await stat(join(root, program))).isFile()).toBe(true);
});

test("setting it up again keeps its token and takes the new address", async () => {
  await writeFile(join(root, "etc/giftline-kiosk/token"), "kept");
  await setUp("https://camp.example");
  expect(await put("etc/giftline-kiosk/token")).toBe("kept");
  expect(await put("etc/giftline-kiosk/settings")).toBe("KIOSK_URL=https://camp.example\n");
});

test.each(["", "camp.example", "http://camp.example/kiosk", "http://a b", "http://x|e"])(
  "an address that is none is not set up: %j",
  async (url) => {
    await expect(setUp(url)).rejects.toThrow(/Usage/);
  },
);

test("the flags are one a line, and there are those that lock a screen down", () => {
  const flags = textOf("scripts/kiosk/flags").trim().split("\n");
  expect(flags.filter((flag) => !/^--[a-z][a-z-]*(=.+)?$/.test(flag))).toEqual([]);
  expect(flags).toEqual(
    expect.arrayContaining(["--kiosk", "--incognito", "--kiosk-printing", "--disable-pinch"]),
  );
  // Would let any page see through the camera, unasked.
  expect(flags.join()).not.toContain("--use-fake-ui-for-media-stream");
});

/** The lines of a unit, each with its section. */
function sectionsOf(unit: string): readonly string[] {
  return unit
    .split(/^\[(?=\w)/m)
    .slice(1)
    .flatMap((part) => {
      const [name = "", ...lines] = part.split("\n");
      const settings = lines.filter((line) => line !== "" && !line.startsWith("#"));
      expect(settings.filter((line) => !/^[A-Z]\w+=/.test(line))).toEqual([]);
      return settings.map((line) => `${name.replace("]", "")}.${line}`);
    });
}
