import type { SlipFacts } from "../organize/slip.ts";
import { slip } from "../organize/words/slip.ts";
import type { ReceiptLine } from "./receipt-bytes.ts";

/** The slip of somebody without a phone, for a receipt printer: what the page prints, line by line. */
export function slipLines(
  facts: Omit<SlipFacts, "frame" | "width"> & { readonly nodeName: string },
): readonly ReceiptLine[] {
  const { nodeName, at, post, digits } = facts;
  const words = (said: string): ReceiptLine => ({ kind: "words", words: said });
  return [
    { kind: "title", words: nodeName },
    words(at),
    ...(post === null ? [] : ([{ kind: "big", words: `no. ${post.number}` }, words(post.words)] as const)),
    ...(digits === null ? [] : ([{ kind: "big", words: digits }] as const)),
    ...(["en", "es"] as const).flatMap((language): readonly ReceiptLine[] => [
      { kind: "rule" },
      { kind: "title", words: `${slip[language].for} ${facts.handle}` },
      ...(post === null
        ? []
        : [
            words(
              `${slip[language][post.kind]}. ${post.state === "open" ? `${slip[language].until} ${post.until[language]}.` : slip[language][post.state]}`,
            ),
          ]),
      ...facts.groups.map((group) => words(`${group.number} ${group.name} (${group.place})`)),
      words(digits === null ? slip[language].comeBack : slip[language].withDigits),
      words(`${slip[language].ask}: ${facts.helpContact}`),
    ]),
  ];
}
