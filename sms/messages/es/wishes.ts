import { dayAndTime } from "#sms/messages/days.ts";
import { counted, till } from "#sms/messages/describe.ts";
import { fitting } from "#sms/messages/fitting.ts";
import type { Part } from "#sms/messages/saying.ts";
import type { WishSayings } from "#sms/messages/sayings/wishes.ts";
import { tell, tellCut } from "#sms/messages/tell.ts";

const NOT_YOU = "¿No fuiste tú? No hagas nada.";

export const wishes: Part<WishSayings> = {
  wishPost: ({ kind }, speech) =>
    tell(
      speech,
      `en nuestra pantalla escribieron ${kind === "need" ? "una necesidad" : "un regalo"} con este número. Responde 1 para publicarlo. ${NOT_YOU}`,
    ),
  wishJoin: ({ name, place, contact, next }, speech) =>
    fitting((short) => {
      const where = next?.place || place;
      const meets = next ? ` ${dayAndTime(next.startsAt, "es", speech)}` : "";
      const at = where === "" ? "" : `, ${short(where)}`;
      const who = contact === "" ? "" : ` Pregunta por ${short(contact)}.`;
      return tell(speech, `${short(name)}${meets}${at}.${who} Responde 1 para unirte. ${NOT_YOU}`);
    }),
  wishTake: ({ kind, number, post }, speech) =>
    kind === "need"
      ? tellCut(
          speech,
          `viste no. ${number}: alguien necesita `,
          counted(post, "es"),
          `${till(" ", post, "es", speech)}. Responde 1 para ayudar. ${NOT_YOU}`,
        )
      : tellCut(
          speech,
          `viste el regalo no. ${number}: `,
          counted(post, "es"),
          `. Responde 1 y preguntamos a quien lo da. ${NOT_YOU}`,
        ),
  boardHelping: ({ number, line, post, atTent }, speech) =>
    tellCut(
      speech,
      `gracias por ayudar con no. ${number}: `,
      counted(post, "es"),
      `. ${meeting(line, atTent)} Manda QUITAR ${line} si no se puede.`,
    ),
  boardHelped: ({ number, line, post, atTent }, speech) =>
    tellCut(
      speech,
      "alguien puede dar ",
      counted(post, "es"),
      ` (no. ${number}). ${meeting(line, atTent)} Manda LISTO ${number} al recibirlo.`,
    ),
  boardOver: ({ isOwn }, speech) =>
    tell(
      speech,
      isOwn
        ? "eso lo publicaste tú. Manda MIOS para ver todo lo tuyo."
        : "gracias, pero eso ya no está abierto. El tablero del punto de información muestra lo que hay. Manda MENU para ver más.",
    ),
};

function meeting(line: number, atTent: boolean): string {
  return atTent ? `Manda ${line} y cuándo vienes a información.` : `Manda ${line} y tus palabras.`;
}
