/** What waits for the connection. Nothing of a person: no name, no number; only what anybody may know anyway. */
export type Waiting = {
  /** Where it is sent. */
  readonly path: string;
  /** With a nonce, so that twice is once, and the slip's digits by which its outcome is found. */
  readonly fields: Readonly<Record<string, string>>;
  /** Since when, in ms since 1970. */
  readonly at: number;
};

const KEY = "giftline waiting";
const AGAIN_MS = 5_000;
const PATIENCE_MS = 10_000;
/** What could not be sent for so long is worth nothing to anybody, and must not lie on a screen for ever. */
const KEPT_MS = 24 * 3_600_000;
/** This screen may not act at the moment, or too much was asked. */
const LATER: ReadonlySet<number> = new Set([403, 429]);
/** What became of it: "done", "refused" or "later". A page without it is another one, such as that we are out of order. */
const FATE = "x-giftline-fate";

let isSending = false;

/** Sends what waits, now and again, until the server has taken each: also what waited before a restart. */
export function startQueue(): void {
  void sendAll();
  setInterval(() => void sendAll(), AGAIN_MS);
}

/** For the staff corner. */
export function waitingCount(): number {
  return kept().length;
}

export function addWaiting(waiting: Omit<Waiting, "at">): void {
  keep([...kept(), { ...waiting, at: Date.now() }]);
}

async function sendAll(): Promise<void> {
  if (isSending) return;
  isSending = true;
  try {
    for (const each of kept()) if (await isTaken(each)) keep(kept().filter((other) => !isSame(other, each)));
    keep(kept());
  } finally {
    isSending = false;
  }
}

/** What the server refuses it will refuse again; what it was too busy for, or not there for, goes once more. */
async function isTaken({ path, fields }: Waiting): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const answer = await fetch(path, { method: "POST", body: new URLSearchParams(fields), signal });
    const fate = answer.headers.get(FATE);
    if (fate !== null) return fate !== "later";
    return answer.status >= 400 && answer.status < 500 && !LATER.has(answer.status);
  } catch {
    return false;
  }
}

function isSame(one: Waiting, other: Waiting): boolean {
  return one.fields["nonce"] === other.fields["nonce"];
}

function kept(): readonly Waiting[] {
  const found = readAll();
  const since = Date.now() - KEPT_MS;
  return Array.isArray(found) ? found.filter(isWaiting).filter(({ at }) => at > since) : [];
}

/** What a cut of power left half written is nothing any more: it must not keep the rest. */
function readAll(): unknown {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "[]");
  } catch {
    return [];
  }
}

function isWaiting(value: unknown): value is Waiting {
  return (
    typeof value === "object" &&
    value !== null &&
    "path" in value &&
    "fields" in value &&
    "at" in value &&
    typeof value.at === "number"
  );
}

function keep(all: readonly Waiting[]): void {
  if (all.length === 0) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, JSON.stringify(all));
}
