import type { TextPreview } from "#sms/broadcast.ts";

/** Keeps the drawn phone up with the words; the counting is the server's, so that it is the carrier's. */
const form = document.querySelector<HTMLFormElement>("[data-compose]");
const words = form?.querySelector<HTMLTextAreaElement>("[data-words]");
const WAIT_MS = 200;
let timer: ReturnType<typeof setTimeout> | undefined;

words?.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(() => void show(words.value), WAIT_MS);
});

form?.querySelector("[name=fix]")?.addEventListener("click", (event) => {
  if (!words) return;
  event.preventDefault();
  void fetchPreview(words.value).then((preview) => {
    const prefix = preview.text.indexOf(": ") + 2;
    words.value = preview.pieces
      .map(({ text, fix }) => fix ?? text)
      .join("")
      .slice(prefix);
    return show(words.value);
  });
});

form?.addEventListener("change", ({ target }) => {
  if (!(target instanceof HTMLInputElement) || target.name !== "group" || !target.checked) return;
  const groups = form.querySelector<HTMLInputElement>('[name=audience][value="groups"]');
  if (groups) groups.checked = true;
});

async function show(value: string): Promise<void> {
  const preview = await fetchPreview(value);
  if (words?.value !== value) return;
  const text = form?.querySelector("[data-text]");
  text?.replaceChildren(...preview.pieces.map(({ text, fix }) => (fix === null ? text : marked(text))));
  fill("characters", preview.characters);
  fill("segments", preview.segments);
  hide("wide", preview.encoding === "GSM-7");
  hide("plain", preview.encoding === "UCS-2");
}

async function fetchPreview(value: string): Promise<TextPreview> {
  const answer = await fetch("/organize/broadcasts/preview", {
    method: "POST",
    body: new URLSearchParams({ words: value }),
  });
  return answer.json();
}

function marked(text: string): HTMLElement {
  const mark = document.createElement("mark");
  mark.textContent = text;
  return mark;
}

function fill(name: string, value: number): void {
  const place = form?.querySelector(`[data-${name}]`);
  if (place) place.textContent = String(value);
}

function hide(name: string, hidden: boolean): void {
  form?.querySelector(`[data-${name}]`)?.toggleAttribute("hidden", hidden);
}
