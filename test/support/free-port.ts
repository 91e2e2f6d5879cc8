import { randomInt } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";

const [LEAST, PORTS] = [10_000, 22_000];
/** Far from where another process begins, and never twice in a run: whoever asked first may not listen yet. */
let next = randomInt(PORTS);

/**
 * A port on loopback that nobody listens on at this moment. From below those that the system gives to outgoing
 * connections, one of which could take it before its user does.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = LEAST + (next++ % PORTS);
    const server = createServer();
    const isFree = once(server, "listening").then(
      () => true,
      () => false,
    );
    server.listen(port, "127.0.0.1");
    if (!(await isFree)) continue;
    server.close();
    await once(server, "close");
    return port;
  }
}
