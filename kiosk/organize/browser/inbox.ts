/** Fetches the list again when it changed: what is new appears at once, and no answer that is being written is lost. */
const PAGE = "/organize/inbox";
let wanted = "";

const source = new EventSource(`${PAGE}/live`);
source.addEventListener("stamp", ({ data }) => {
  wanted = String(data);
  void refresh();
});
addEventListener("pagehide", () => source.close());

async function refresh(): Promise<void> {
  const list = document.querySelector<HTMLElement>("#entries");
  if (!list || wanted === "" || list.dataset["stamp"] === wanted) return;
  const answer = await fetch(PAGE);
  if (!answer.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector<HTMLElement>("#entries");
  if (!fresh) return;
  const open = new Set([...list.querySelectorAll("details[open]")].map(placeOf));
  for (const each of fresh.querySelectorAll("details")) each.open = open.has(placeOf(each));
  putInto(list, fresh);
  list.dataset["stamp"] = fresh.dataset["stamp"] ?? wanted;
  const alarms = page.querySelector("#alarms");
  if (alarms) document.querySelector("#alarms")?.replaceChildren(...alarms.childNodes);
}

/** Entries in which somebody writes are not moved, so that they keep words, caret and focus; the others come anew around them. */
function putInto(list: HTMLElement, fresh: HTMLElement): void {
  const shown = list.querySelector("ul");
  const kept = new Map([...(shown?.children ?? [])].filter(isWrittenIn).map((entry) => [entry.id, entry]));
  if (!shown || kept.size === 0) {
    list.replaceChildren(...fresh.childNodes);
    return;
  }
  for (const entry of [...shown.children]) if (!kept.has(entry.id)) entry.remove();
  let next = shown.firstElementChild;
  for (const entry of [...(fresh.querySelector("ul")?.children ?? [])]) {
    const own = kept.get(entry.id);
    if (own) next = own.nextElementSibling;
    else shown.insertBefore(entry, next);
  }
}

function isWrittenIn(entry: Element): boolean {
  const field = entry.querySelector("textarea");
  return field !== null && (field.value !== "" || field === document.activeElement);
}

function placeOf(details: Element): string {
  return `${details.closest("li[id]")?.id} ${details.className}`;
}
