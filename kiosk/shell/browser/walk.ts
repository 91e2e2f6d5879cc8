import { whenAway } from "./away.ts";
import { showFault } from "./fault.ts";
import { whenShown } from "./shown.ts";
import { startOver } from "./start-over.ts";

/** A screen that does not come within this is not there. */
const PATIENCE_MS = 10_000;
/** So long the second touch of a double tap may come after the first, which has changed the screen. */
const FRESH_MS = 300;
let underWay: AbortController | undefined;
/** What the screen came from, when it was a form. */
let posted: { readonly url: string; readonly fields: URLSearchParams } | null = null;

/** Links and forms change the screen in place: no history, no flash, and every touch is seen at once. */
export function startWalking(): void {
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    if (!(link instanceof HTMLAnchorElement) || link.origin !== location.origin) return;
    event.preventDefault();
    // The second touch of a double tap was for what stood there before.
    if (event.detail > 1 && document.body.hasAttribute("data-fresh")) return;
    if (link.matches("[data-over]")) startOver();
    else if (link.matches("[data-repost]") && posted)
      void go(inLanguage(posted.url, link.hreflang), posted.fields, link);
    else void go(link.href, null, link);
  });
  document.addEventListener("submit", (event) => {
    if (!(event.target instanceof HTMLFormElement) || event.defaultPrevented) return;
    event.preventDefault();
    void send(event.target, event.submitter);
  });
}

/** Sends a form as a touch on its button would. */
export async function send(form: HTMLFormElement, submitter: HTMLElement | null = null): Promise<void> {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form, submitter))
    if (typeof value === "string") fields.append(name, value);
  const isElsewhere = submitter instanceof HTMLButtonElement && submitter.hasAttribute("formaction");
  const action = isElsewhere ? submitter.formAction : form.action;
  if (form.method === "get") return go(`${action.split("?")[0]}?${fields}`, null, submitter ?? form);
  return go(action, fields, submitter ?? form);
}

/** Shows what is at `url`; `fields` are posted. One at a time: a form that is on its way is not sent again. */
export async function go(
  url: string,
  fields: URLSearchParams | null,
  touched: HTMLElement | null = null,
): Promise<void> {
  if (document.body.hasAttribute("data-posting")) return;
  underWay?.abort();
  underWay = new AbortController();
  const { signal } = underWay;
  touched?.setAttribute("data-busy", "");
  if (fields) document.body.setAttribute("data-posting", "");
  try {
    const patience = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
    const answer = await fetch(
      url,
      fields ? { method: "POST", body: fields, signal: patience } : { signal: patience },
    );
    if (!showPage(await answer.text())) return showFault("broken");
    posted = fields && { url, fields };
  } catch {
    if (signal.aborted) return;
    const form = touched?.closest("form") ?? null;
    // A screen that has just started may lack what it needs to keep something: then it says so.
    const holds = (sent: URLSearchParams) =>
      whenAway.holds({ url: new URL(url, location.href), fields: sent, form }).catch(() => false);
    if (!fields || !(await holds(fields))) showFault("away");
  } finally {
    touched?.removeAttribute("data-busy");
    document.body.removeAttribute("data-posting");
  }
}

/** Shows a screen in the place of this one. False: it is none of ours. */
export function showPage(text: string): boolean {
  const page = new DOMParser().parseFromString(text, "text/html");
  if (!page.body.hasAttribute("data-screen")) return false;
  document.documentElement.lang = page.documentElement.lang;
  document.documentElement.toggleAttribute("data-night", page.documentElement.hasAttribute("data-night"));
  document.title = page.title;
  const { body } = page;
  body.setAttribute("data-fresh", "");
  setTimeout(() => body.removeAttribute("data-fresh"), FRESH_MS);
  document.body.replaceWith(document.adoptNode(body));
  document.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
  whenShown.tell();
  return true;
}

function inLanguage(url: string, language: string): string {
  const address = new URL(url, location.href);
  address.searchParams.set("lang", language);
  return address.href;
}
