import { dayAndTime, dayWord } from "#sms/messages/days.ts";
import { timeOf } from "#sms/messages/describe.ts";
import { fitting, type Short } from "#sms/messages/fitting.ts";
import type { Part, Speech } from "#sms/messages/saying.ts";
import type { GatheringSayings, ListedGathering } from "#sms/messages/sayings/gatherings.ts";
import { bare, tell, tellCut } from "#sms/messages/tell.ts";
import { cut } from "#sms/segments.ts";

/** Titles and places are cut to this in a list, so that one does not hide the others. */
const TITLE_ROOM = 22;
const PLACE_ROOM = 16;
const MORE = "Manda AGENDA para ver más";

export const gatherings: Part<GatheringSayings> = {
  agenda: ({ day, items, more }, speech) =>
    tellCut(
      speech,
      `${dayWord(day, "es", speech)}: `,
      listed(items, speech),
      `. Responde su número para saber más${more ? ", 9 para seguir" : ""}.`,
    ),
  agendaNone: ({ day, next }, speech) =>
    fitting((short) => {
      const none = `no hay nada ${dayWord(day, "es", speech)}`;
      if (next)
        return tell(speech, `${none}. Después: ${whole(next, short, speech)}. Responde 1 para saber más.`);
      return tell(
        speech,
        `${none} ni después. Manda AGENDA y tu idea para proponerla a la próxima asamblea.`,
      );
    }),
  agendaUnclear: ({ words }, speech) =>
    tellCut(
      speech,
      'responde 1 para ver lo de hoy, 2 para proponer "',
      bare(words),
      '" a la próxima asamblea. Para otro día manda AGENDA y el día.',
    ),
  gatheringDetails: ({ title, place, startsAt, endsAt, notes, reminder }, speech) =>
    fitting((short) => {
      const till = timeOf(endsAt, "es", speech);
      const what = `${short(title)}: ${dayAndTime(startsAt, "es", speech)} a ${till}, ${short(place)}`;
      const step = {
        open: "Responde 1 y te avisamos antes.",
        set: `Te avisamos antes. ${MORE}.`,
        late: `${MORE}.`,
      }[reminder];
      const more = bare(notes);
      return more === "" ? tell(speech, `${what}. ${step}`) : tellCut(speech, `${what}. `, more, `. ${step}`);
    }),
  gatheringGone: (_, speech) => tell(speech, "eso ya pasó o se canceló. Manda AGENDA para ver qué hay."),
  reminderSet: ({ at, ...gathering }, speech) =>
    fitting((short) =>
      tell(
        speech,
        `te avisamos ${dayAndTime(at, "es", speech)}, antes de ${whole(gathering, short, speech)}, y si cambia. ${MORE}.`,
      ),
    ),
  reminderLate: (gathering, speech) =>
    fitting((short) =>
      tell(speech, `ya casi empieza: ${whole(gathering, short, speech)}. Si cambia te avisamos. ${MORE}.`),
    ),
  reminder: ({ group, title, place, startsAt }, speech) =>
    fitting((short) =>
      tell(
        speech,
        `${short(title)} empieza ${dayAndTime(startsAt, "es", speech)}, ${short(place)}. ${group === null ? MORE : `Con SALIR ${group} no te llegan más`}.`,
      ),
    ),
  gatheringMoved: ({ title, place, startsAt, was }, speech) =>
    fitting((short) => {
      const [now, before] = [dayAndTime(startsAt, "es", speech), dayAndTime(was, "es", speech)];
      return tell(speech, `cambia ${short(title)}: ${now}, ${short(place)} (era ${before}). ${MORE}.`);
    }),
  gatheringCancelled: ({ title, startsAt }, speech) =>
    fitting((short) =>
      tell(
        speech,
        `cancelado: ${short(title)}, ${dayAndTime(startsAt, "es", speech)}. Manda AGENDA para ver qué hay.`,
      ),
    ),
  gatheringRestored: (gathering, speech) =>
    fitting((short) => tell(speech, `al final sí se hace: ${whole(gathering, short, speech)}. ${MORE}.`)),
  broadcastUntrue: ({ title }, speech) =>
    fitting((short) =>
      tell(
        speech,
        `${short(title)} se cancela y tu aviso sobre eso se ha parado. Quien ya lo sabía recibe la noticia.`,
      ),
    ),
  itemOffered: ({ words, assembly }, speech) =>
    tellCut(
      speech,
      "¡gracias! ",
      bare(words),
      `: la mesa de facilitación decide si va a la ${assembly ? `asamblea (${dayAndTime(assembly, "es", speech)})` : "próxima asamblea"} y te responde aquí.`,
    ),
  itemsFull: ({ most }, speech) =>
    tell(
      speech,
      `ya hay ${most} ideas tuyas en espera. La mesa de facilitación te responde aquí; después puedes proponer más.`,
    ),
};

/** "1 Asamblea 7pm, Carpa grande; 2 Fogata 9pm, Loma". */
function listed(items: readonly ListedGathering[], speech: Speech): string {
  return items
    .map(({ title, place, startsAt }, at) => {
      const when = startsAt <= speech.now ? "ahora" : timeOf(startsAt, "es", speech);
      return `${at + 1} ${cut(title, TITLE_ROOM)} ${when}, ${cut(place, PLACE_ROOM)}`;
    })
    .join("; ");
}

/** "Asamblea hoy 7pm, Carpa grande". */
function whole({ title, place, startsAt }: ListedGathering, short: Short, speech: Speech): string {
  return `${short(title)} ${dayAndTime(startsAt, "es", speech)}, ${short(place)}`;
}
