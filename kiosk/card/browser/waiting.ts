/**
 * Scans that could not be sent: pending, never taken, until the server has said so. Kept over a restart of the screen; an
 * answer is shown for a minute and asked for no more, so that the next one in the line does not read it.
 */
type Scan = {
  readonly does: "look" | "claim";
  readonly seen: string;
  readonly handle: string;
  readonly person: string;
  readonly pieces: string;
  readonly nonce: string;
  readonly answer?: Outcome;
};
type Outcome = { readonly what: string; readonly slip: string; readonly until: number };

const KEY = "giftline pending cards";
const AGAIN_MS = 5_000;
const SHOW_MS = 60_000;

let timer: ReturnType<typeof setTimeout> | undefined;

/** Keeps one more, shows all, and asks for each until there is an answer; the same nonce never takes twice. */
export async function waiting(scan?: Scan): Promise<void> {
  if (scan) keep([...kept().filter((each) => each.nonce !== scan.nonce), scan]);
  show();
  clearTimeout(timer);
  for (const each of kept().filter(({ answer }) => !answer)) await ask(each);
  show();
  if (kept().length > 0) timer = setTimeout(() => void waiting(), AGAIN_MS);
}

async function ask(scan: Scan): Promise<void> {
  try {
    const answer = await (scan.does === "look" ? fetch("/healthz") : send(scan));
    if (!answer.ok) return;
    const outcome = scan.does === "look" ? { what: "looked", slip: "" } : read(await answer.json());
    const told = { ...scan, seen: lastOf(scan.seen), answer: { ...outcome, until: Date.now() + SHOW_MS } };
    keep(kept().map((each) => (each.nonce === scan.nonce ? told : each)));
  } catch {
    // No connection yet: it stays pending, and the screen says so.
  }
}

function send({ seen, handle, person, pieces, nonce }: Scan): Promise<Response> {
  const desk = document.querySelector<HTMLElement>("[data-desk]")?.dataset["desk"] ?? "";
  const body = new URLSearchParams({
    seen,
    handle,
    nonce,
    ...(person && { person }),
    ...(pieces && { pieces }),
  });
  return fetch(`${desk}/pending`, { method: "POST", body });
}

function read(value: unknown): Omit<Outcome, "until"> {
  if (typeof value !== "object" || value === null || !("what" in value)) return { what: "refused", slip: "" };
  const slip = "slip" in value && typeof value.slip === "string" ? value.slip : "";
  return { what: String(value.what), slip };
}

function show(): void {
  keep(kept().filter(({ answer }) => !answer || answer.until > Date.now()));
  const part = document.querySelector<HTMLElement>("[data-pending]");
  const list = part?.querySelector("[data-waiting]");
  if (!part || !list) return;
  part.hidden = kept().length === 0;
  list.replaceChildren(...kept().map((scan) => line(scan, part)));
}

function line({ seen, answer, nonce }: Scan, part: HTMLElement): HTMLElement {
  const item = document.createElement("li");
  const what = answer?.what ?? "pending";
  const words = part.dataset[`word${what.charAt(0).toUpperCase()}${what.slice(1)}`];
  item.append(`..${lastOf(seen)}: ${words ?? part.dataset["wordRefused"] ?? ""} ${answer?.slip ?? ""}`);
  if (!answer) return item;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "second";
  button.textContent = part.dataset["wordRemove"] ?? "";
  button.addEventListener("click", () => {
    keep(kept().filter((each) => each.nonce !== nonce));
    show();
  });
  item.append(button);
  return item;
}

/** Enough to tell cards apart, too little to use one. */
function lastOf(seen: string): string {
  return seen.replace(/\W/g, "").slice(-3);
}

function kept(): readonly Scan[] {
  const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
  return Array.isArray(found) ? found.filter(isScan) : [];
}

function isScan(value: unknown): value is Scan {
  return (
    typeof value === "object" && value !== null && "does" in value && "seen" in value && "nonce" in value
  );
}

function keep(scans: readonly Scan[]): void {
  localStorage.setItem(KEY, JSON.stringify(scans));
}
