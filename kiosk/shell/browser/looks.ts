import { arrangePages } from "./pages.ts";
import { whenShown } from "./shown.ts";

/** Large text and strong contrast, for this visit: they live on the document, which starting over replaces. */
const LOOKS = ["data-large", "data-contrast"] as const;

export function startLooks(): void {
  whenShown.add((body) => {
    for (const look of LOOKS) {
      const button = body.querySelector(`button[${look}]`);
      button?.setAttribute("aria-pressed", String(document.documentElement.hasAttribute(look)));
      button?.addEventListener("click", () => {
        const isOn = document.documentElement.toggleAttribute(look);
        button.setAttribute("aria-pressed", String(isOn));
        arrangePages();
      });
    }
  });
}
