import type { Language } from "#server/domain/language.ts";

const en = {
  title: "How do you want to join?",
  text: "Text me this",
  textSays: "Your 1 joins",
  name: "Leave a name",
  nameSays: "I have no phone",
  come: "I just come",
  comeSays: "With a slip",
  closed: "Newcomers come in person",
  askFor: (contact: string) => `Ask for ${contact}.`,
  atPlace: (place: string) => `Place: ${place}.`,
  meets: (when: string, place: string) => `Meets ${when}${place === "" ? "" : `, ${place}`}.`,
  noMeeting: "No meeting is planned yet.",
  person: "Ask a person",
  called: "What may we call you?",
  calledSays: "A first name, or leave it empty",
  again: "A shorter name, please, in letters",
  join: "Join",
  in: "You are in",
  known: (handle: string) => `At the info tent you are ${handle}: ask there for news of your group.`,
  justCome: "Just come",
  tooMany: "This screen took in many people just now. Ask the person at this table.",
  done: "I am done",
};

export type JoinWords = typeof en;

const es: JoinWords = {
  title: "¿Cómo quieres unirte?",
  text: "Mándame esto",
  textSays: "Con tu 1 entras",
  name: "Dejar un nombre",
  nameSays: "No tengo teléfono",
  come: "Solo voy",
  comeSays: "Con un papel",
  closed: "Quien es nuevo va en persona",
  askFor: (contact) => `Pregunta por ${contact}.`,
  atPlace: (place) => `Lugar: ${place}.`,
  meets: (when, place) => `Se reúne ${when}${place === "" ? "" : `, ${place}`}.`,
  noMeeting: "Aún no hay reunión prevista.",
  person: "Preguntar a alguien",
  called: "¿Cómo te llamamos?",
  calledSays: "Un nombre, o déjalo vacío",
  again: "Un nombre más corto, con letras",
  join: "Unirme",
  in: "Ya eres parte",
  known: (handle) => `En el punto de información eres ${handle}: pregunta allí por noticias de tu grupo.`,
  justCome: "Ven sin más",
  tooMany: "Esta pantalla recibió a mucha gente. Pregunta a la persona de esta mesa.",
  done: "He terminado",
};

export const join: Readonly<Record<Language, JoinWords>> = { en, es };
