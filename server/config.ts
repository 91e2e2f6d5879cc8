import { hostname, networkInterfaces } from "node:os";
import { join, resolve } from "node:path";
import { type CountryCode, isSupportedCountry } from "libphonenumber-js/max";
import { z } from "zod";
import { LANGUAGES } from "./domain/language.ts";
import { type QuietHours, readQuietHours } from "./domain/quiet-hours.ts";

const shortText = (most: number) => z.string().trim().min(1).max(most);
const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most));
const country = z.string().trim().toUpperCase().refine(isSupportedCountry, "not a country code");

const Environment = z
  .object({
    PORT: whole(0, 65535).default(8080),
    HOST: shortText(200).default("0.0.0.0"),
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    DATA_DIR: shortText(1000).default("./data"),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
    ROLE: z.enum(["all", "web", "worker"]).default("all"),
    SECRET_KEY: z.string().min(32).max(500).optional(),
    TWILIO_ACCOUNT_SID: z
      .string()
      .regex(/^AC[0-9a-fA-F]{32}$/)
      .optional(),
    TWILIO_AUTH_TOKEN: z.string().min(8).optional(),
    TWILIO_FROM: z
      .string()
      .regex(/^(\+\d{7,15}|\d{5,6})$/)
      .optional(),
    TWILIO_MESSAGING_SERVICE_SID: z
      .string()
      .regex(/^MG[0-9a-fA-F]{32}$/)
      .optional(),
    TWILIO_API_URL: z.url({ protocol: /^https?$/ }).default("https://api.twilio.com"),
    TWILIO_POLL_SECONDS: whole(0, 3600).default(0),
    SMS_PER_SECOND: z.string().transform(Number).pipe(z.number().positive().max(10_000)).default(1),
    NODE_NAME: shortText(20).default("Giftline"),
    TIME_ZONE: z
      .string()
      .refine(isTimeZone, "not a time zone")
      .default(() => Intl.DateTimeFormat().resolvedOptions().timeZone),
    HELP_CONTACT: shortText(30).default("the info tent"),
    EMERGENCY_TEXT: shortText(100).default("If life is in danger, call 911."),
    SEGMENT_PRICE: z.string().transform(Number).pipe(z.number().nonnegative()).optional(),
    DAILY_SEGMENTS: whole(1, 100_000_000).optional(),
    COUNTRIES: z
      .string()
      .transform((list) => list.split(","))
      .pipe(z.array(country))
      .optional(),
    QUIET_HOURS: z
      .string()
      .transform((text, issue): QuietHours => {
        const hours = readQuietHours(text);
        if (hours === undefined) issue.addIssue("not like 21:00-08:00");
        return hours ?? null;
      })
      .default(() => readQuietHours("21:00-08:00") ?? null),
    DEFAULT_LANGUAGE: z.enum(LANGUAGES).default("en"),
    DEFAULT_REGION: country.default("US"),
    MESSAGE_RETENTION_HOURS: whole(1, 24 * 365).default(24),
    POST_EXPIRY_DAYS: whole(1, 365).default(7),
    LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
  })
  .superRefine((env, issue) => {
    const half = (path: string) => issue.addIssue({ code: "custom", path: [path], message: "is missing" });
    if (!env.TWILIO_ACCOUNT_SID && !env.TWILIO_AUTH_TOKEN) return;
    if (!env.TWILIO_ACCOUNT_SID) half("TWILIO_ACCOUNT_SID");
    if (!env.TWILIO_AUTH_TOKEN) half("TWILIO_AUTH_TOKEN");
    if (!env.TWILIO_FROM && !env.TWILIO_MESSAGING_SERVICE_SID) half("TWILIO_FROM");
  });

type Twilio = {
  readonly accountSid: string;
  /** The first signs; any verifies, so that a token can be rotated. */
  readonly authTokens: readonly string[];
  readonly from: string | undefined;
  readonly messagingServiceSid: string | undefined;
  readonly apiUrl: string;
  readonly pollSeconds: number;
};

export type Config = ReturnType<typeof shape>;

/** Thrown at the start: every fault by the name of its variable, never by its value. */
export class ConfigError extends Error {}

/** The only reader of the environment. An empty value counts as absent. Throws ConfigError. */
export function loadConfig(source: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const read = Environment.safeParse(given);
  if (!read.success) {
    const faults = read.error.issues.map((issue) => `${issue.path.join(".")}: ${plain(issue)}`);
    throw new ConfigError(`These settings are wrong:\n  ${[...new Set(faults)].join("\n  ")}`);
  }
  return shape(read.data);
}

/** zod's own messages may repeat the value: only ours, written here, are shown. */
function plain(issue: z.core.$ZodIssue): string {
  if (issue.code === "custom") return issue.message;
  if (issue.code === "invalid_value") return `must be one of ${issue.values.join(", ")}`;
  if (issue.code === "too_big") return `must be at most ${issue.maximum}`;
  if (issue.code === "too_small") return `must be at least ${issue.minimum}`;
  return "has the wrong form";
}

function shape(env: z.output<typeof Environment>) {
  const publicUrl = (env.PUBLIC_URL ?? `http://${networkAddress()}:${env.PORT}`).replace(/\/+$/, "");
  return {
    port: env.PORT,
    host: env.HOST,
    publicUrl,
    hasPublicUrl: env.PUBLIC_URL !== undefined,
    dataDir: resolve(env.DATA_DIR),
    secretKeyFile: join(resolve(env.DATA_DIR), "secret.key"),
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    role: env.ROLE,
    secretKey: env.SECRET_KEY,
    twilio: twilioOf(env),
    smsPerSecond: env.SMS_PER_SECOND,
    nodeName: env.NODE_NAME,
    timeZone: env.TIME_ZONE,
    helpContact: env.HELP_CONTACT,
    emergencyText: env.EMERGENCY_TEXT,
    segmentPrice: env.SEGMENT_PRICE,
    dailySegments: env.DAILY_SEGMENTS,
    countries: (env.COUNTRIES ?? [env.DEFAULT_REGION]) as readonly CountryCode[],
    quietHours: env.QUIET_HOURS,
    defaultLanguage: env.DEFAULT_LANGUAGE,
    defaultRegion: env.DEFAULT_REGION as CountryCode,
    messageRetentionHours: env.MESSAGE_RETENTION_HOURS,
    postExpiryDays: env.POST_EXPIRY_DAYS,
    logLevel: env.LOG_LEVEL,
  } as const;
}

function twilioOf(env: z.output<typeof Environment>): Twilio | null {
  if (!env.TWILIO_ACCOUNT_SID || !env.TWILIO_AUTH_TOKEN) return null;
  return {
    accountSid: env.TWILIO_ACCOUNT_SID,
    authTokens: env.TWILIO_AUTH_TOKEN.split(",").map((token) => token.trim()),
    from: env.TWILIO_FROM,
    messagingServiceSid: env.TWILIO_MESSAGING_SERVICE_SID,
    apiUrl: env.TWILIO_API_URL,
    pollSeconds: env.TWILIO_POLL_SECONDS,
  };
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}

function networkAddress(): string {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return all.find((address) => address.family === "IPv4" && !address.internal)?.address ?? hostname();
}
