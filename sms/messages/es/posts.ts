import { counted, dayOf, giftTail, thing, till, timeOf } from "#sms/messages/describe.ts";
import { mineList } from "#sms/messages/mine.ts";
import type { Part } from "#sms/messages/saying.ts";
import type { PostSayings } from "#sms/messages/sayings/posts.ts";
import { tell, tellCut } from "#sms/messages/tell.ts";

const PERSON = "0 para hablar con una persona";

export const posts: Part<PostSayings> = {
  needPosted: ({ number, post, asksFrom }, speech) => {
    const when =
      asksFrom === null
        ? "Te avisamos cuando alguien pueda ayudar."
        : `Preguntamos desde las ${timeOf(asksFrom, "es", speech)}.`;
    const after = `${till(", ", post, "es", speech)}. ${when} Para quitarlo: QUITAR ${number}.`;
    return tellCut(speech, `recibido, no. ${number}: `, counted(post, "es"), after);
  },
  needTooLate: ({ number, post, asksFrom }, speech) => {
    const when = `No preguntamos antes de las ${timeOf(asksFrom, "es", speech)}: ve a la carpa. QUITAR ${number} lo quita.`;
    return tellCut(
      speech,
      `recibido, no. ${number}: `,
      counted(post, "es"),
      `${till(", ", post, "es", speech)}. ${when}`,
    );
  },
  giftPosted: ({ number, post }, speech) => {
    const after = `${giftTail(post, "es", speech)}. Te avisamos cuando haga falta. Para quitarlo: QUITAR ${number}.`;
    return tellCut(speech, `¡gracias! No. ${number}: `, thing(post, "es"), after);
  },
  whatThing: ({ kind }, speech) =>
    tell(
      speech,
      kind === "need"
        ? "¿qué necesitas? Escribe solo eso, por ejemplo: 2 lonas hasta el viernes."
        : "¿qué puedes regalar? Escribe solo eso, por ejemplo: lonas, tengo 3.",
    ),
  postsFull: ({ most }, speech) =>
    tell(
      speech,
      `ya tienes ${most} avisos, no caben más. Escribe MIOS para verlos, QUITAR y un número para quitar uno.`,
    ),
  notAThing: ({ kind }, speech) =>
    tell(
      speech,
      kind === "need"
        ? "perdona, ¿qué necesitas? Escribe NECESITO y la cosa con palabras, como: NECESITO 2 lonas."
        : "perdona, ¿qué puedes regalar? Escribe REGALO y la cosa con palabras, como: REGALO 3 lonas.",
    ),
  mine: ({ items, more }, speech) => mineList(items, more, "es", speech),
  mineNone: (_, speech) =>
    tell(
      speech,
      "no tienes nada en la lista. Manda NECESITO y lo que necesitas, o REGALO y lo que puedes dar.",
    ),
  dropped: ({ number }, speech) =>
    tell(speech, `el no. ${number} ya no está. Manda MIOS para ver lo que te queda en la lista.`),
  done: ({ number }, speech) =>
    tell(
      speech,
      `¡qué bueno! El no. ${number} está cumplido. Manda MIOS para ver lo que te queda en la lista.`,
    ),
  doneByOther: ({ number }, speech) =>
    tell(speech, `la otra persona dice que el no. ${number} está cumplido. ¡Gracias! Manda MENU para más.`),
  droppedByOther: ({ number }, speech) =>
    tell(
      speech,
      `la otra persona quitó el no. ${number}. No tienes que hacer nada. Manda MIOS para ver lo tuyo.`,
    ),
  still: ({ number, expiresAt }, speech) =>
    tell(
      speech,
      `el no. ${number} sigue hasta el ${dayOf(expiresAt, "es", speech, false)}. Para cambiarlo manda SIGUE ${number} y lo nuevo. QUITAR ${number} lo quita.`,
    ),
  changed: ({ number, post }, speech) =>
    tellCut(
      speech,
      `el no. ${number} ahora es: `,
      counted(post, "es"),
      `${till(", ", post, "es", speech)}. Buscamos de nuevo. Manda QUITAR ${number} para quitarlo.`,
    ),
  stillNeeded: ({ number, kind, post }, speech) =>
    kind === "need"
      ? tellCut(
          speech,
          `¿aún necesitas el no. ${number}: `,
          counted(post, "es"),
          `? Manda SIGUE ${number} si hace falta, LISTO ${number} si ya lo tienes, o QUITAR ${number}.`,
        )
      : tellCut(
          speech,
          `¿aún regalas el no. ${number}: `,
          thing(post, "es"),
          `? Manda SIGUE ${number} para dejarlo en la lista, o QUITAR ${number}.`,
        ),
  needEnded: ({ number, post }, speech) =>
    tellCut(
      speech,
      `lo sentimos, nadie pudo ayudar con el no. ${number}: `,
      counted(post, "es"),
      `. Manda NECESITO para pedir otra vez, o ${PERSON}.`,
    ),
};
