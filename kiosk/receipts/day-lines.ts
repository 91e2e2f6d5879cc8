import type { DayFacts } from "../organize/day-sheet.ts";
import type { ReceiptLine } from "./receipt-bytes.ts";

/** A day's agenda for a receipt printer, both languages on one slip. */
export function dayLines({ nodeName, number, day, camp, groups }: DayFacts): readonly ReceiptLine[] {
  const words = (said: string): ReceiptLine => ({ kind: "words", words: said });
  const lines = [...camp, ...groups];
  return [
    { kind: "title", words: nodeName },
    { kind: "title", words: day.en },
    words(day.es),
    { kind: "rule" },
    ...(lines.length === 0 ? [words("Nothing is planned. / No hay nada planeado.")] : []),
    ...lines.flatMap((line): readonly ReceiptLine[] => [
      { kind: "title", words: `${line.from} ${line.title}` },
      words(
        line.cancelled
          ? "cancelled / cancelado"
          : `${line.place}${line.group === null ? "" : ` - GROUP ${line.group}`}`,
      ),
    ]),
    { kind: "rule" },
    words(`Text AGENDA to ${number}. / Manda AGENDA al ${number}.`),
  ];
}
