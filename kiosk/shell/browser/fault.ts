/** Says in plain words what went wrong, over whatever is shown. */
export function showFault(what: "broken" | "away" | "mute" | "staff"): void {
  const dialog = document.querySelector<HTMLDialogElement>("dialog[data-fault]");
  if (!dialog || dialog.open) return;
  for (const line of dialog.querySelectorAll<HTMLElement>("[data-says]"))
    line.hidden = line.dataset["says"] !== what;
  dialog.querySelector("[data-close]")?.addEventListener("click", () => dialog.close(), { once: true });
  dialog.showModal();
}
