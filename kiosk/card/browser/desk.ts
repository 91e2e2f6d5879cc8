import { hasCamera, readPicture } from "./camera.ts";

/**
 * A helper's desk: a digit pad, for a screen without keys, and its camera. Before a form leaves, the server is asked
 * whether it is there: else the browser would show its own page of errors.
 */
const ALIVE_WITHIN_MS = 3_000;
const IDLE_MS = 60_000;
const FILM_MS = 45_000;

const field = document.querySelector<HTMLInputElement>("[data-look] [name=seen]");
for (const part of document.querySelectorAll<HTMLElement>("[data-keys], [data-clear]")) part.hidden = false;
for (const key of document.querySelectorAll<HTMLElement>("[data-key]"))
  key.addEventListener("click", () => type(key.dataset["key"] ?? ""));
document.querySelector("[data-clear]")?.addEventListener("click", () => {
  if (field) field.value = "";
});
for (const form of document.querySelectorAll("form"))
  form.addEventListener("submit", (event) => void leave(event, form));
void offerCamera();
startOverWhenIdle();

function type(digit: string): void {
  if (!field) return;
  const digits = (field.value.replace(/\D/g, "") + digit).slice(0, 11);
  field.value = [digits.slice(0, 4), digits.slice(4, 8), digits.slice(8)].filter(Boolean).join(" ");
}

async function leave(event: Event, form: HTMLFormElement): Promise<void> {
  event.preventDefault();
  const isThere = await isAlive();
  const away = document.querySelector<HTMLElement>("[data-away]");
  if (away) away.hidden = isThere;
  if (isThere) form.submit();
}

async function isAlive(): Promise<boolean> {
  try {
    return (await fetch("/healthz", { signal: AbortSignal.timeout(ALIVE_WITHIN_MS) })).ok;
  } catch {
    return false;
  }
}

async function offerCamera(): Promise<void> {
  const part = document.querySelector<HTMLElement>("[data-camera]");
  const video = part?.querySelector("video");
  const button = part?.querySelector("button");
  if (!part || !video || !button || !(await hasCamera())) return;
  part.hidden = false;
  button.addEventListener("click", () => {
    button.hidden = true;
    video.hidden = false;
    film(video).catch(() => {
      part.hidden = true;
    });
  });
}

async function film(video: HTMLVideoElement): Promise<void> {
  const text = await readPicture(video, AbortSignal.timeout(FILM_MS));
  video.hidden = true;
  if (text === null || !field) return;
  field.value = text;
  field.form?.requestSubmit();
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
