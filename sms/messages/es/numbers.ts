import type { Part } from "#sms/messages/saying.ts";
import type { NumberSayings } from "#sms/messages/sayings/numbers.ts";
import { some, tell } from "#sms/messages/tell.ts";

const PERSON = "0 para hablar con una persona";

export const numbers: Part<NumberSayings> = {
  noSuchNumber: ({ number }, speech) =>
    tell(speech, `el no. ${number} no es tuyo, así que no se envió nada. Manda MIOS para ver tus números.`),
  numberClosed: ({ number }, speech) =>
    tell(
      speech,
      `el no. ${number} ya está cerrado y no se envió nada. Manda MIOS para ver lo que sigue abierto.`,
    ),
  noLineYet: ({ number }, speech) =>
    tell(
      speech,
      `aún no hay a quién escribir por el no. ${number}. Te avisamos cuando haya. Manda QUITAR ${number} para quitarlo.`,
    ),
  whichLine: ({ number, lines }, speech) =>
    tell(speech, `el no. ${number} tiene varias líneas. Manda la línea y tus palabras: ${some(lines)}.`),
  whichNumber: ({ verb, numbers }, speech) => {
    const known = numbers.length === 0 ? "Manda MIOS para ver tus números." : `Los tuyos: ${some(numbers)}.`;
    return tell(speech, `¿cuál? Manda ${VERB[verb]} y su número. ${known}`);
  },
  noWords: ({ line }, speech) =>
    tell(
      speech,
      `la línea ${line} está abierta. Manda ${line} y tus palabras, como: ${line} nos vemos a las 5.`,
    ),
  lineMuted: ({ line }, speech) =>
    tell(speech, `ya no sabrás de la persona de la línea ${line}. No se le avisa. Responde ${PERSON}.`),
};

const VERB = { drop: "QUITAR", done: "LISTO", still: "SIGUE", mute: "SILENCIAR" } as const;
