import { showFault } from "../../shell/browser/fault.ts";
import { whenShown } from "../../shell/browser/shown.ts";

/** A network printer answers within this, or says that it does not. */
const PATIENCE_MS = 30_000;

/** Prints a slip where the screen is, and says there what became of it: the screen stays. */
export function startPrinting(): void {
  whenShown.add((body) => {
    for (const form of body.querySelectorAll<HTMLFormElement>("form[data-print]")) {
      const button = form.querySelector("button");
      if (button) button.hidden = false;
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        if (form.dataset["print"] === "browser") printHere(form);
        else if (!form.hasAttribute("data-busy")) void printThere(form);
      });
    }
  });
}

function printHere(form: HTMLFormElement): void {
  print();
  const said = form.querySelector<HTMLElement>("[data-printed]");
  if (said) said.hidden = false;
}

async function printThere(form: HTMLFormElement): Promise<void> {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") fields.append(name, value);
  form.setAttribute("data-busy", "");
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const answer = await fetch(form.action, { method: "POST", body: fields, signal });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const said = page.querySelector("[data-printed]");
    if (said) form.querySelector("[data-printed]")?.replaceWith(document.adoptNode(said));
    else showFault("broken");
  } catch {
    showFault("away");
  } finally {
    form.removeAttribute("data-busy");
  }
}
