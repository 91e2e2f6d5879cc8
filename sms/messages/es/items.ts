import { dayOf } from "#sms/messages/describe.ts";
import type { Part, Speech } from "#sms/messages/saying.ts";
import type { ItemSayings } from "#sms/messages/sayings/items.ts";
import { tellCut } from "#sms/messages/tell.ts";

/** With the article that "en" takes. */
const FORMATS = new Map([
  ["assembly", "la asamblea"],
  ["circle", "el círculo"],
  ["cafe", "el café"],
  ["open-space", "el espacio abierto"],
  ["training", "el taller"],
  ["meal", "la comida"],
]);

export const items: Part<ItemSayings> = {
  itemAccepted: ({ words, ...gathering }, speech) =>
    tellCut(
      speech,
      'sí, "',
      words,
      `" se verá en ${when(gathering, speech)}. Ese día manda AGENDA para ver el lugar.`,
    ),
  itemMerged: ({ into, ...gathering }, speech) =>
    tellCut(
      speech,
      'tu punto se verá junto con "',
      into,
      `" en ${when(gathering, speech)}. Ese día manda AGENDA para ver el lugar.`,
    ),
  itemSent: ({ words, group, number }, speech) =>
    tellCut(
      speech,
      'tu punto "',
      words,
      `" pasó al grupo ${group}. Manda GRUPO ${number} para trabajar en ello.`,
    ),
  itemDeclined: ({ words }, speech) =>
    tellCut(
      speech,
      'la mesa no incluyó "',
      words,
      '" en la agenda. Manda AGENDA y otras palabras, o 0 para hablar con una persona.',
    ),
};

/** "la asamblea, vie 7pm". */
function when({ format, startsAt }: { format: string; startsAt: Date }, speech: Speech): string {
  return `${FORMATS.get(format) ?? "la reunión"}, ${dayOf(startsAt, "es", speech, true)}`;
}
