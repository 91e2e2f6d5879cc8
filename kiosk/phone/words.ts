import type { Language } from "#server/domain/language.ts";

const en = {
  number: "Your phone number",
  numberAgain: "Please check the number",
  label: "With the area code",
  next: "Next",
  may: "May we text you?",
  one: (digits: string) => `One text goes to the number ending in ${digits}.`,
  does: {
    post: "Your 1 to it posts this; then texts come about it.",
    join: "Your 1 to it joins; then its times and news come.",
    take: "Your 1 to it passes this on; then texts come about it.",
  },
  without: "No 1: nothing happens, no more texts. STOP ends all.",
  yes: "Yes, text me",
  tick: "First touch the box",
  send: "Send the text",
  sent: "Look at your phone",
  sentSays: (digits: string) => `A text comes to the number ${digits}. Reply 1 to it.`,
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
  numberAgain: "Revisa el número",
  label: "Con la clave de área",
  next: "Seguir",
  may: "¿Podemos escribirte?",
  one: (digits) => `Va un mensaje al número que termina en ${digits}.`,
  does: {
    post: "Con tu 1 se publica y te llegan avisos.",
    join: "Con tu 1 entras y te llegan sus avisos.",
    take: "Con tu 1 lo pasamos y te llegan avisos.",
  },
  without: "Sin tu 1 no pasa nada. STOP termina todo.",
  yes: "Sí, escríbanme",
  tick: "Primero toca la casilla",
  send: "Mandar el mensaje",
  sent: "Mira tu teléfono",
  sentSays: (digits) => `Llega un mensaje al ${digits}. Responde 1.`,
  noText: "¿No llega? Escríbenos al:",
  noTextTable: "¿No llega? Pregunta en esta mesa.",
  done: "He terminado",
  tooMany: "Esta pantalla ya mandó muchos mensajes",
  tooManySays: "Pregunta a la persona de esta mesa, o sigue sin teléfono.",
  person: "Preguntar a alguien",
};

export const phone: Readonly<Record<Language, PhoneWords>> = { en, es };
