/** Keys of a pad write into its field, at the end. */
export function startPad(): void {
  document.addEventListener("click", ({ target }) => {
    const key = target instanceof Element ? target.closest<HTMLElement>("[data-digit]") : null;
    const field = key?.closest("form")?.querySelector<HTMLInputElement>("[data-padfield]");
    if (!key || !field) return;
    field.value = typed(field.value, key.dataset["digit"] ?? "", field.maxLength);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

function typed(value: string, key: string, most: number): string {
  if (key === "clear") return "";
  if (key === "erase") return value.slice(0, -1);
  if (key === "+" && value !== "") return value;
  return (value + key).slice(0, most);
}
