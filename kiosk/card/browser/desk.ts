import { offerCamera } from "./camera.ts";
import { waiting } from "./waiting.ts";

/**
 * The digit pad, for a screen without keys, and what keeps a scan while there is no connection. Before a form leaves,
 * the server is asked whether it is there: else the browser would show its own page of errors.
 */
const ALIVE_WITHIN_MS = 3_000;
const IDLE_MS = 60_000;

const field = document.querySelector<HTMLInputElement>("[data-look] [name=seen]");
for (const part of document.querySelectorAll<HTMLElement>("[data-keys], [data-clear]")) part.hidden = false;
for (const key of document.querySelectorAll<HTMLElement>("[data-key]"))
  key.addEventListener("click", () => type(key.dataset["key"] ?? ""));
document.querySelector("[data-clear]")?.addEventListener("click", () => {
  if (field) field.value = "";
});
for (const form of document.querySelectorAll("form"))
  form.addEventListener("submit", (event) => void leave(event, form));
const camera = document.querySelector<HTMLElement>("[data-camera]");
if (camera && field)
  offerCamera(camera, (text) => {
    field.value = text;
    field.form?.requestSubmit();
  });
startOverWhenIdle();
void waiting();

function type(digit: string): void {
  if (!field) return;
  const digits = (field.value.replace(/\D/g, "") + digit).slice(0, 11);
  field.value = [digits.slice(0, 4), digits.slice(4, 8), digits.slice(8)].filter(Boolean).join(" ");
}

async function leave(event: Event, form: HTMLFormElement): Promise<void> {
  event.preventDefault();
  if (await isAlive()) return form.submit();
  const said = new FormData(form);
  const does = form.matches("[data-look]") ? "look" : form.action.includes("/claim") ? "claim" : null;
  if (does)
    await waiting({
      does,
      seen: text(said, "seen"),
      handle: text(said, "handle"),
      person: text(said, "person"),
      pieces: text(said, "pieces"),
      nonce: text(said, "nonce") || crypto.randomUUID(),
    });
  if (field) field.value = "";
}

function text(said: FormData, name: string): string {
  const value = said.get(name);
  return typeof value === "string" ? value : "";
}

async function isAlive(): Promise<boolean> {
  try {
    return (await fetch("/healthz", { signal: AbortSignal.timeout(ALIVE_WITHIN_MS) })).ok;
  } catch {
    return false;
  }
}

/** What one person looked up is not for the next one in the line. */
function startOverWhenIdle(): void {
  const again = document.querySelector<HTMLElement>("main[data-again]")?.dataset["again"];
  if (again === undefined) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const restart = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!field) location.assign(again);
      else field.value = "";
    }, IDLE_MS);
  };
  for (const kind of ["pointerdown", "keydown"]) addEventListener(kind, restart);
  restart();
}
