import { html } from "hono/html";
import type { Html } from "./layout.ts";
import { both, numberShown, sheetOf } from "./sheet.ts";
import { formatName } from "./words/days.ts";

type SheetLine = {
  readonly from: string;
  readonly to: string;
  readonly title: string;
  readonly format: string;
  readonly place: string;
  readonly notes: string;
  /** "2 Kitchen"; null for the whole camp. */
  readonly group: string | null;
  readonly cancelled: boolean;
};

export type DayFacts = {
  readonly nodeName: string;
  readonly number: string;
  /** "2026-11-23", for the form that chooses another. */
  readonly date: string;
  readonly day: { readonly en: string; readonly es: string };
  readonly camp: readonly SheetLine[];
  readonly groups: readonly SheetLine[];
};

/** All of a day that is open to everybody, for the wall. */
export function daySheet({ nodeName, number, date, day, camp, groups }: DayFacts): Html {
  const shown = numberShown(number);
  return sheetOf({
    kind: "day",
    title: day.en,
    nodeName,
    back: "/organize/gatherings",
    body: html`
      <form class="no-print" method="get" action="/organize/day-sheet">
        <label>${both("Day", "Día")} <input type="date" name="date" value="${date}" /></label>
        <button>${both("Show", "Ver")}</button>
        <a href="/organize/day-sheet/slip.bin?date=${date}" download>${both("For a receipt printer (ESC/POS)", "Para impresora de recibos (ESC/POS)")}</a>
      </form>
      <p class="over">${nodeName}</p>
      <h1>${day.en}<br /><span lang="es">${day.es}</span></h1>
      ${camp.length + groups.length === 0 ? html`<p>${both("Nothing is planned.", "No hay nada planeado.")}</p>` : ""}
      ${camp.length === 0 ? "" : html`<h2>${both("For everybody", "Para todo el mundo")}</h2>${table(camp)}`}
      ${groups.length === 0 ? "" : html`<h2>${both("Groups: everybody is welcome", "Grupos: todo el mundo es bienvenido")}</h2>${table(groups)}`}
      <p class="foot">Text AGENDA to <b>${shown}</b> for today, GROUP for the groups, NEED or GIFT and what it is.<br />
        <span lang="es">Manda AGENDA al <b>${shown}</b> para ver el día, GRUPO para los grupos, NECESITO o REGALO y qué es.</span></p>`,
  });
}

function table(lines: readonly SheetLine[]): Html {
  return html`<table>
    <thead><tr><th>${both("When", "Cuándo")}</th><th>${both("What", "Qué")}</th><th>${both("Where", "Dónde")}</th></tr></thead>
    <tbody>${lines.map(
      (line) => html`<tr>
        <td class="clock">${line.from}–${line.to}</td>
        <td>${line.cancelled ? html`<s>${line.title}</s> <b>${both("cancelled", "cancelado")}</b>` : html`<b>${line.title}</b>`}<br />
          <small>${line.group === null ? both(formatName("en", line.format), formatName("es", line.format)) : html`GROUP / GRUPO ${line.group}`}${line.notes === "" ? "" : html` · ${line.notes}`}</small></td>
        <td>${line.place}</td></tr>`,
    )}</tbody>
  </table>`;
}
