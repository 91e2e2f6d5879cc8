import type { Language } from "#server/domain/language.ts";

const en = {
  title: "Scan your card",
  how: "Hold its picture in front of the scanner, or type its 11 digits.",
  digits: "The 11 digits on the card or the slip",
  look: "Look it up",
  clear: "Clear",
  camera: "Use the camera",
  typo: "These are not the digits of a card. Look again: 11 digits, four, four and three.",
  nothing: "No live card has these digits. A lost card may have been replaced: ask at the desk.",
  "too-many": "Too many digits that are no card. Wait ten minutes, or ask at the desk.",
  "not-here":
    "This screen may only look on. Cards are taken at the info tent's own screen, by text, or from their picture.",
  again: "Start over",
  slip: "Your slip",
  state: { open: "open", filled: "somebody is found", done: "met", dropped: "taken down", expired: "over" },
  letters: "Words for you",
  noLetters: "No words have come for you yet.",
  lines: "To answer, tell the desk this number:",
  met: "It is met",
  isMet: "Thank you! It is closed.",
  isOver: "That was over before. Ask at the desk.",
  pendingTitle: "Not sent yet",
  pending: "pending: nobody has it yet. This screen has no connection, and asks as soon as it is back.",
  taken: "it is yours. Your slip:",
  helping: "you help with it. Your slip:",
  refused: "somebody else was first, or it is not in use. Scan it again to see.",
  remove: "Done",
  otherLanguage: "Español",
};

export type DeskWords = typeof en;

const es: DeskWords = {
  title: "Escanea tu tarjeta",
  how: "Pon su dibujo frente al lector, o escribe sus 11 números.",
  digits: "Los 11 números de la tarjeta o del papel",
  look: "Buscar",
  clear: "Borrar",
  camera: "Usar la cámara",
  typo: "Esos no son números de tarjeta. Mira otra vez: 11 números, cuatro, cuatro y tres.",
  nothing: "Ninguna tarjeta activa tiene esos números. Si se perdió, quizá hay otra: pregunta en la mesa.",
  "too-many": "Demasiados números que no son tarjeta. Espera diez minutos, o pregunta en la mesa.",
  "not-here":
    "Esta pantalla solo puede mirar. Las tarjetas se toman en la pantalla de la carpa, por mensaje o con su dibujo.",
  again: "Empezar de nuevo",
  slip: "Tu papel",
  state: { open: "sigue", filled: "hay alguien", done: "cumplido", dropped: "borrado", expired: "vencido" },
  letters: "Palabras para ti",
  noLetters: "Todavía no llegaron palabras para ti.",
  lines: "Para responder, di este número en la mesa:",
  met: "Ya se cumplió",
  isMet: "¡Gracias! Está cerrado.",
  isOver: "Eso ya había terminado. Pregunta en la mesa.",
  pendingTitle: "Aún sin enviar",
  pending: "pendiente: todavía no es de nadie. Esta pantalla no tiene conexión, y pregunta apenas vuelva.",
  taken: "es para ti. Tu papel:",
  helping: "ayudas con eso. Tu papel:",
  refused: "alguien fue antes, o no está en uso. Escanéala otra vez para ver.",
  remove: "Listo",
  otherLanguage: "English",
};

export const desk: Readonly<Record<Language, DeskWords>> = { en, es };
