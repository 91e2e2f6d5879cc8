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
  itemBack: ({ words, ...gathering }, speech) =>
    tellCut(
      speech,
      'tu punto "',
      words,
      `" ya no está en ${when(gathering, speech)}. La mesa lo decide otra vez y te responde aquí.`,
    ),
  itemMoved: ({ words, ...gathering }, speech) =>
    tellCut(
      speech,
      'tu punto "',
      words,
      `" pasa a ${when(gathering, speech)}. Ese día manda AGENDA para ver el lugar.`,
    ),
  itemWaits: ({ words, ...gathering }, speech) =>
    tellCut(
      speech,
      'tu punto "',
      words,
      `" era para ${when(gathering, speech)}, que se cancela. Espera a la próxima asamblea; la mesa te responde aquí.`,
    ),
  itemForGroup: ({ words, group }, speech) =>
    tellCut(
      speech,
      `la mesa de facilitación pasa a tu grupo ${group} un punto: "`,
      words,
      '". Está en la página del grupo, en la consola.',
    ),
};

/** "la asamblea, vie 7pm". */
function when({ format, startsAt }: { format: string; startsAt: Date }, speech: Speech): string {
  return `${FORMATS.get(format) ?? "la reunión"}, ${dayOf(startsAt, "es", speech, true)}`;
}
