import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";

type Trouble = "none" | "no-paper" | "cover-open" | "fault" | "silent" | "runs-out" | "breaks-off";

/** DLE EOT, and GS r 1. */
const REAL_TIME = "\u0010\u0004";
const WHEN_DONE = "\u001dr\u0001";

/** A receipt printer in the network that speaks ESC/POS, and has the trouble that a test gives it. */
export async function startStandInPrinter() {
  const printed: Buffer[] = [];
  const printer: { trouble: Trouble; isLow: boolean } = { trouble: "none", isLow: false };
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => hear(socket, chunk));
  });
  const port = await listen(server);
  return {
    address: `127.0.0.1:${port}`,
    /** What came out of it, without the questions about its state. */
    paper: () => Buffer.concat(printed).toString("latin1"),
    set(trouble: Trouble, isLow = false): void {
      Object.assign(printer, { trouble, isLow });
    },
    async close(): Promise<void> {
      server.close();
      await once(server, "close");
    },
  };

  /** Questions are answered in the order in which they come; all else is printed. */
  function hear(socket: Socket, chunk: Buffer): void {
    const parts = chunk.toString("latin1").split(REAL_TIME);
    const [first = ""] = parts;
    const words = [first, ...parts.slice(1).map((part) => part.slice(1))].join("");
    for (const part of parts.slice(1))
      if (printer.trouble !== "silent") socket.write(Buffer.from([answerTo(part.charCodeAt(0) === 2)]));
    const slip = words.replace(WHEN_DONE, "");
    if (slip !== "") printed.push(Buffer.from(slip, "latin1"));
    if (slip !== "" && printer.trouble === "breaks-off") socket.destroy();
    if (slip !== "" && printer.trouble === "runs-out") printer.trouble = "no-paper";
    if (words.includes(WHEN_DONE) && printer.trouble === "none") socket.write(Buffer.from([0]));
  }

  function answerTo(isAboutOffline: boolean): number {
    const { trouble, isLow } = printer;
    if (!isAboutOffline) return 0x12 | (trouble === "no-paper" ? 0x60 : 0) | (isLow ? 0x0c : 0);
    return (
      0x12 |
      {
        "no-paper": 0x20,
        "cover-open": 0x04,
        fault: 0x40,
        none: 0,
        silent: 0,
        "runs-out": 0,
        "breaks-off": 0,
      }[trouble]
    );
  }
}

/** On the first free of the ports that printers have. */
async function listen(server: Server): Promise<number> {
  for (let port = 9100; port <= 9109; port++) {
    const isOurs = once(server, "listening").then(
      () => true,
      () => false,
    );
    server.listen(port, "127.0.0.1");
    if (await isOurs) return port;
  }
  throw new Error("All the ports of printers are taken.");
}
