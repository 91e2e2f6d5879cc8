import type { Part } from "#sms/messages/saying.ts";
import type { ServiceSayings } from "#sms/messages/sayings/service.ts";
import { sentence, tell } from "#sms/messages/tell.ts";

const ITEMS = "1 NECESITO 2 REGALO 3 GRUPO 4 AGENDA";
const PERSON = "0 para hablar con una persona";
const RATES = "Pueden aplicar tarifas msj/datos.";

export const service: Part<ServiceSayings> = {
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
};

const WORD = { need: "NECESITO", gift: "REGALO" } as const;
