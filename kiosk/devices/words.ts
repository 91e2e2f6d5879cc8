import type { Language } from "#server/domain/language.ts";

const en = {
  readOnlyTitle: "Only to look at",
  readOnly: "This screen may only be read. Take part at the table, at another screen, or by text.",
  person: "Ask a person",
  look: "Look around",
  ask: "Let this screen act",
  pairTitle: "Let this screen act",
  pairLead:
    "An organizer lets it, at the console, under “Screens”. Do this on a screen that stays in the camp.",
  askIt: "Ask to act",
  codeTitle: "Type this at the console",
  codeSays:
    "An organizer types it under “Screens”, within a quarter of an hour. This screen notices by itself.",
  tooMany: "Too many screens ask at the moment. Wait a quarter of an hour, then ask again.",
  pairedTitle: "This screen may act",
  pairedSays: "It takes cards and posts. Its size and its printer are set in the staff corner.",
  begin: "Begin",
  refused: "This machine's token is not known here any more. Pair it again.",
  outTitle: "This screen is out of order",
  outSays: "Please ask at the table:",
};

export type DeviceWords = typeof en;

const es: DeviceWords = {
  readOnlyTitle: "Solo para mirar",
  readOnly: "Esta pantalla solo se puede mirar. Participa en la mesa, en otra pantalla o por mensaje.",
  person: "Preguntar a alguien",
  look: "Mirar",
  ask: "Dejar actuar a esta pantalla",
  pairTitle: "Dejar actuar a esta pantalla",
  pairLead:
    "La organización la deja, en su consola, en «Pantallas». Hazlo en una pantalla que se queda en el campamento.",
  askIt: "Pedir permiso",
  codeTitle: "Escribe esto en la consola",
  codeSays:
    "La organización lo escribe en «Pantallas», antes de un cuarto de hora. Esta pantalla lo nota sola.",
  tooMany: "Ahora piden demasiadas pantallas. Espera un cuarto de hora y pide otra vez.",
  pairedTitle: "Esta pantalla puede actuar",
  pairedSays: "Acepta tarjetas y avisos. Su tamaño y su impresora se ponen en la esquina del equipo.",
  begin: "Empezar",
  refused: "Aquí ya no se conoce esta máquina. Hay que pedir permiso otra vez.",
  outTitle: "Esta pantalla no funciona ahora",
  outSays: "Pregunta en la mesa:",
};

export const devices: Readonly<Record<Language, DeviceWords>> = { en, es };
