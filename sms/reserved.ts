import type { Language } from "#server/domain/language.ts";

type CarrierVerb = "stop" | "start" | "help";
type Verb = CarrierVerb | "wipe" | "menu" | "news-on" | "news-off";

export type Reserved = {
  readonly verb: Verb;
  readonly byCarrier: boolean;
  /** The listed wording, never a person's own words. */
  readonly wording: string;
  readonly language: Language | null;
};

/** What a carrier answers by itself, when it is the whole text in any case (Twilio's default handling). */
const BY_CARRIER: ReadonlyMap<string, CarrierVerb> = new Map([
  ...words("stop", "stop stopall unsubscribe cancel end quit revoke optout"),
  ...words("start", "start yes unstop"),
  ...words("help", "help info"),
]);

/** Whole texts that mean the same in other words; courtesies around them do not count. */
const LISTED: ReadonlyMap<string, Omit<Reserved, "byCarrier">> = new Map([
  ...listed("stop", null, "stop / stop stop / stop stop stop"),
  ...listed(
    "stop",
    "en",
    `stopall / stop all / unsubscribe / unsubscribe me / opt out / opt me out / optout / i opt out / i want to opt out /
    i want to stop / i want out / stop it / stop this / stop these / stop these texts / stop these messages /
    stop the texts / stop the messages / stop texts / stop messages / stop texting / stop texting me / stop texting us /
    stop messaging me / stop sending me texts / stop sending me messages / stop sending texts / stop sending messages /
    stop contacting me / stop spamming me / stop bothering me / quit texting me / end all / cancel all / revoke consent /
    remove me / remove me from the list / remove me from this list / remove me from your list / remove my number /
    take me off / take me off the list / take me off this list / take me off your list / leave me alone /
    do not text me / do not text me again / do not text me anymore / dont text me / dont text me again /
    dont text me anymore / do not text / dont text / do not message me / dont message me / do not contact me /
    dont contact me / no more texts / no more messages / no texts / lose my number / wrong number /
    you have the wrong number`,
  ),
  ...listed(
    "stop",
    "es",
    `alto / baja / alto alto / parar / detener / dar de baja / darme de baja / dame de baja / deme de baja /
    denme de baja / quiero darme de baja / no mas mensajes / no mas textos / no mas sms / no mandes mas mensajes /
    no manden mas mensajes / no me manden mensajes / no me manden mas mensajes / no me mandes mensajes /
    no me mandes mas mensajes / no me envien mensajes / no me envien mas mensajes / no me envies mas mensajes /
    no me escriban / no me escriban mas / no me escribas / no me escribas mas / no quiero mensajes /
    no quiero mas mensajes / no quiero recibir mensajes / no quiero recibir mas mensajes / ya no quiero mensajes /
    deja de escribirme / dejen de escribirme / deja de mandarme mensajes / dejen de mandarme mensajes /
    dejame en paz / dejenme en paz / quitame de la lista / quitenme de la lista / sacame de la lista /
    saquenme de la lista / cancelar suscripcion / numero equivocado`,
  ),
  ...listed("start", null, "start / unstop"),
  ...listed("start", "en", "start again / opt in / opt me in / optin / resume / subscribe"),
  ...listed("start", "es", "empezar / comenzar / reanudar / alta / dar de alta / darme de alta"),
  ...listed("help", null, "info"),
  ...listed(
    "help",
    "en",
    `more info / information / need help / i need help / we need help / need info / i need info / what is this /
    whats this / who is this / whos this / who are you / how does this work / how does it work`,
  ),
  ...listed(
    "help",
    "es",
    `ayuda / informacion / mas informacion / necesito ayuda / necesitamos ayuda / necesito informacion / que es esto /
    quien es / quien eres / quienes son / como funciona / como funciona esto`,
  ),
  ...listed("menu", "en", "what can i text / what can i do / commands / options / main menu"),
  ...listed("menu", "es", "que puedo escribir / que puedo hacer / comandos / opciones"),
  ...listed("wipe", null, "wipe"),
  ...listed(
    "wipe",
    "en",
    `wipe me / wipe my number / wipe my data / wipe everything / wipe all / forget me / forget my number / delete me /
    delete my number / delete my data / erase me / erase my data`,
  ),
  ...listed(
    "wipe",
    "es",
    `borrarme / borrame / borrenme / borra mis datos / borrar mis datos / borren mis datos / borra mi numero /
    borrar mi numero / borrar todo / olvidame / olvidenme`,
  ),
  ...listed("news-on", "en", "news on / news yes"),
  ...listed("news-on", "es", "noticias si"),
  ...listed(
    "news-off",
    "en",
    "news off / news no / news stop / stop news / stop the news / no news / no more news",
  ),
  ...listed(
    "news-off",
    "es",
    "noticias no / noticias off / noticias alto / alto noticias / no noticias / no mas noticias / sin noticias",
  ),
]);

const AROUND = "please|pls|plz|hi|hello|hey|thanks|thank you|now|ok|por favor|porfavor|porfa|hola|gracias|ya";
const COURTESIES = new RegExp(`^(?:(?:${AROUND}) )+|(?: (?:${AROUND}))+$`, "g");

/** `body` as it came; `folded` its words with single spaces. */
export function readReserved(body: string, folded: string): Reserved | null {
  const bare = body.trim().toLowerCase();
  const own = BY_CARRIER.get(bare);
  if (own !== undefined) return { verb: own, byCarrier: true, wording: bare, language: null };
  // With punctuation the carrier does not know its own word ("STOP!", "(yes)"), so we act and answer.
  const punctuated = BY_CARRIER.get(folded);
  if (punctuated !== undefined)
    return { verb: punctuated, byCarrier: false, wording: folded, language: null };
  const found = LISTED.get(folded) ?? LISTED.get(folded.replace(COURTESIES, ""));
  return found === undefined ? null : { ...found, byCarrier: false };
}

function words(verb: CarrierVerb, list: string): readonly [string, CarrierVerb][] {
  return list.split(" ").map((word) => [word, verb]);
}

function listed(verb: Verb, language: Language | null, wordings: string) {
  return wordings
    .split(/\s*\/\s*/)
    .map((wording): [string, Omit<Reserved, "byCarrier">] => [wording, { verb, language, wording }]);
}
