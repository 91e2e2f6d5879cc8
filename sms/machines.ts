// Automatic answers that phones, mailboxes, offices and other senders' lines give. Answering one starts a loop.
const OPENING = [
  "im driving",
  "i am driving (?:right now|with|and)",
  "(?:im|i am) (?:currently )?(?:out of the office|out of office|on vacation|away from my (?:phone|desk))",
  "auto ?(?:matic|mated)? ?(?:reply|response|responder|message|answer)",
  "this is an auto",
  "out of (?:the )?office",
  "thank(?:s| you) for (?:contacting|calling|texting|reaching out to|messaging)",
  "free ?msg",
  "undeliverable",
  "respuesta automatica",
  "mensaje automatico",
  "este es un mensaje auto",
  "fuera de la oficina",
  "(?:estoy|voy) (?:conduciendo|manejando)",
  "gracias por (?:contactar|contactarnos|comunicarte|comunicarse|llamar|su mensaje)",
];

const ANYWHERE = [
  "auto ?reply",
  "auto ?responder",
  "automat(?:ic|ed) (?:reply|response|message|text)",
  "driving with (?:do not disturb|focus)",
  "mailbox (?:is )?(?:full|not monitored|unmonitored)",
  "this mailbox",
  "(?:not|isnt) monitored",
  "unmonitored",
  "(?:do not|dont) reply to this",
  "(?:no longer|not) in service",
  "(?:number|party) you (?:have )?(?:dialed|called|reached|are trying)",
  "unable to (?:send|deliver) (?:your |this )?(?:message|text)",
  "message (?:could not be|was not|not) (?:delivered|sent)",
  "(?:cannot|can not|does not|unable to) (?:accept|receive) (?:text|sms|messages)",
  "message blocking is active",
  "delivery (?:status notification|has failed|failure)",
  "(?:reply|text|txt|send) stop (?:to|2)",
  "no respond(?:a|as|er|an) (?:a )?este",
  "este (?:buzon|numero no esta en servicio)",
  "(?:responda|responde|envia|envie|manda) (?:stop|alto|baja) para",
];

const PATTERN = new RegExp(`^(?:${OPENING.join("|")})(?!\\w)|(?<!\\w)(?:${ANYWHERE.join("|")})(?!\\w)`);
// Other phones' reactions arrive as texts that quote ours: Liked "Willow Camp: got it".
const REACTION =
  /^(?:liked|loved|disliked|laughed at|emphasized|questioned|reacted .{1,20} to|removed .{1,30} from|le (?:gusto|encanto)|reacciono .{1,20} a) ["'“«]/;

const CODE_SENDER =
  /(?<!\w)(?:(?:verification|security|confirmation|login) code|codigo de (?:verificacion|seguridad))(?!\w)/;

/** `text` is the cleaned text in lower case without accents, `folded` its words. */
export function isMachine(text: string, folded: string): boolean {
  return PATTERN.test(folded) || CODE_SENDER.test(folded) || REACTION.test(text);
}

/** "123456 is your verification code" opens with a number, as words to another person do. */
export function isCodeSender(folded: string): boolean {
  return CODE_SENDER.test(folded);
}
