import { once } from "node:events";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

/** A way to a server as from another machine of the camp's network, which can be cut. Notes what passes. */
export async function startFarAway(url: string) {
  const passed: string[] = [];
  const way: { isCut: boolean } = { isCut: false };
  const { hostname, port } = new URL(url);
  const server = createServer((incoming, outgoing) => {
    if (way.isCut) {
      outgoing.writeHead(503).end();
      return;
    }
    passed.push(`${incoming.method} ${incoming.url}`);
    const headers = { ...incoming.headers, "x-forwarded-for": "192.168.7.77" };
    const { method, url: path } = incoming;
    const onward = request({ hostname, port, method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on("error", () => outgoing.destroy());
    incoming.pipe(onward);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    passed,
    cut(isCut: boolean): void {
      way.isCut = isCut;
    },
    async close(): Promise<void> {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === "string") throw new Error("It listens at no port.");
  return address.port;
}
