import { spawn } from "node:child_process";

/** Runs to the end with our terminal; signals reach it once. Resolves with { code, signal }. */
export function runInTerminal(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: "inherit" });
    const stop = forwardSignals(child);
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      stop();
      resolve({ code, signal });
    });
  });
}

/** Runs to the end, keeping what it says. Resolves with { ok, output }. */
export function runQuietly(command, args, options) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (chunk) => {
        output += chunk;
      });
    }
    child.once("error", (error) => resolve({ ok: false, output: `${command}: ${error.message}` }));
    child.once("close", (code) => resolve({ ok: code === 0, output: output.trim() }));
  });
}

function forwardSignals(child) {
  const forwarders = ["SIGTERM", "SIGINT", "SIGHUP"].map((signal) => {
    let isSent = false;
    // A terminal sends Ctrl-C and hang-up to the child as well; it must not hear them twice.
    const isHeard = signal !== "SIGTERM" && process.stdin.isTTY;
    const forward = () => {
      if (!isSent && !isHeard) child.kill(signal);
      isSent = true;
    };
    process.on(signal, forward);
    return () => process.off(signal, forward);
  });
  return () => {
    for (const stop of forwarders) stop();
  };
}
