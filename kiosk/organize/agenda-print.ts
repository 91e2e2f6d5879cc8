import { html } from "hono/html";
import type { Html } from "./layout.ts";
import { both, numberShown, sheetOf } from "./sheet.ts";
import { formatName } from "./words/days.ts";

type Facts = {
  readonly nodeName: string;
  readonly number: string;
  readonly gathering: {
    readonly id: number;
    readonly title: string;
    readonly format: string;
    readonly place: string;
    readonly notes: string;
    readonly day: { readonly en: string; readonly es: string };
    readonly from: string;
    readonly to: string;
    readonly cancelled: boolean;
  };
  readonly items: readonly { readonly words: string; readonly minutes: number | null }[];
  readonly planned: number;
};

/** The agenda of one gathering for the hand: A5, with room for what is decided and who does it. */
export function agendaSheet({ nodeName, number, gathering, items, planned }: Facts): Html {
  const shown = numberShown(number);
  const { title, format, place, notes, day, from, to } = gathering;
  return sheetOf({
    kind: "agenda",
    title,
    nodeName,
    back: `/organize/gatherings/${gathering.id}`,
    body: html`
      <p class="over">${nodeName} · ${both(formatName("en", format), formatName("es", format))}</p>
      <h1>${title}</h1>
      <p class="when"><b>${from}–${to}</b> · ${place}<br />${day.en}<br /><span lang="es">${day.es}</span></p>
      ${gathering.cancelled ? html`<p class="void">${both("CANCELLED", "CANCELADO")}</p>` : ""}
      ${notes === "" ? "" : html`<p>${notes}</p>`}
      <h2>Agenda</h2>
      <ol>${items.map(
        ({ words, minutes }) =>
          html`<li><span class="length">${minutes === null ? "____ min" : `${minutes} min`}</span> <span>${words}</span><p class="rule"></p></li>`,
      )}
        <li class="open"><span>${both("Anything else", "Otros asuntos")}</span><p class="rule"></p></li>
      </ol>
      ${planned > 0 ? html`<p class="sum">${both("In all", "En total")}: ${planned} min</p>` : ""}
      <h2>${both("Who does what, by when", "Quién hace qué, para cuándo")}</h2>
      <p class="rule"></p><p class="rule"></p><p class="rule"></p>
      <p class="foot">To offer an item: text AGENDA and your words to <b>${shown}</b>.<br />
        <span lang="es">Para proponer un punto: manda AGENDA y tus palabras al <b>${shown}</b>.</span></p>`,
  });
}
