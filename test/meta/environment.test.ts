import { expect, test } from "vitest";
import { ConfigError, loadConfig } from "#server/config.ts";
import { filesLike, foundIn, inOrder, section, textOf } from "./repository.ts";

/** The settings that operators know. Taking one away, or calling it something else, breaks their installations. */
const PROMISED = `
  PORT HOST PUBLIC_URL DATA_DIR DATABASE_URL REDIS_URL ROLE SECRET_KEY TWILIO_ACCOUNT_SID TWILIO_AUTH_TOKEN TWILIO_FROM
  TWILIO_MESSAGING_SERVICE_SID TWILIO_API_URL TWILIO_POLL_SECONDS SMS_PER_SECOND NODE_NAME TIME_ZONE HELP_CONTACT
  EMERGENCY_TEXT SEGMENT_PRICE DAILY_SEGMENTS COUNTRIES QUIET_HOURS DEFAULT_LANGUAGE DEFAULT_REGION
  MESSAGE_RETENTION_HOURS POST_EXPIRY_DAYS LOG_LEVEL`
  .trim()
  .split(/\s+/);
/** Settings of the containers, not of Giftline. */
const COMPOSE_ONLY = ["POSTGRES_PASSWORD"];

const schema = /const Environment = z\s*\.object\(\{\n([\s\S]*?)\n {2}\}\)/.exec(
  textOf("server/config.ts"),
)?.[1];
const known = foundIn(schema ?? "", /^ {4}([A-Z][A-Z_]+):/gm);
const example = textOf(".env.example");
const rows = [
  ...section(textOf("README.md"), "## Settings").matchAll(/^\| `([A-Z_]+)` \| (?:`([^`]*)`)?/gm),
].map(([, name = "", standard]) => ({ name, standard }));

test("every promised setting is read, and no other", () => {
  expect(inOrder(known)).toEqual(inOrder(PROMISED));
});

test("the README explains every setting, once", () => {
  expect(inOrder(rows.map(({ name }) => name))).toEqual(inOrder(PROMISED));
});

test(".env.example explains every setting, once", () => {
  const named = [...example.matchAll(/^#?([A-Z_]+)=/gm)].map(([, name = ""]) => name);
  expect(inOrder(named)).toEqual(inOrder([...PROMISED, ...COMPOSE_ONLY]));
});

test.each(rows.filter(({ standard }) => standard !== undefined))(
  "$name set to the default in the README changes nothing",
  ({ name, standard = "" }) => {
    expect(loadConfig({ [name]: standard })).toEqual(loadConfig({}));
  },
);

test("every value in .env.example is one that the start accepts", () => {
  const values = [...example.matchAll(/^#?([A-Z_]+)="?(.*?)"?$/gm)].map(([, name = "", value]) => [
    name,
    value,
  ]);
  expect(loadConfig(Object.fromEntries(values))).toMatchObject({ role: "all" });
});

test.each(["PORT", "ROLE", "SECRET_KEY", "TIME_ZONE", "QUIET_HOURS"])(
  "a wrong %s is named, and its value is not",
  (name) => {
    const wrong = () => loadConfig({ [name]: "?wrong?" });
    expect(wrong).toThrow(ConfigError);
    expect(wrong).toThrow(name);
    expect(wrong).not.toThrow(/\?wrong\?/);
  },
);

test("no page speaks of a setting that does not exist", () => {
  const words = filesLike("*.md", "docs/**/*.md").flatMap((page) =>
    foundIn(textOf(page), /`([A-Z]+_[A-Z_]+)(?:=[^`]*)?`/g),
  );
  const ours = [...PROMISED, ...COMPOSE_ONLY, "PRISMA_SCHEMA_ENGINE_BINARY"];
  expect(words.filter((word) => !ours.includes(word))).toEqual([]);
});
