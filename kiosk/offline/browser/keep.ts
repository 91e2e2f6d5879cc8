import { startOver } from "../../shell/browser/start-over.ts";
import { holdScreens } from "./held.ts";
import { newSlipCode } from "./slip-code.ts";

type List = {
  readonly version: string;
  readonly screens: readonly string[];
  readonly files: readonly string[];
  readonly held: readonly string[];
};

const EVERY_MS = 5 * 60_000;
/** The first screen comes first. */
const AFTER_MS = 1_500;

let version: string | undefined;

/** Keeps what can be read without a server, and asks whether the program was changed. */
export function startKeeping(): void {
  if ("serviceWorker" in navigator)
    void navigator.serviceWorker.register("/kiosk/worker.js", { scope: "/kiosk" });
  setTimeout(() => void look(), AFTER_MS);
  setInterval(() => void look(), EVERY_MS);
}

async function look(): Promise<void> {
  // While the server is away all stays as it was kept.
  const answer = await fetch("/kiosk/keep.json").catch(() => null);
  // Nor is anything kept of a screen that is out of order.
  if (!answer?.ok || !answer.headers.get("content-type")?.includes("json")) return;
  const list: List = await answer.json();
  version ??= list.version;
  if (version !== list.version && isNobodyThere()) return startOver();
  await holdScreens(list.held);
  // Its check digits are needed when nothing can be loaded.
  await newSlipCode();
  if (!("serviceWorker" in navigator)) return;
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage({ version, screens: [...list.screens, ...list.held], files: list.files });
}

/** Only the first screen stands for ever: there nobody is interrupted. */
function isNobodyThere(): boolean {
  return Number(document.body.dataset["idle"]) === 0;
}
