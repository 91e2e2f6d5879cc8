import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { loadConfig } from "#server/config.ts";
import { MEMORY_FLAGS } from "#server/node/flags.mjs";
import { foundIn, inOrder, root, textOf } from "./repository.ts";

const Service = z.object({
  image: z.string(),
  build: z.string().optional(),
  command: z.array(z.string()).optional(),
  restart: z.string(),
  stop_grace_period: z.string().optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).optional(),
  environment: z.record(z.string(), z.string()).default({}),
  volumes: z.array(z.string()).default([]),
  networks: z.array(z.string()),
  ports: z.array(z.string()).default([]),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
});
const Compose = z.object({
  services: z.object({ postgres: Service, redis: Service, web: Service, worker: Service }).strict(),
  networks: z.record(z.string(), z.unknown()),
  volumes: z.record(z.string(), z.unknown()),
});

const source = textOf("docker-compose.yml");
const { services, networks, volumes } = Compose.parse(parse(source, { merge: true }));
const ours = [services.web, services.worker];
const dockerfile = textOf("Dockerfile");

/** What the containers get when `.env` holds no more than it must. */
function filledIn(environment: Readonly<Record<string, string>>): Record<string, string> {
  const secrets: Record<string, string> = { SECRET_KEY: "k".repeat(43), POSTGRES_PASSWORD: "secret" };
  const fill = (value: string) =>
    value.replaceAll(/\$\{(\w+)[^}]*\}/g, (_, name: string) => secrets[name] ?? "");
  return Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, fill(value)]));
}

test("the stores are PostgreSQL 18 and Redis 7, which writes down what it holds and drops nothing", () => {
  expect(services.postgres.image).toMatch(/^postgres:18/);
  expect(services.redis.image).toMatch(/^redis:7/);
  expect(services.redis.command?.join(" ")).toMatch(/--appendonly yes .*noeviction/);
});

test("one web process and one worker, of the same image and with the same settings but their role", () => {
  const roles = ours.map(({ environment }) => loadConfig(filledIn(environment)).role);
  expect(roles).toEqual(["web", "worker"]);
  const [web, worker] = ours.map(({ environment: { ROLE: _, ...others } }) => others);
  expect(web).toEqual(worker);
  expect(services.web.image).toBe(services.worker.image);
});

test("every setting can be given, and every name given is one that Giftline reads", () => {
  const read = foundIn(textOf("server/config.ts"), /^ {4}([A-Z][A-Z_]+):/gm);
  // One container listens on every address of its own, and keeps no data.
  const fixed = ["HOST", "DATA_DIR"];
  const given = Object.keys(services.web.environment);
  expect(inOrder([...given, ...fixed])).toEqual(inOrder(read));
});

test("it does not start without its secrets, and .env.example names all that it takes from .env", () => {
  for (const name of ["SECRET_KEY", "POSTGRES_PASSWORD"]) expect(source).toContain(`\${${name}:?`);
  const asked = foundIn(source, /\$\{(\w+)/g);
  const offered = foundIn(textOf(".env.example"), /^#?([A-Z_]+)=/gm);
  expect(asked.filter((name) => !offered.includes(name))).toEqual([]);
});

test("stores and addresses fit together", () => {
  const config = loadConfig(filledIn(services.worker.environment));
  const { POSTGRES_USER, POSTGRES_DB } = services.postgres.environment;
  expect(config.databaseUrl).toBe(`postgresql://${POSTGRES_USER}:secret@postgres:5432/${POSTGRES_DB}`);
  expect(config.redisUrl).toBe("redis://redis:6379");
  expect(services.web.ports).toEqual([`\${PORT:-8080}:${config.port}`]);
});

test("nothing starts before the stores answer, and all of it comes back and may finish what is in hand", () => {
  for (const service of ours) {
    expect(service.depends_on).toEqual({
      postgres: { condition: "service_healthy" },
      redis: { condition: "service_healthy" },
    });
    expect(Number.parseInt(service.stop_grace_period ?? "", 10)).toBeGreaterThan(10);
  }
  for (const { restart } of Object.values(services)) expect(restart).toBe("unless-stopped");
  for (const store of [services.postgres, services.redis]) expect(store.healthcheck).toBeDefined();
});

test("the web process is asked at a route that exists", () => {
  const address = /http:\/\/127\.0\.0\.1:(\d+)(\/\w+)/.exec(services.web.healthcheck?.test.join(" ") ?? "");
  expect(address?.[1]).toBe(services.web.environment["PORT"]);
  expect(textOf("server/http/health.ts")).toContain(`routes.get("${address?.[2]}"`);
});

test("only the web process can be reached from outside, and data outlives its container", () => {
  const { postgres, redis, worker } = services;
  for (const service of [postgres, redis, worker]) expect(service.ports).toEqual([]);
  for (const store of [postgres, redis]) expect(store.networks).toEqual(["inside"]);
  expect(networks["inside"]).toEqual({ internal: true });
  // The image of PostgreSQL 18 keeps its data below this folder, no longer in `data` of it.
  expect(postgres.volumes).toEqual(["postgres:/var/lib/postgresql"]);
  expect(redis.volumes).toEqual(["redis:/data"]);
  expect(Object.keys(volumes)).toEqual(["postgres", "redis"]);
});

test("the image copies files that are there, and runs Node itself as nobody special", () => {
  const copies = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, from = ""]) =>
    from.split(" "),
  );
  expect(copies).toContain("server");
  expect(copies.filter((path) => !existsSync(`${root}/${path}`))).toEqual([]);
  const ignored = textOf(".dockerignore").split("\n");
  expect(copies.filter((path) => ignored.includes(path))).toEqual([]);
  expect(ignored).toContain(".env");
  const command = z.array(z.string()).parse(JSON.parse(/^CMD (.+)$/m.exec(dockerfile)?.[1] ?? "null"));
  expect(command).toEqual(["node", ...MEMORY_FLAGS, "server/main.ts"]);
  expect(dockerfile.indexOf("USER node")).toBeLessThan(dockerfile.indexOf("CMD"));
  expect(foundIn(dockerfile, /^FROM (\S+)/gm)).toEqual(["node:24-slim"]);
});

test("the image has what the code takes, without the packages that only develop it", () => {
  const { dependencies } = z
    .object({ dependencies: z.record(z.string(), z.string()) })
    .parse(JSON.parse(textOf("package.json")));
  expect(dependencies["node"]).toMatch(/^24\./);
  expect(dependencies["prisma"]).toBeDefined();
  expect(dockerfile).toContain("--omit=dev");
});
