import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { freePort } from "#test/support/free-port.ts";
import { type Program, startProgram } from "#test/support/program.ts";

const ORGANIZER = fileURLToPath(new URL("../../organizer.ts", import.meta.url));

export type Installation = Awaited<ReturnType<typeof startInstallation>>;

/** A process that serves and one that works, on one embedded database. */
export async function startInstallation(env: Record<string, string>) {
  const workerPort = String(await freePort());
  const startWeb = () => startProgram({ ...env, ROLE: "web" });
  const startWorker = () => startProgram({ ...env, ROLE: "worker", PORT: workerPort });
  let web: Program = startWeb();
  await web.ready();
  let worker: Program = startWorker();
  return {
    webhook: `${env["PUBLIC_URL"]}/twilio/sms`,
    /** An organizer, by the command that a person would type. */
    async addOrganizer(phone: string, name: string): Promise<void> {
      const args = [ORGANIZER, "add", phone, "--name", name];
      await promisify(execFile)(process.execPath, args, { env: { PATH: process.env["PATH"], ...env } });
    },
    /** Both die at once, and start again. */
    async killBoth(): Promise<void> {
      await Promise.all([web.kill(), worker.kill()]);
      web = startWeb();
      worker = startWorker();
      await web.ready();
    },
    async stop(): Promise<void> {
      await Promise.all([worker.stop(), web.stop()]);
    },
  };
}
