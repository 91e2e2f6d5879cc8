import { createServer } from "node:http";
import { freePort } from "#test/support/free-port.ts";

/** The words of the doors and of what lies behind one, without style, served at once: a touch fetches and shows them. */
export async function startPlainPages(base: string) {
  const [doors, person] = await Promise.all([
    wordsOf(`${base}/kiosk/doors`),
    wordsOf(`${base}/kiosk/person`),
  ]);
  const door = "Ask a person";
  const script = `addEventListener("click", async (event) => {
    event.preventDefault();
    event.target.setAttribute("data-busy", "");
    const body = document.createElement("body");
    body.innerHTML = await (await fetch("/next")).text();
    document.body.replaceWith(body);
  });`;
  const page = `<!doctype html><title>Plain</title><style>[data-busy]{opacity:.8}</style><body><main><p>${doors}</p><a href="/next">${door}</a></main><script>${script}</script>`;
  const port = await freePort();
  const server = createServer((request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(request.url === "/next" ? `<main><p>${person}</p></main>` : page);
  }).listen(port, "127.0.0.1");
  return { url: `http://127.0.0.1:${port}/`, door, close: () => server.close() };
}

async function wordsOf(address: string): Promise<string> {
  const text = await (await fetch(address)).text();
  return (text.split("<main>")[1] ?? "").replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
}
