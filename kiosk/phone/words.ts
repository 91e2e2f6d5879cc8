import type { Language } from "#server/domain/language.ts";

const en = {
  number: "Your phone number",
  numberAgain: "We cannot text that number",
  label: "With the area code",
  next: "Next",
  may: "May we text you?",
  one: (digits: string) => `One text goes to the number that ends in ${digits}, right away.`,
  does: {
    post: "Your 1 to it posts this, and we text you when there is an answer.",
    join: "Your 1 to it takes you in, and the group's times and news come by text.",
    take: "Your 1 to it passes this on, and we text you about it.",
  },
  without: "Without your 1 nothing happens and no more texts come. STOP ends all texts.",
  yes: "Yes, text me",
  tick: "Touch the box first, if you agree",
  send: "Send the text",
  sent: "Look at your phone",
  sentSays: (digits: string) => `A text comes to the number that ends in ${digits}. Reply 1 to it.`,
  noText: "No text? Text us first:",
  noTextTable: "No text? Ask at this table.",
  done: "I am done",
  tooMany: "This screen has sent many texts",
  tooManySays: "Please ask the person at this table, or go on without a phone.",
  person: "Ask a person",
};

export type PhoneWords = typeof en;

const es: PhoneWords = {
  number: "Tu número de teléfono",
  numberAgain: "A ese número no podemos escribir",
  label: "Con la clave de área",
  next: "Seguir",
  may: "¿Podemos escribirte?",
  one: (digits) => `Mandamos un solo mensaje al número que termina en ${digits}, ahora mismo.`,
  does: {
    post: "Si respondes 1, se publica y te escribimos cuando haya respuesta.",
    join: "Si respondes 1, entras al grupo y te llegan sus horas y noticias.",
    take: "Si respondes 1, lo pasamos y te escribimos sobre ello.",
  },
  without: "Sin tu 1 no pasa nada ni llegan más mensajes. STOP termina todo.",
  yes: "Sí, escríbanme",
  tick: "Primero toca la casilla, si te parece bien",
  send: "Mandar el mensaje",
  sent: "Mira tu teléfono",
  sentSays: (digits) => `Llega un mensaje al número que termina en ${digits}. Responde 1.`,
  noText: "¿No llega? Escríbenos al:",
  noTextTable: "¿No llega? Pregunta en esta mesa.",
  done: "He terminado",
  tooMany: "Esta pantalla ya mandó muchos mensajes",
  tooManySays: "Pregunta a la persona de esta mesa, o sigue sin teléfono.",
  person: "Preguntar a alguien",
};

export const phone: Readonly<Record<Language, PhoneWords>> = { en, es };
