import { createContext } from "./boot.ts";
import { ConfigError, loadConfig } from "./config.ts";
import { serveApp } from "./http/serve.ts";
import { startWorker } from "./jobs/worker.ts";

/** Serves, works, or both, until SIGTERM or SIGINT; then stops in the order in which nothing gets lost. */
async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const booted = await createContext(config);
  const { ctx, queues } = booted;
  // A worker reads it anyway; where there is none, no text may have to wait for it.
  if (config.role === "web") ctx.matcher.knowledge();
  const web = config.role === "worker" ? null : await serveApp(booted);
  const worker = config.role === "web" ? null : await startWorker(ctx, queues);
  ctx.log.info(
    { role: config.role, carrier: ctx.carrier.name, queue: config.redisUrl ? "redis" : "postgresql" },
    "Giftline is up",
  );
  if (web) process.stdout.write(`${web.welcome}\n`);
  await stopSignal();
  ctx.log.info("Stopping: finishing what is in hand");
  await web?.close();
  await worker?.stop();
  await booted.close();
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve());
  });
}

main().then(
  () => process.exit(0),
  (fault: unknown) => {
    const words = fault instanceof ConfigError ? fault.message : fault;
    console.error(words);
    process.exit(1);
  },
);
