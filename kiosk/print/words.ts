import type { Language } from "#server/domain/language.ts";

const en = {
  print: "Print a slip",
  title: "Your slip",
  sent: "Your slip comes out of the printer here. If none comes, ask the person at this table.",
  printed: "Your slip is printed. Take it along.",
  "no-paper": "The printer has no paper. Tell the person at this table; then print again.",
  "cover-open": "The printer's cover is open. Close it, or ask the person at this table; then print again.",
  fault: "The printer says that something is wrong with it. Ask the person at this table.",
  "no-answer": "The printer does not answer. Ask the person at this table, or copy it from this screen.",
  "half-done":
    "The printer stopped answering. Look whether your slip came out; if not, ask the person at this table.",
  "too-many": "Many slips were printed just now. Wait some minutes, or ask the person at this table.",
  "no-printer": "This screen has no printer. Copy it by hand, or ask the person at this table.",
};

export type PrintWords = typeof en;

const es: PrintWords = {
  print: "Imprimir un papel",
  title: "Tu papel",
  sent: "Tu papel sale por la impresora de aquí. Si no sale, pregunta a la persona de esta mesa.",
  printed: "Tu papel está impreso. Llévatelo.",
  "no-paper": "La impresora no tiene papel. Avisa a la persona de esta mesa y luego imprime otra vez.",
  "cover-open":
    "La tapa de la impresora está abierta. Ciérrala, o pide ayuda en esta mesa, e imprime otra vez.",
  fault: "La impresora dice que algo le pasa. Pregunta a la persona de esta mesa.",
  "no-answer": "La impresora no responde. Pregunta a la persona de esta mesa, o copia lo de esta pantalla.",
  "half-done":
    "La impresora dejó de responder. Mira si salió tu papel; si no, pregunta a la persona de esta mesa.",
  "too-many": "Acaban de salir muchos papeles. Espera unos minutos, o pregunta a la persona de esta mesa.",
  "no-printer": "Esta pantalla no tiene impresora. Cópialo a mano, o pregunta a la persona de esta mesa.",
};

export const print: Readonly<Record<Language, PrintWords>> = { en, es };
