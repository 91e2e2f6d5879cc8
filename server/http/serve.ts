import { serve } from "@hono/node-server";
import type { Booted } from "../context.ts";
import { createApp } from "./app.ts";

export type Served = {
  /** Where people and carriers find what; for the terminal. */
  readonly welcome: string;
  /** Takes no new requests and waits for those in hand, but not for somebody who never ends theirs. */
  close(): Promise<void>;
};

const LAST_REQUESTS_MS = 5_000;
/** Whoever sends a request byte by byte does not keep a connection for long. */
const PATIENCE = { headersTimeout: 15_000, requestTimeout: 60_000 };

/** Listens on PORT. Rejects when the port is taken. */
export function serveApp(booted: Booted): Promise<Served> {
  const { config, carrier } = booted.ctx;
  const app = createApp(booted);
  return new Promise((resolve, reject) => {
    const listen = { port: config.port, hostname: config.host, serverOptions: PATIENCE };
    const server = serve({ fetch: app.fetch, ...listen }, () => {
      const close = () =>
        new Promise<void>((done, failed) => {
          const late = setTimeout(() => {
            if ("closeAllConnections" in server) server.closeAllConnections();
          }, LAST_REQUESTS_MS);
          server.close((fault) => {
            clearTimeout(late);
            if (fault) failed(fault);
            else done();
          });
          if ("closeIdleConnections" in server) server.closeIdleConnections();
        });
      resolve({ welcome: welcomeOf(config, carrier.name), close });
    });
    server.once("error", reject);
  });
}

function welcomeOf(config: Booted["ctx"]["config"], carrier: "twilio" | "simulator"): string {
  const here = `http://localhost:${config.port}`;
  const lines = [
    "",
    `  ${config.nodeName} is up.`,
    `  Kiosk       ${here}/kiosk`,
    carrier === "simulator"
      ? `  Simulator   ${here}/simulator   (no Twilio credentials: texts go to phones on this page)`
      : "",
    carrier === "twilio" && !config.twilio?.pollSeconds
      ? `  Webhook     ${config.publicUrl}/twilio/sms   (set this at Twilio)`
      : "",
    carrier === "twilio" && config.twilio?.pollSeconds
      ? `  Texts       fetched from Twilio every ${config.twilio.pollSeconds} s`
      : "",
    `  Health      ${here}/readyz`,
    "",
  ];
  return lines.filter((line, index) => line || index === 0 || index === lines.length - 1).join("\n");
}
