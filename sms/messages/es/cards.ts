import { spokenCode } from "#server/domain/card-code.ts";
import { counted, dayOf, thing, till } from "#sms/messages/describe.ts";
import type { Part } from "#sms/messages/saying.ts";
import type { CardSayings } from "#sms/messages/sayings/cards.ts";
import { tell, tellCut } from "#sms/messages/tell.ts";

export const cards: Part<CardSayings> = {
  cardHow: (_, speech) =>
    tell(
      speech,
      "manda solo los 11 números de tu tarjeta, como 4839 2017 563. ¿Sin números? Tráela a la carpa de info.",
    ),
  cardUnknown: (_, speech) =>
    tell(
      speech,
      "ese código no parece correcto. Tiene 11 números, como 4839 2017 563. Prueba otra vez: solo los 11 números.",
    ),
  cardNotLive: (_, speech) =>
    tell(
      speech,
      "ninguna tarjeta activa tiene esos números. Revísalos. Si se perdió, quizá hay otra: trae la tuya a la carpa.",
    ),
  cardTooMany: (_, speech) =>
    tell(speech, "demasiados números que no son tarjeta. Espera una hora, o trae la tarjeta a la carpa."),
  cardBlank: ({ code }, speech) =>
    tell(
      speech,
      `tarjeta en blanco. Manda sus números y NECESITO o REGALO y qué: ${spokenCode(code)} NECESITO aguja`,
    ),
  cardFilled: ({ kind, number, post }, speech) =>
    tellCut(
      speech,
      `tu tarjeta está lista (no. ${number}): ${KINDS[kind]} `,
      counted(post, "es"),
      `. Pásala. Te avisamos si alguien la toma. Manda QUITAR ${number} para borrarla.`,
    ),
  cardNeed: ({ post, place }, speech) =>
    tellCut(
      speech,
      "alguien necesita ",
      counted(post, "es"),
      `${till(" ", post, "es", speech)}.${asking(place)} Responde 1 para ayudar, o pásala.`,
    ),
  cardGift: ({ post, place }, speech) =>
    tellCut(
      speech,
      "un regalo: ",
      counted(post, "es"),
      `${till(", ", post, "es", speech)}.${asking(place)} Responde 1 para tomarlo, o pásala.`,
    ),
  cardOwn: ({ number, post, isTaken }, speech) =>
    tellCut(
      speech,
      "tu tarjeta: ",
      counted(post, "es"),
      isTaken
        ? `. Alguien la tomó. Manda LISTO ${number} al terminar, QUITAR ${number} para borrarla.`
        : `. Nadie la tomó aún. Pásala. Manda QUITAR ${number} para borrarla.`,
    ),
  cardYours: ({ line, kind, post }, speech) =>
    tellCut(
      speech,
      kind === "need" ? "ayudas con " : "tomaste ",
      thing(post, "es"),
      `. Manda ${line} y tus palabras. LISTO y los números de la tarjeta al terminar, QUITAR ${line} para devolverla.`,
    ),
  cardHelping: ({ line, post, atTent }, speech) =>
    tellCut(
      speech,
      "¡genial, ayudas con ",
      counted(post, "es"),
      `! ${meeting(line, atTent)} Al final: LISTO y los números de la tarjeta.`,
    ),
  cardGot: ({ line, post, atTent }, speech) =>
    tellCut(
      speech,
      "es para ti: ",
      counted(post, "es"),
      `. ${meeting(line, atTent)} Al final: LISTO y los números de la tarjeta.`,
    ),
  cardHelped: ({ number, line, post, atTent }, speech) =>
    tellCut(
      speech,
      "tu tarjeta: alguien puede darte ",
      counted(post, "es"),
      ` (no. ${number}). ${meeting(line, atTent)} LISTO ${number} al recibirlo.`,
    ),
  cardTaken: ({ number, line, post, atTent }, speech) =>
    tellCut(
      speech,
      "alguien tomó tu tarjeta: ",
      counted(post, "es"),
      ` (no. ${number}). ${meeting(line, atTent)} LISTO ${number} al darlo.`,
    ),
  cardOver: ({ kind, at, isDone, near }, speech) =>
    tellNear(
      speech,
      `${over(kind, isDone)}${at === null ? "" : ` ${dayOf(at, "es", speech, true)}`}.`,
      kind,
      near,
    ),
  cardExpired: ({ kind, near }, speech) => tellNear(speech, "esta tarjeta ya venció.", kind, near),
  cardDone: ({ post, isHalf }, speech) =>
    tellCut(
      speech,
      "¡gracias! Anotado como dado: ",
      counted(post, "es"),
      isHalf ? ". El resto de la tarjeta sigue: pásala." : ". La tarjeta está cerrada. Puedes guardarla.",
    ),
  cardPartDone: ({ number, line }, speech) =>
    tell(
      speech,
      `ya se dio una parte de tu tarjeta no. ${number} (línea ${line}). El resto sigue. Manda LISTO ${number} para cerrarla.`,
    ),
  cardNotTaken: (_, speech) =>
    tell(
      speech,
      "solo quien tomó o hizo esta tarjeta puede cerrarla. Manda solo sus 11 números para ver qué hacer.",
    ),
  cardBack: ({ line }, speech) =>
    tell(
      speech,
      `se cerró la línea ${line}: no resultó, y la tarjeta está libre otra vez. Manda MIOS para ver tu lista.`,
    ),
  slip: ({ number, post, state, letters }, speech) =>
    tellCut(
      speech,
      `no. ${number}: `,
      thing(post, "es"),
      `, ${STATES[state]}.${waiting(letters)} Muestra este papel en la carpa, o manda LISTO y sus números al terminar.`,
    ),
};

const KINDS = { need: "necesito", gift: "regalo" } as const;

const STATES = {
  open: "sigue",
  filled: "hay alguien",
  done: "cumplido",
  dropped: "borrado",
  expired: "vencido",
} as const;

function asking(place: string | null): string {
  return place === null ? "" : ` Pregunta: ${place}.`;
}

function meeting(line: number, atTent: boolean): string {
  return atTent ? `Manda ${line} y cuándo vienes a la carpa.` : `Manda ${line} y tus palabras para verse.`;
}

function over(kind: CardSayings["cardOver"]["kind"], isDone: boolean): string {
  if (isDone) return "esta tarjeta ya se cumplió";
  return kind === "need" ? "alguien ya ayuda con esta tarjeta desde" : "alguien ya tomó esta tarjeta";
}

function waiting(letters: number): string {
  if (letters === 0) return "";
  return ` ${letters === 1 ? "Hay 1 mensaje" : `Hay ${letters} mensajes`} para ti.`;
}

function tellNear(
  speech: Parameters<typeof tell>[0],
  before: string,
  kind: CardSayings["cardOver"]["kind"],
  near: string | null,
) {
  const more = kind === "gift" ? "Responde 1 y te buscamos lo mismo." : "Responde 1 para ofrecer lo mismo.";
  if (near === null) return tell(speech, `${before} ${more}`);
  return tellCut(speech, `${before} También ${kind === "gift" ? "hay" : "piden"}: `, near, `. ${more}`);
}
