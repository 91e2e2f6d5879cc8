import { showFault } from "./fault.ts";
import { partsOf } from "./read-order.ts";
import { whenShown } from "./shown.ts";

/** Reads the screen out, where the system has a voice; says so where it has none. */
export function startListening(): void {
  // Voices come late; asking for them once makes the browser load them.
  speechSynthesis.getVoices();
  whenShown.add((body) => {
    speechSynthesis.cancel();
    body.querySelector("[data-listen]")?.addEventListener("click", listen);
  });
}

function listen(): void {
  if (speechSynthesis.speaking) {
    speechSynthesis.cancel();
    press(false);
    return;
  }
  const { lang } = document.documentElement;
  const voice = speechSynthesis.getVoices().find((each) => each.lang.startsWith(lang));
  if (!voice) {
    showFault("mute");
    return;
  }
  press(true);
  const sentences = sentencesOf();
  // One by one: a voice stops in the middle of a long speech.
  for (const [index, sentence] of sentences.entries()) {
    const speech = new SpeechSynthesisUtterance(sentence);
    speech.voice = voice;
    speech.lang = voice.lang;
    if (index === sentences.length - 1) speech.addEventListener("end", () => press(false));
    speechSynthesis.speak(speech);
  }
}

function press(isOn: boolean): void {
  document.querySelector("[data-listen]")?.setAttribute("aria-pressed", String(isOn));
}

/** The question, then everything that answers it, what another page of the screen shows too. */
function sentencesOf(): readonly string[] {
  const main = document.querySelector("main");
  const parts = [...document.querySelectorAll("header h1, header .step > :first-child")];
  if (main) parts.push(...partsOf(main));
  return parts.map(saidOf).filter(Boolean);
}

function saidOf(part: Element): string {
  const written = part instanceof HTMLTextAreaElement || part instanceof HTMLInputElement ? part.value : "";
  const said = part.getAttribute("aria-label") ?? (part.textContent || written);
  return said.replace(/\s+/g, " ").trim();
}
