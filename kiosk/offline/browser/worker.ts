/**
 * Keeps the screens that can be read without a server: those of the server's own list and what they link to, and
 * nothing else, so that no form, no words of somebody and no personal screen is ever kept.
 */
type List = {
  readonly version: string;
  readonly screens: readonly string[];
  readonly files: readonly string[];
};
type Lasting = Event & { waitUntil(work: Promise<unknown>): void };
type Told = Lasting & { readonly data: unknown };
type Asked = Event & { readonly request: Request; respondWith(answer: Promise<Response>): void };
declare const clients: { claim(): Promise<void> };
declare function skipWaiting(): Promise<void>;

const STORE = "giftline kept";
const START = "/kiosk";
/** When all was last kept, of which version: everybody who starts over asks for it, and the server has better things to do. */
const STAMP = "/kiosk/kept";
const AGAIN_MS = 4 * 60_000;
/** A server that does not answer within this is not there for a reader. */
const PATIENCE_MS = 2_500;
const AT_ONCE = 4;
/** So many links from the list away, and so many in all. */
const STEPS = 2;
const MOST = 400;

/** A button that counts once is for whoever asked for its page; those that the screen fills in itself are for all. */
const OWN_NONCE = /name="nonce" value="[^{"]/;

addEventListener("install", (event) => isLasting(event) && event.waitUntil(skipWaiting()));
addEventListener("activate", (event) => isLasting(event) && event.waitUntil(clients.claim()));
addEventListener("message", (event: Event) => {
  if (isTold(event) && isList(event.data)) event.waitUntil(keep(event.data));
});
addEventListener("fetch", (event: Event) => {
  if (isAsked(event) && mayBeKept(event.request)) event.respondWith(answer(event.request));
});

function isLasting(event: Event): event is Lasting {
  return "waitUntil" in event;
}

function isTold(event: Event): event is Told {
  return isLasting(event) && "data" in event;
}

function isList(told: unknown): told is List {
  return (
    typeof told === "object" && told !== null && "version" in told && "screens" in told && "files" in told
  );
}

function isAsked(event: Event): event is Asked {
  return "request" in event && "respondWith" in event;
}

function mayBeKept({ method, url }: Request): boolean {
  const { origin, pathname } = new URL(url);
  return method === "GET" && origin === location.origin && /^\/(?:kiosk|assets)\b/.test(pathname);
}

/** The server's answer; without one in time, what was kept. */
async function answer(request: Request): Promise<Response> {
  const store = await caches.open(STORE);
  const sameAs = { ignoreVary: true };
  const start = request.mode === "navigate" ? await store.match(START, sameAs) : undefined;
  const kept = (await store.match(request, sameAs)) ?? start;
  if (!kept) return fetch(request);
  try {
    const fresh = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return fresh.status < 500 ? fresh : kept;
  } catch {
    return kept;
  }
}

/** Fetches all of the list again with what its screens lead to, and lets go of what is there no more. */
async function keep({ version, screens, files }: List): Promise<void> {
  const store = await caches.open(STORE);
  if (await isFresh(store, version)) return;
  const wanted = new Set<string>();
  let step = [...files, ...screens];
  for (let left = STEPS; left >= 0 && step.length > 0; left--) {
    const links = await keepAll(
      store,
      step.filter((path) => !wanted.has(path)),
    );
    for (const path of step) wanted.add(path);
    step = [...new Set(links)].filter((path) => !wanted.has(path)).slice(0, MOST - wanted.size);
  }
  const kept = new Set([...wanted].map((path) => new URL(path, location.origin).href));
  for (const { url } of await store.keys()) if (!kept.has(url)) await store.delete(url);
  await store.put(STAMP, new Response(`${version} ${Date.now()}`));
}

async function isFresh(store: Cache, version: string): Promise<boolean> {
  const [keptVersion, at] = ((await (await store.match(STAMP))?.text()) ?? "").split(" ");
  return keptVersion === version && Date.now() - Number(at) < AGAIN_MS;
}

/** A few at once. What they lead to. */
async function keepAll(store: Cache, paths: readonly string[]): Promise<readonly string[]> {
  const left = [...paths];
  const links: string[] = [];
  const work = async () => {
    for (let path = left.shift(); path !== undefined; path = left.shift())
      links.push(...(await keepOne(store, path)));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return links;
}

async function keepOne(store: Cache, path: string): Promise<readonly string[]> {
  // What cannot be had this time stays as it was.
  const answer = await fetch(path, { cache: "no-cache" }).catch(() => null);
  if (answer?.status === 404) await store.delete(path);
  if (!answer?.ok || answer.redirected) return [];
  const page = answer.headers.get("content-type")?.startsWith("text/html") ? await answer.clone().text() : "";
  if (OWN_NONCE.test(page)) {
    await store.delete(path);
    return [];
  }
  await store.put(path, answer);
  return linksOf(page);
}

/** Links hold choices and pages alone; what somebody writes is in a form, which is never followed. */
function linksOf(page: string): readonly string[] {
  return [...page.matchAll(/\bhref="(\/kiosk[^"#]*)"/g)].map(([, path = ""]) =>
    path.replaceAll("&amp;", "&"),
  );
}
