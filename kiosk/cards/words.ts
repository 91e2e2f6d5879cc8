import type { Language } from "#server/domain/language.ts";

/** What stands on cards, on their backs and on the sheets around them. */
export const words = {
  en: {
    need: "NEED",
    gift: "GIFT",
    until: "until",
    what: "what it is",
    whereWhoUntil: "where, who to ask, until when",
    textTo: "Text these digits to",
    orBring: "or bring this card to the info tent.",
    bring: "Bring this card to the info tent.",
    shortText: "Text the digits or bring this card to the info tent.",
    whatToDo: "What to do",
    stepText: "Text the digits on the front to",
    stepFill: "New card? Write on it, then text the digits, NEED or GIFT, and what it is, to",
    stepFillTent: "New card? Write on it and bring it to the info tent.",
    stepShow: "Or scan the square with a phone. No phone? Show the card at the info tent.",
    stepShowOnly: "Scan the square with a phone. No phone? Show the card at the info tent.",
    stepPass: "Not for you? Pass it on.",
    stepDone: "Given? Text DONE and the digits.",
    stepDoneTent: "Given? Say so at the info tent.",
    stepFree: "Never pay for it. All of it is a gift.",
    ruler: "50 mm: print at 100 %, no margins added",
    sheet: "sheet",
    nudge: "moved",
    title: "Cards",
    print: "Print",
    howTo:
      "Print at 100 % (“actual size”), with no margins added. Then measure: the ruler on each sheet is 50 mm long.",
    howToBack: "Two-sided: flip on the long edge.",
    noButton: "No button? Use your browser's own print.",
  },
  es: {
    need: "NECESITO",
    gift: "REGALO",
    until: "hasta",
    what: "qué es",
    whereWhoUntil: "dónde, a quién preguntar, hasta cuándo",
    textTo: "Manda estos números al",
    orBring: "o trae esta tarjeta a la carpa de información.",
    bring: "Trae esta tarjeta a la carpa de información.",
    shortText: "Manda los números o trae esta tarjeta a la carpa.",
    whatToDo: "Qué hacer",
    stepText: "Manda los números del frente al",
    stepFill: "¿Tarjeta nueva? Escribe en ella y manda los números, NECESITO o REGALO y qué es, al",
    stepFillTent: "¿Tarjeta nueva? Escribe en ella y tráela a la carpa de información.",
    stepShow:
      "O escanea el cuadro con un teléfono. ¿Sin teléfono? Muestra la tarjeta en la carpa de información.",
    stepShowOnly:
      "Escanea el cuadro con un teléfono. ¿Sin teléfono? Muestra la tarjeta en la carpa de información.",
    stepPass: "¿No es para ti? Pásala.",
    stepDone: "¿Ya se dio? Manda LISTO y los números.",
    stepDoneTent: "¿Ya se dio? Dilo en la carpa de información.",
    stepFree: "Nunca pagues por ella. Todo es regalo.",
    ruler: "50 mm: imprime al 100 %, sin márgenes añadidos",
    sheet: "hoja",
    nudge: "corrida",
    title: "Tarjetas",
    print: "Imprimir",
    howTo:
      "Imprime al 100 % («tamaño real»), sin márgenes añadidos. Luego mide: la regla de cada hoja tiene 50 mm.",
    howToBack: "A dos caras: gira por el lado largo.",
    noButton: "¿No hay botón? Imprime desde el navegador.",
  },
} as const satisfies Record<Language, Record<string, string>>;

export function otherLanguage(language: Language): Language {
  return language === "en" ? "es" : "en";
}
