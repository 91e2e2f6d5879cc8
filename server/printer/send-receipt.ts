import { connect, type Socket } from "node:net";
import type { PrinterAddress } from "./address.ts";
import {
  ASK_STATE,
  ASK_WHEN_DONE,
  isDoneByte,
  isLow,
  isStateByte,
  type PrinterState,
  readState,
} from "./status.ts";

/** `half-done`: it took the slip and then said nothing more. */
export type SlipOutcome = "printed" | "half-done" | "no-answer" | Exclude<PrinterState, "ready">;
/** What a printer says of itself; null: nothing. */
export type PrinterLook = { readonly state: PrinterState; readonly isLow: boolean } | null;

const CONNECT_MS = 3_000;
const STATE_MS = 2_000;
/** So long a slip may take to come out. */
const DONE_MS = 10_000;

/** Sends bytes to a receipt printer, asking it before and after whether it can. Faults of the network are outcomes. */
export async function sendReceipt(at: PrinterAddress, bytes: Uint8Array): Promise<SlipOutcome> {
  return onPrinter<SlipOutcome>(at, "no-answer", async (line) => {
    const before = await askState(line);
    if (before === null) return "no-answer";
    if (before.state !== "ready") return before.state;
    line.socket.write(bytes);
    line.socket.write(ASK_WHEN_DONE);
    const isDone = (await line.next(isDoneByte, DONE_MS)) !== null;
    const after = await askState(line);
    if (after === null) return isDone ? "printed" : "half-done";
    return after.state === "ready" ? "printed" : after.state;
  });
}

/** How a printer is, without printing. */
export function lookAtPrinter(at: PrinterAddress): Promise<PrinterLook> {
  return onPrinter<PrinterLook>(at, null, askState);
}

type Line = {
  readonly socket: Socket;
  /** The next byte of the kind that has come or comes in time; null when none does. */
  next(isWanted: (byte: number) => boolean, withinMs: number): Promise<number | null>;
};

async function askState(line: Line): Promise<PrinterLook> {
  line.socket.write(ASK_STATE);
  const offline = await line.next(isStateByte, STATE_MS);
  const paper = offline === null ? null : await line.next(isStateByte, STATE_MS);
  if (offline === null || paper === null) return null;
  return { state: readState(offline, paper), isLow: isLow(paper) };
}

async function onPrinter<T>(
  { host, port }: PrinterAddress,
  unreachable: T,
  work: (line: Line) => Promise<T>,
): Promise<T> {
  const socket = connect({ host, port });
  try {
    if (!(await isConnected(socket))) return unreachable;
    return await work(listenTo(socket));
  } finally {
    socket.destroy();
  }
}

function isConnected(socket: Socket): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const late = setTimeout(() => resolve(false), CONNECT_MS);
  socket.once("connect", () => resolve(true));
  // What breaks later shows as an answer that does not come.
  socket.on("error", () => resolve(false));
  return promise.finally(() => clearTimeout(late));
}

function listenTo(socket: Socket): Line {
  const bytes: number[] = [];
  let wake = (): void => undefined;
  socket.on("data", (chunk) => {
    bytes.push(...chunk);
    wake();
  });
  socket.on("close", () => wake());
  return {
    socket,
    next(isWanted, withinMs) {
      const { promise, resolve } = Promise.withResolvers<number | null>();
      const late = setTimeout(() => resolve(null), withinMs);
      wake = () => {
        const at = bytes.findIndex(isWanted);
        if (at !== -1) resolve(bytes.splice(0, at + 1).at(-1) ?? null);
        else if (socket.destroyed) resolve(null);
      };
      wake();
      return promise.finally(() => clearTimeout(late));
    },
  };
}
