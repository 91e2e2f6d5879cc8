import { counted } from "#sms/messages/describe.ts";
import type { Part } from "#sms/messages/saying.ts";
import type { InboxSayings } from "#sms/messages/sayings/inbox.ts";
import { tellCut } from "#sms/messages/tell.ts";

export const inbox: Part<InboxSayings> = {
  fromOrganizers: ({ words }, speech) => tellCut(speech, "", words, " Manda 0 para respondernos."),
  introducedByOrganizer: ({ need, gift, line, post }, speech) =>
    tellCut(
      speech,
      "unimos tu regalo ",
      `${gift} con alguien que necesita ${counted(post, "es")}`,
      ` (no. ${need}). Manda ${line} y tus palabras para escribirle. Nadie ve tu número.`,
    ),
  shareAsk: ({ handle }, speech) =>
    tellCut(
      speech,
      "en la carpa ",
      handle,
      " quiere compartir tu teléfono: aquí llegarían sus mensajes. Responde 1 si te parece bien, 2 si no.",
    ),
  shareYes: ({ handle }, speech) =>
    tellCut(
      speech,
      "¡gracias! Desde ahora llegan aquí los mensajes para ",
      handle,
      " y empiezan con su nombre. Para terminar manda 0.",
    ),
  shareNo: ({ handle }, speech) => tellCut(speech, "está bien, lo de ", handle, " no llega a este teléfono."),
};
