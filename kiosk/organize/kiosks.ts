import { html } from "hono/html";
import { consolePage, type Frame, type Html } from "./layout.ts";
import { type KiosksWords, kiosks } from "./words/kiosks.ts";

export type KiosksSaid = keyof KiosksWords["said"];

type ShownKiosk = {
  readonly id: number;
  readonly name: string;
  readonly isHere: boolean;
  readonly letBy: string | null;
  /** When it last spoke, in words; null: never. */
  readonly seen: string | null;
  readonly hasPin: boolean;
  readonly printer: string | null;
  readonly isOutOfOrder: boolean;
};

type Facts = {
  readonly frame: Frame;
  readonly screens: readonly ShownKiosk[];
  readonly said: KiosksSaid | null;
};

const GOOD: ReadonlySet<KiosksSaid> = new Set(["let", "changed", "revoked"]);

export function isGood(said: KiosksSaid | null): boolean {
  return said === null || GOOD.has(said);
}

/** The touchscreens: which live, which may act, and what each one has. */
export function kiosksPage({ frame, screens, said }: Facts): Html {
  const words = kiosks[frame.language];
  return consolePage({
    frame,
    here: "kiosks",
    styles: ["organize/crowd.css"],
    title: words.title,
    body: html`
      ${said === null ? "" : html`<p class="${isGood(said) ? "note" : "refusal"}" role="status">${words.said[said]}</p>`}
      <p class="soft">${words.lead}</p>
      <ul class="slips">${screens.map((each) => screenSlip(each, words))}</ul>
      <h2>${words.let}</h2>
      <p class="soft">${words.letSays}</p>
      <form method="post" action="/organize/kiosks" class="stack">
        <div class="pair">
          <label>${words.code}<input name="code" inputmode="numeric" maxlength="9" autocomplete="off" required /></label>
          <label>${words.name}<input name="name" maxlength="30" autocomplete="off" required /><small>${words.nameSays}</small></label>
        </div>
        <button>${words.letIt}</button>
      </form>`,
  });
}

function screenSlip(screen: ShownKiosk, words: KiosksWords): Html {
  const { id, name, isHere, letBy, seen, hasPin, printer, isOutOfOrder } = screen;
  const action = `/organize/kiosks/${id}`;
  const press = (does: string, label: string, look: string) =>
    html`<form method="post" action="${action}"><input type="hidden" name="does" value="${does}" /><button class="${look}" aria-label="${label}: ${name}">${label}</button></form>`;
  return html`<li class="slip"><h2>${name} ${isHere ? html`<span class="tag">${words.here}</span>` : ""} ${isOutOfOrder ? html`<span class="tag">${words.outOfOrder}</span>` : ""}</h2>
    <p class="soft">${seen === null ? words.silent : words.alive(seen)}${letBy === null ? "" : html` · ${words.letBy} ${letBy}`}</p>
    ${field({ action, does: "rename", label: words.name, value: name, most: 30, button: words.rename })}
    ${field({ action, does: "pin", label: `${words.pin} (${hasPin ? words.hasPin : words.noPin})`, hint: words.pinSays, value: "", most: 8, button: words.setPin })}
    ${field({ action, does: "printer", label: words.printer, hint: words.printerSays, value: printer ?? "", most: 60, button: words.setPrinter })}
    <div class="row">${isOutOfOrder ? press("in-order", words.setIn, "second") : press("out-of-order", words.setOut, "second")}${isHere ? "" : press("revoke", words.revoke, "danger")}</div></li>`;
}

type Field = {
  readonly action: string;
  readonly does: "rename" | "pin" | "printer";
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly most: number;
  readonly button: string;
};

function field({ action, does, label, hint, value, most, button }: Field): Html {
  const name = does === "rename" ? "name" : does;
  return html`<form method="post" action="${action}" class="row"><input type="hidden" name="does" value="${does}" />
      <label>${label}<input name="${name}" value="${value}" maxlength="${most}" autocomplete="off" ${does === "pin" ? html`inputmode="numeric"` : ""} />${hint === undefined ? "" : html`<small>${hint}</small>`}</label><button class="second">${button}</button></form>`;
}
