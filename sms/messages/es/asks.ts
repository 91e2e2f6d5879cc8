import { counted, countNoun, thing, till } from "#sms/messages/describe.ts";
import type { Part } from "#sms/messages/saying.ts";
import type { AskSayings } from "#sms/messages/sayings/asks.ts";
import { tell, tellCut } from "#sms/messages/tell.ts";

export const asks: Part<AskSayings> = {
  ask: ({ need, gift, post }, speech) =>
    tellCut(
      speech,
      "alguien necesita ",
      counted(post, "es"),
      `${till(" ", post, "es", speech)} (no. ${need}). Tu regalo ${gift} puede servir. Responde 1 para ayudar, 2 esta vez no.`,
    ),
  introducedGiver: ({ need, gift, line, post, left }, speech) => {
    const start = `¡genial! Ya puedes escribirle a quien pide el no. ${need}: manda ${line} y tus palabras. Nadie ve tu número.`;
    if (left === null) return tell(speech, `${start} Tu regalo ${gift} sigue.`);
    if (left === 0 || post.quantity === null)
      return tell(speech, `${start} ${promised(gift, post.quantity)}`);
    const of = `de ${post.quantity}.`;
    return tellCut(
      speech,
      `${start} Te ${left === 1 ? "queda" : "quedan"} `,
      countNoun(left, thing(post, "es"), "es"),
      ` ${of}`,
    );
  },
  introducedNeeder: ({ need, line, post }, speech) =>
    tellCut(
      speech,
      "alguien puede darte ",
      counted(post, "es"),
      ` (no. ${need}). Manda ${line} y tus palabras para escribirle. Nadie ve tu número. Manda LISTO ${need} al recibirlo.`,
    ),
  askDeclined: ({ gift }, speech) =>
    tell(
      speech,
      `está bien, esta vez no. Tu regalo ${gift} sigue en la lista. Manda QUITAR ${gift} para quitarlo.`,
    ),
  askOver: ({ need }, speech) =>
    tell(
      speech,
      `¡gracias! El no. ${need} ya no necesita ayuda. Tu regalo sigue en la lista y te avisamos si hace falta.`,
    ),
  askWithdrawn: ({ need }, speech) =>
    tell(
      speech,
      `el no. ${need} ya no necesita ayuda, no hace falta que respondas. Tu regalo sigue en la lista. ¡Gracias!`,
    ),
  askChanged: ({ need }, speech) =>
    tell(
      speech,
      `cambió lo que se pide o se da: ya no hace falta que respondas sobre el no. ${need}. Tu regalo sigue en la lista. ¡Gracias!`,
    ),
  passedOn: ({ masked }, speech) =>
    tell(speech, masked ? "enviado, pero sin el número de teléfono o enlace." : "enviado."),
  relay: ({ line, words }) => `${line}: ${words}`,
  lineDropped: ({ line }, speech) =>
    tell(
      speech,
      `la línea ${line} está cerrada: ya no pasan mensajes por ella. Manda MIOS para ver lo tuyo.`,
    ),
  lineEnded: ({ line }, speech) =>
    tell(speech, `la otra persona cerró la línea ${line}. Manda MIOS para ver lo tuyo.`),
};

function promised(gift: number, quantity: AskSayings["introducedGiver"]["post"]["quantity"]): string {
  return quantity === null || quantity === 1
    ? `Tu regalo ${gift} ya está dado.`
    : `Los ${quantity} ya tienen destino.`;
}
