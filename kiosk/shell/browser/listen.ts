import { showFault } from "./fault.ts";
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
    return;
  }
  const { lang } = document.documentElement;
  const voice = speechSynthesis.getVoices().find((each) => each.lang.startsWith(lang));
  if (!voice) {
    showFault("mute");
    return;
  }
  const button = document.querySelector("[data-listen]");
  const speech = new SpeechSynthesisUtterance(wordsOf());
  speech.voice = voice;
  speech.lang = voice.lang;
  speech.addEventListener("end", () => button?.setAttribute("aria-pressed", "false"));
  button?.setAttribute("aria-pressed", "true");
  speechSynthesis.speak(speech);
}

/** The question, then everything that answers it, each as a sentence. */
function wordsOf(): string {
  const parts = document.querySelectorAll<HTMLElement>(
    "h1, main h2, main p, main a, main button, main label",
  );
  return [...parts]
    .map((part) => part.textContent.replace(/\s+/g, " ").trim())
    .filter(Boolean)
    .join(". ");
}
