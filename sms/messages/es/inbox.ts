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
  sharesYourPhone: ({ handle }, speech) =>
    tellCut(
      speech,
      "en la carpa, ",
      handle,
      " dice que comparten este teléfono. Sus mensajes llegan aquí y lo dicen. ¿No está bien? Manda 0.",
    ),
};
