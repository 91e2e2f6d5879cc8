import type { Part } from "#sms/messages/saying.ts";
import type { OrganizerSayings } from "#sms/messages/sayings/organizers.ts";
import { tell } from "#sms/messages/tell.ts";

export const organizers: Part<OrganizerSayings> = {
  signInCode: ({ code }, speech) =>
    tell(
      speech,
      `tu código para entrar es ${code}. Escríbelo en la consola en 10 minutos. No lo digas a nadie. ¿No eres tú? No hagas nada.`,
    ),
};
