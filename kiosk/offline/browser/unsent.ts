import { type Unsent, whenAway } from "../../shell/browser/away.ts";
import { showPage } from "../../shell/browser/walk.ts";
import { heldScreen } from "./held.ts";
import { addWaiting } from "./queue.ts";
import { newNonce, newSlipCode } from "./slip-code.ts";

/** What may be kept in the browser. A form with anything else in it, a name or a number, has to be sent by hand. */
const MAY_WAIT: ReadonlySet<string> = new Set(["seen", "pieces", "kind", "words", "nonce", "made"]);
const CARD = "/kiosk/card";
const LATE = "/kiosk/card/late";
/** Where written words are looked at once more, which takes a server, and where they are posted. */
const CHECK = "/kiosk/posts/check";
const POSTS = "/kiosk/posts";
/** Words that may hold a phone number are not kept. */
const MANY_DIGITS = /(?:\d[\s().+-]*){7}/;

/** Without a connection a scan and a post without a phone wait, and whoever leaves takes a slip along. */
export function startWaiting(): void {
  whenAway.keepBy(async (unsent) => {
    const path = pathOf(unsent);
    if (path !== null) return wait(unsent, path);
    const seen = unsent.fields.get("seen");
    if (unsent.url.pathname !== CARD || !seen) return false;
    return showPage(await heldScreen("unseen", { seen, nonce: newNonce() }));
  });
}

/** Where it is sent once the connection is back; null for what may not wait. */
function pathOf({ url, form }: Unsent): string | null {
  if (url.pathname === CHECK) return POSTS;
  switch (form?.dataset["waits"]) {
    case "claim":
      return LATE;
    case "post":
      return url.pathname;
    default:
      return null;
  }
}

async function wait({ url, fields }: Unsent, to: string): Promise<boolean> {
  const said = [...fields].filter(([, value]) => value !== "");
  if (said.some(([name]) => !MAY_WAIT.has(name)) || MANY_DIGITS.test(fields.get("words") ?? "")) return false;
  const slip = await newSlipCode();
  const spoken = `${slip.slice(0, 4)} ${slip.slice(4, 8)} ${slip.slice(8)}`;
  // Before it is kept: nothing waits of which the screen cannot say so.
  const page = await heldScreen("waits", { slip: spoken });
  addWaiting({
    path: to + url.search,
    fields: { nonce: newNonce(), ...Object.fromEntries(said), made: slip },
  });
  return showPage(page);
}
