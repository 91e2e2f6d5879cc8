import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";

type Trouble = "none" | "no-paper" | "cover-open" | "fault" | "silent" | "runs-out" | "breaks-off";

/** A receipt printer in the network that speaks ESC/POS, and has the trouble that a test gives it. */
export async function startStandInPrinter() {
  const printed: Buffer[] = [];
  const printer = { trouble: "none" as Trouble, isLow: false };
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
    let text = chunk.toString("latin1");
    for (const [question, , asked] of text.matchAll(/(\x10\x04)([\x02\x04])/g)) {
      text = text.replace(question, "");
      if (printer.trouble !== "silent") socket.write(Buffer.from([answerTo(asked === "\x02")]));
    }
    const isEnd = text.includes("\x1dr\x01");
    const words = text.replace("\x1dr\x01", "");
    if (words !== "") printed.push(Buffer.from(words, "latin1"));
    if (words !== "" && printer.trouble === "breaks-off") socket.destroy();
    if (words !== "" && printer.trouble === "runs-out") printer.trouble = "no-paper";
    if (isEnd && printer.trouble === "none") socket.write(Buffer.from([0]));
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
