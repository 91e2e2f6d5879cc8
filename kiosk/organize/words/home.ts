import type { Language } from "#server/domain/language.ts";

export const home = {
  en: {
    title: "Overview",
    halted:
      "The carrier refuses our sender. No text leaves until this is mended and the server restarted. Code:",
    inbox: "Waiting for a person",
    urgent: "urgent",
    needs: "Open needs",
    gifts: "Open gifts",
    sending: "Broadcasts under way",
    next: "Next gatherings",
    nothing: "Nothing planned.",
    unsent: "Texts not sent yet",
  },
  es: {
    title: "Resumen",
    halted:
      "La operadora rechaza nuestro número. No sale ningún mensaje hasta arreglarlo y reiniciar. Código:",
    inbox: "Esperan a una persona",
    urgent: "urgentes",
    needs: "Necesidades abiertas",
    gifts: "Regalos abiertos",
    sending: "Difusiones en curso",
    next: "Próximos encuentros",
    nothing: "Nada planeado.",
    unsent: "Mensajes sin enviar",
  },
} as const satisfies Record<Language, Record<string, string>>;
