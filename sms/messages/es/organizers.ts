import type { RoleName } from "#server/domain/role.ts";
import type { Part } from "#sms/messages/saying.ts";
import type { OrganizerSayings } from "#sms/messages/sayings/organizers.ts";
import { tell } from "#sms/messages/tell.ts";

export const organizers: Part<OrganizerSayings> = {
  signInCode: ({ code }, speech) =>
    tell(
      speech,
      `tu código para entrar es ${code}. Escríbelo en la consola en 10 minutos. No lo digas a nadie. ¿No eres tú? No hagas nada.`,
    ),
  roleOffered: ({ by, role }, speech) =>
    tell(
      speech,
      `${by ?? "la organización"} te dio un papel: ${ROLE[role]}. Responde 1 para aceptarlo. ¿No eres tú? No hagas nada.`,
    ),
  roleTaken: ({ role }, speech) =>
    tell(
      speech,
      `¡gracias! Tu papel: ${ROLE[role]}. Entra en la consola con este teléfono. Manda MENU para lo demás.`,
    ),
  roleGone: (_, speech) =>
    tell(speech, "eso ya no está abierto. Pide a la organización que te lo dé otra vez."),
  newOrganizer: ({ name, by }, speech) =>
    tell(
      speech,
      `${name} ya es de la organización${by === null ? "" : `, por ${by}`}. ¿No está bien? Mira Papeles en la consola.`,
    ),
};

const ROLE: Readonly<Record<RoleName, string>> = {
  organizer: "organización",
  convenor: "enlace de grupo",
  helper: "ayudante de la carpa",
};
