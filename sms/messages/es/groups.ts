import { dayAndTime } from "#sms/messages/days.ts";
import { fitting, isWhole, type Short } from "#sms/messages/fitting.ts";
import type { Part, Speech } from "#sms/messages/saying.ts";
import type { GroupSayings, ListedGroup, Meeting } from "#sms/messages/sayings/groups.ts";
import { bare, noted, tell, tellCut } from "#sms/messages/tell.ts";
import { cut } from "#sms/segments.ts";

const PERSON = "0 para hablar con una persona";
/** Names are cut to this in a list, so that one does not hide the others. */
const NAME_ROOM = 22;

export const groups: Part<GroupSayings> = {
  groupsNone: (_, speech) =>
    tell(speech, `aún no hay grupos en la lista. Manda AGENDA para ver hoy, o ${PERSON}.`),
  groups: ({ items, more }, speech) =>
    tellCut(
      speech,
      "",
      listed(items, speech),
      `. Responde su número para saber más${more ? ", 9 para seguir" : ""}.`,
    ),
  groupsNear: ({ items }, speech) =>
    tellCut(
      speech,
      "¿cuál? ",
      listed(items, speech),
      ". Responde su número para saber más, o manda GRUPO para verlos todos.",
    ),
  groupsNoFit: ({ words }, speech) =>
    tellCut(speech, "aún no hay grupo para: ", bare(words), `. Manda GRUPO para verlos todos, o ${PERSON}.`),
  groupUnknown: ({ number }, speech) =>
    tell(
      speech,
      `${number === null ? "ese grupo ya no está" : `no hay grupo ${number}`}. Manda GRUPO para verlos todos, o ${PERSON}.`,
    ),
  groupDetails: (group, speech) =>
    fitting((short) => {
      const { number, name, place, contact, next, asleep, entry } = group;
      const about = bare(group.about);
      const when = next
        ? `Próxima: ${at(next, short, speech)}`
        : asleep
          ? "Sin actividad"
          : "Sin reunión prevista";
      const where = next || place === "" ? [] : [`En ${short(place)}`];
      const who = contact === "" ? [] : [`Pregunta por ${short(contact)}`];
      const enter = {
        open: [...who, "Responde 1 para unirte"],
        joined: [...who, `Estás dentro; sales con SALIR ${number}`],
        closed: [
          contact === "" ? "Responde 0 y pregunta cómo unirte" : `Pregunta por ${short(contact)} para unirte`,
        ],
      }[entry];
      const rest = `${[when, ...where, ...enter].join(". ")}.`;
      const before = `${short(name)} (grupo ${number})`;
      return about === ""
        ? tell(speech, `${before}. ${rest}`)
        : tellCut(speech, `${before}: `, about, `. ${rest}`);
    }),
  groupJoined: ({ number, name, next }, speech) =>
    fitting((short) =>
      tell(
        speech,
        `ya estás en ${short(name)}.${next ? ` Próxima: ${at(next, short, speech)}.` : ""} Te avisamos de sus reuniones y noticias. Sales con SALIR ${number}.`,
      ),
    ),
  groupClosed: ({ name, place, contact }, speech) =>
    fitting((short) =>
      tell(
        speech,
        `para unirte a ${short(name)}, pregunta${contact === "" ? "" : ` por ${short(contact)}`}${place === "" ? "" : ` en ${short(place)}`}. O responde ${PERSON}.`,
      ),
    ),
  groupLeft: ({ name }, speech) =>
    fitting((short) =>
      tell(
        speech,
        `saliste de ${short(name)} y no te llega nada de ahí. Manda GRUPO para ver todos los grupos.`,
      ),
    ),
  leaveWhich: ({ groups }, speech) => {
    const ask = (isNumbered: boolean) =>
      fitting((short) =>
        tell(
          speech,
          `¿de qué grupo sales? Responde ${toLeave(groups, short, isNumbered)}, 0 para una persona.`,
        ),
      );
    // Of many groups the digits alone fit.
    return isWhole(ask(true)) ? ask(true) : ask(false);
  },
  leaveNone: (_, speech) =>
    tell(speech, "no estás en ningún grupo. Manda GRUPO para verlos todos, MENU para lo demás."),
};

/** "1 Cocina hoy 5pm; 2 Salud (GRUPO 12)". */
function listed(items: readonly ListedGroup[], speech: Speech): string {
  return items
    .map(({ number, name, next, asleep }, index) => {
      const notes = [
        ...(number === index + 1 ? [] : [`GRUPO ${number}`]),
        ...(!next && asleep ? ["sin actividad"] : []),
      ];
      const when = next ? ` ${dayAndTime(next.startsAt, "es", speech)}` : "";
      return `${index + 1} ${cut(name, NAME_ROOM)}${noted(notes)}${when}`;
    })
    .join("; ");
}

/** "1 Cocina, 2 Canto (SALIR 3)". */
function toLeave(groups: GroupSayings["leaveWhich"]["groups"], short: Short, isNumbered: boolean): string {
  return groups
    .map(({ number, name }, index) => {
      const notes = isNumbered && number !== index + 1 ? [`SALIR ${number}`] : [];
      return `${index + 1} ${short(name)}${noted(notes)}`;
    })
    .join(", ");
}

function at({ startsAt, place }: Meeting, short: Short, speech: Speech): string {
  return `${dayAndTime(startsAt, "es", speech)}${place === "" ? "" : `, ${short(place)}`}`;
}
