/** Scans that could not be sent: pending, never taken, until the server has said so. Kept over a restart of the screen. */
type Scan = { readonly seen: string; readonly handle: string; readonly nonce: string };
type Outcome = { readonly what: string; readonly slip?: string };

const KEY = "giftline pending cards";
const AGAIN_MS = 5_000;
const KEEP_ANSWER_MS = 10 * 60_000;

const answers = new Map<string, Outcome>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** Keeps one more, shows all, and asks for each until there is an answer; the same nonce never takes twice. */
export async function waiting(scan?: Scan): Promise<void> {
  if (scan) keep([...kept().filter((each) => each.nonce !== scan.nonce), scan]);
  show();
  clearTimeout(timer);
  for (const each of kept().filter(({ nonce }) => !answers.has(nonce))) await ask(each);
  if (kept().some(({ nonce }) => !answers.has(nonce))) timer = setTimeout(() => void waiting(), AGAIN_MS);
}

async function ask(scan: Scan): Promise<void> {
  try {
    const desk = document.querySelector<HTMLElement>("[data-desk]")?.dataset["desk"] ?? "";
    const answer = await fetch(`${desk}/pending`, { method: "POST", body: new URLSearchParams(scan) });
    if (!answer.ok) return;
    answers.set(scan.nonce, read(await answer.json()));
    setTimeout(() => forget(scan.nonce), KEEP_ANSWER_MS);
  } catch {
    // No connection yet: it stays pending, and the screen says so.
  }
  show();
}

function read(value: unknown): Outcome {
  if (typeof value !== "object" || value === null || !("what" in value)) return { what: "refused" };
  const slip = "slip" in value && typeof value.slip === "string" ? value.slip : undefined;
  return { what: String(value.what), ...(slip === undefined ? {} : { slip }) };
}

function show(): void {
  const part = document.querySelector<HTMLElement>("[data-pending]");
  const list = part?.querySelector("[data-waiting]");
  if (!part || !list) return;
  part.hidden = kept().length === 0;
  list.replaceChildren(...kept().map((scan) => line(scan, part)));
}

function line(scan: Scan, part: HTMLElement): HTMLElement {
  const item = document.createElement("li");
  const answer = answers.get(scan.nonce);
  const what = answer?.what ?? "pending";
  const word = part.dataset[`word${what.charAt(0).toUpperCase()}${what.slice(1)}`] ?? what;
  item.append(`..${scan.seen.replace(/\W/g, "").slice(-3)}: ${word} ${answer?.slip ?? ""}`);
  if (answer) item.append(removeButton(scan, part));
  return item;
}

function removeButton({ nonce }: Scan, part: HTMLElement): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "second";
  button.textContent = part.dataset["wordRemove"] ?? "";
  button.addEventListener("click", () => forget(nonce));
  return button;
}

function forget(nonce: string): void {
  keep(kept().filter((each) => each.nonce !== nonce));
  show();
}

function kept(): readonly Scan[] {
  const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
  return Array.isArray(found) ? found.filter(isScan) : [];
}

function isScan(value: unknown): value is Scan {
  return (
    typeof value === "object" && value !== null && "seen" in value && "nonce" in value && "handle" in value
  );
}

function keep(scans: readonly Scan[]): void {
  localStorage.setItem(KEY, JSON.stringify(scans));
}
