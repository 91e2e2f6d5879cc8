import type { Part } from "#sms/messages/saying.ts";
import type { ServiceSayings } from "#sms/messages/sayings/service.ts";
import { sentence, tell } from "#sms/messages/tell.ts";

const ITEMS = "1 NEED 2 GIFT 3 GROUP 4 AGENDA";
const PERSON = "0 for a person at the info tent";
const RATES = "Msg&data rates may apply.";

export const service: Part<ServiceSayings> = {
  menu: (_, speech) =>
    tell(
      speech,
      `reply ${ITEMS} 0 ${speech.voice.helpContact}. Max ${speech.voice.asksADay} asks/day. ${RATES} HELP=help STOP=stop`,
    ),
  menuAndPerson: (_, speech) => tell(speech, `sorry, I did not get that. Reply ${ITEMS}, or ${PERSON}.`),
  menuOver: (_, speech) => tell(speech, `that menu is over. Reply ${ITEMS}, or ${PERSON}.`),
  unclear: ({ options }, speech) =>
    tell(
      speech,
      `do you need it, or can you give it? Reply ${options.map((kind, at) => `${at + 1} ${WORD[kind]}`).join(" or ")}.`,
    ),
  languages: (_, speech) => tell(speech, "reply 1 for English. Responde 2 para español."),
  languageSet: (_, speech) =>
    tell(speech, "we write to you in English now. Text MENU to see what you can do."),
  wipeAsk: (_, speech) =>
    tell(
      speech,
      "forget you? Your posts, your lines and your number go for good. Reply 1 to be forgotten, 2 to keep all.",
    ),
  wipeKept: (_, speech) => tell(speech, "all right, nothing was deleted. Text MENU to see what you can do."),
  wiped: (_, speech) =>
    tell(
      speech,
      "you are forgotten: posts, lines and number are gone. Text MENU if you ever want to come back.",
    ),
  personAsk: (_, speech) =>
    tell(speech, "what should we know? Your next text goes to a person at the info tent."),
  personTold: (_, speech) =>
    tell(
      speech,
      `a person at the info tent has it and answers here. In a hurry: ${speech.voice.helpContact}.`,
    ),
  help: (_, { voice }) =>
    `${voice.nodeName} info line. Help: ${voice.helpContact}. Texts only if you ask or opt in, max ${voice.asksADay} asks a day. ${RATES} STOP to end.`,
  stopped: (_, speech) => tell(speech, "you get no more texts from us. Text START to come back."),
  started: (_, speech) =>
    tell(speech, "welcome! You get answers and asks. Text MENU to see what you can do, NEWS for camp news."),
  newsOn: (_, speech) =>
    tell(
      speech,
      `news is on, how often varies. Help: ${speech.voice.helpContact} or HELP. ${RATES} NEWS OFF ends it, STOP ends all.`,
    ),
  newsOff: (_, speech) =>
    tell(speech, "no more camp news. Answers and asks still come. Text NEWS to get it again."),
  onlyText: (_, speech) =>
    tell(speech, "we can only read words, no pictures. Text MENU to see what you can do."),
  emergency: (_, speech) => tell(speech, `${sentence(speech.voice.emergencyText)} Tell whoever is near you.`),
};

const WORD = { need: "NEED", gift: "GIFT" } as const;
