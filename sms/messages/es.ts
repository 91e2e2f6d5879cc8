import { counted, countNoun, dayOf, giftTail, thing, till, timeOf } from "#sms/messages/describe.ts";
import { mineList } from "#sms/messages/mine.ts";
import type { Catalogue, Sayings } from "#sms/messages/saying.ts";
import { sentence, some, tell, tellCut } from "#sms/messages/tell.ts";

const ITEMS = "1 NECESITO 2 REGALO 3 GRUPO 4 AGENDA";
const PERSON = "0 para hablar con una persona";
const RATES = "Pueden aplicar tarifas msj/datos.";

export const es: Catalogue = {
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
  notAThing: ({ kind }, speech) =>
    tell(
      speech,
      kind === "need"
        ? "perdona, ¿qué necesitas? Escribe NECESITO y la cosa con palabras, como: NECESITO 2 lonas."
        : "perdona, ¿qué puedes regalar? Escribe REGALO y la cosa con palabras, como: REGALO 3 lonas.",
    ),
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
  lineDropped: ({ line }, speech) =>
    tell(
      speech,
      `la línea ${line} está cerrada: ya no pasan mensajes por ella. Manda MIOS para ver lo tuyo.`,
    ),
  lineEnded: ({ line }, speech) =>
    tell(speech, `la otra persona cerró la línea ${line}. Manda MIOS para ver lo tuyo.`),
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
  menu: (_, { voice }) =>
    `${voice.nodeName}: ${ITEMS} 0 ${voice.helpContact}. Max ${voice.asksADay} avisos/día. ${RATES} AYUDA STOP`,
  menuAndPerson: (_, speech) => tell(speech, `perdona, no entendí. Responde ${ITEMS}, o ${PERSON}.`),
  menuOver: (_, speech) => tell(speech, `ese menú ya pasó. Responde ${ITEMS}, o ${PERSON}.`),
  unclear: ({ options }, speech) =>
    tell(
      speech,
      `¿lo necesitas o lo puedes dar? Responde ${options.map((kind, at) => `${at + 1} ${WORD[kind]}`).join(" o ")}.`,
    ),
  languages: (_, speech) => tell(speech, "responde 1 English, 2 español. Reply 1 for English."),
  languageSet: (_, speech) =>
    tell(speech, "ahora te escribimos en español. Manda MENU para ver qué puedes hacer."),
  wipeAsk: (_, speech) =>
    tell(
      speech,
      "¿te olvidamos? Se borran para siempre tu lista, tus líneas y tu número. Responde 1 para borrar, 2 para dejar todo.",
    ),
  wipeKept: (_, speech) => tell(speech, "está bien, no se borró nada. Manda MENU para ver qué puedes hacer."),
  wiped: (_, speech) =>
    tell(
      speech,
      "te olvidamos: ya no están tu lista, tus líneas ni tu número. Manda MENU si quieres volver.",
    ),
  personAsk: (_, speech) =>
    tell(speech, "¿qué debemos saber? Tu próximo mensaje lo lee una persona en la carpa de información."),
  personTold: (_, speech) =>
    tell(
      speech,
      `lo tiene una persona en la carpa de información y te responde por aquí. Si urge: ${speech.voice.helpContact}.`,
    ),
  help: (_, { voice }) =>
    `${voice.nodeName}, ayuda: ${voice.helpContact}. Textos solo si los pides, max ${voice.asksADay} avisos al día. ${RATES} STOP para salir.`,
  stopped: (_, speech) => tell(speech, "ya no te escribimos más. Manda START para volver."),
  started: (_, speech) =>
    tell(
      speech,
      "¡hola! Te llegan respuestas y preguntas. Manda MENU para ver qué puedes hacer, NOTICIAS para avisos.",
    ),
  newsOn: (_, speech) =>
    tell(
      speech,
      `noticias activas, cuando haya. Ayuda: ${speech.voice.helpContact} o HELP. ${RATES} NOTICIAS NO o STOP: fin.`,
    ),
  newsOff: (_, speech) =>
    tell(
      speech,
      "ya no te llegan noticias; respuestas y preguntas sí. Manda NOTICIAS para recibirlas otra vez.",
    ),
  onlyText: (_, speech) =>
    tell(speech, "solo podemos leer palabras, no fotos. Manda MENU para ver qué puedes hacer."),
  emergency: (_, speech) =>
    tell(speech, `${sentence(speech.voice.emergencyText)} Avisa a quien tengas cerca.`),
  groupsNone: (_, speech) =>
    tell(speech, `aún no hay grupos en la lista. Manda AGENDA para ver hoy, o ${PERSON}.`),
  agendaNone: (_, speech) => tell(speech, "hoy no hay nada. Manda AGENDA MAÑANA para ver mañana."),
  cardUnknown: (_, speech) =>
    tell(
      speech,
      "ese código no parece correcto. Tiene 11 números, como 4839 2017 563. Prueba otra vez: solo los 11 números.",
    ),
  castRefused: (_, speech) =>
    tell(speech, `solo la organización puede escribir a todos. Responde ${PERSON}.`),
};

const WORD = { need: "NECESITO", gift: "REGALO" } as const;
const VERB = { drop: "QUITAR", done: "LISTO", still: "SIGUE", mute: "SILENCIAR" } as const;

function promised(gift: number, quantity: Sayings["introducedGiver"]["post"]["quantity"]): string {
  return quantity === null || quantity === 1
    ? `Tu regalo ${gift} ya está dado.`
    : `Los ${quantity} ya tienen destino.`;
}
