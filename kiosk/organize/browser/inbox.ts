/** Fetches the list again when it changed, but never out from under somebody who is writing an answer. */
const PAGE = "/organize/inbox";
let wanted = "";

const source = new EventSource(`${PAGE}/live`);
source.addEventListener("stamp", ({ data }) => {
  wanted = String(data);
  void refresh();
});
document.addEventListener("focusout", () => void refresh());
addEventListener("pagehide", () => source.close());

async function refresh(): Promise<void> {
  const list = document.querySelector<HTMLElement>("#entries");
  if (!list || wanted === "" || list.dataset["stamp"] === wanted || isWriting(list)) return;
  const answer = await fetch(PAGE);
  if (!answer.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector<HTMLElement>("#entries");
  if (!fresh || isWriting(list)) return;
  const open = new Set([...list.querySelectorAll("details[open]")].map(placeOf));
  for (const each of fresh.querySelectorAll("details")) each.open = open.has(placeOf(each));
  list.replaceChildren(...fresh.childNodes);
  list.dataset["stamp"] = fresh.dataset["stamp"] ?? wanted;
}

function isWriting(list: HTMLElement): boolean {
  if (list.contains(document.activeElement) && document.activeElement?.tagName === "TEXTAREA") return true;
  return [...list.querySelectorAll("textarea")].some((field) => field.value !== "");
}

function placeOf(details: Element): string {
  return `${details.closest("li[id]")?.id} ${details.className}`;
}
