import type { Language } from "#server/domain/language.ts";

/** What a printed slip says, and the page around it. Slips carry both languages. */
export const slip = {
  en: {
    title: "Slip",
    print: "Print",
    howTo: "No button? Use your browser's own print.",
    width: "Paper",
    back: "Back",
    for: "For",
    need: "Need",
    gift: "Gift",
    until: "Open till",
    done: "Done. Thank you!",
    dropped: "Taken down.",
    filled: "Promised.",
    expired: "Its time is over.",
    tentConnects: "The info tent looks who needs it and asks you here.",
    groups: "You are in",
    comeBack: "Come back to the tent with this slip: to hear who can help, to change it or to close it.",
    withDigits:
      "Keep these digits. Type them at the kiosk, text them from any phone, or come to the tent: to hear who can help and to close it.",
    printerFile: "For a receipt printer (ESC/POS)",
    ask: "Ask",
  },
  es: {
    title: "Papelito",
    print: "Imprimir",
    howTo: "¿No hay botón? Imprime desde el navegador.",
    width: "Papel",
    back: "Volver",
    for: "Para",
    need: "Necesidad",
    gift: "Regalo",
    until: "Abierto hasta",
    done: "Listo. ¡Gracias!",
    dropped: "Quitado.",
    filled: "Prometido.",
    expired: "Ya pasó su tiempo.",
    tentConnects: "La carpa mira quién lo necesita y te pregunta aquí.",
    groups: "Estás en",
    comeBack: "Vuelve a la carpa con este papelito: para saber quién ayuda, cambiarlo o cerrarlo.",
    withDigits:
      "Guarda estos números. Escríbelos en el quiosco, mándalos de cualquier teléfono o ven a la carpa: para saber quién ayuda y para cerrarlo.",
    printerFile: "Para impresora de recibos (ESC/POS)",
    ask: "Pregunta",
  },
} as const satisfies Record<Language, Record<string, string>>;
