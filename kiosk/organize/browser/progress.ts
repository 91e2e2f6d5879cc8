/** Replaces the progress as it comes; when the broadcast changes its state, the page and its buttons are fetched anew. */
const path = document.querySelector<HTMLElement>("[data-events]")?.dataset["events"];

if (path) {
  const events = new EventSource(path);
  events.addEventListener("progress", (event) => {
    const part = document.createElement("template");
    part.innerHTML = event.data;
    const fresh = part.content.firstElementChild;
    if (fresh) document.querySelector("[data-progress]")?.replaceWith(fresh);
  });
  events.addEventListener("state", () => location.reload());
}
