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
const MORE = "Text AGENDA for more";

export const gatherings: Part<GatheringSayings> = {
  agenda: ({ day, items, more }, speech) =>
    tellCut(
      speech,
      `${dayWord(day, "en", speech)}: `,
      listed(items, speech),
      `. Reply its digit for details${more ? ", 9 for more" : ""}.`,
    ),
  agendaNone: ({ day, next }, speech) =>
    fitting((short) => {
      const none = `nothing on ${dayWord(day, "en", speech)}`;
      if (next) return tell(speech, `${none}. Next: ${whole(next, short, speech)}. Reply 1 for details.`);
      return tell(
        speech,
        `${none}, nor planned. Text AGENDA and your idea to offer it for the next assembly.`,
      );
    }),
  agendaUnclear: ({ words }, speech) =>
    tellCut(
      speech,
      'reply 1 to see what is on today, 2 to offer "',
      bare(words),
      '" for the next assembly. For another day text AGENDA and its name.',
    ),
  gatheringDetails: ({ title, place, startsAt, endsAt, notes, reminder }, speech) =>
    fitting((short) => {
      const till = timeOf(endsAt, "en", speech);
      const what = `${short(title)}: ${dayAndTime(startsAt, "en", speech)} to ${till}, ${short(place)}`;
      const step = {
        open: "Reply 1 for a reminder.",
        set: `You get a reminder. ${MORE}.`,
        late: `${MORE}.`,
      }[reminder];
      const more = bare(notes);
      return more === "" ? tell(speech, `${what}. ${step}`) : tellCut(speech, `${what}. `, more, `. ${step}`);
    }),
  gatheringGone: (_, speech) => tell(speech, "that is over or cancelled. Text AGENDA to see what is on."),
  reminderSet: ({ at, ...gathering }, speech) =>
    fitting((short) =>
      tell(
        speech,
        `we text you ${dayAndTime(at, "en", speech)}, before ${whole(gathering, short, speech)}, and if it moves. ${MORE}.`,
      ),
    ),
  reminderLate: (gathering, speech) =>
    fitting((short) =>
      tell(
        speech,
        `too soon for a reminder: ${whole(gathering, short, speech)}. If it moves we text you. ${MORE}.`,
      ),
    ),
  reminder: ({ group, title, place, startsAt }, speech) =>
    fitting((short) =>
      tell(
        speech,
        `${short(title)} starts ${dayAndTime(startsAt, "en", speech)}, ${short(place)}. ${group === null ? MORE : `LEAVE ${group} ends these texts`}.`,
      ),
    ),
  gatheringMoved: ({ title, place, startsAt, was }, speech) =>
    fitting((short) => {
      const [now, before] = [dayAndTime(startsAt, "en", speech), dayAndTime(was, "en", speech)];
      return tell(
        speech,
        `${short(title)} has changed: ${now}, ${short(place)} (it was ${before}). ${MORE}.`,
      );
    }),
  gatheringCancelled: ({ title, startsAt }, speech) =>
    fitting((short) =>
      tell(
        speech,
        `cancelled: ${short(title)}, ${dayAndTime(startsAt, "en", speech)}. Text AGENDA to see what is on.`,
      ),
    ),
  gatheringRestored: (gathering, speech) =>
    fitting((short) => tell(speech, `it is on after all: ${whole(gathering, short, speech)}. ${MORE}.`)),
  broadcastUntrue: ({ title }, speech) =>
    fitting((short) =>
      tell(
        speech,
        `${short(title)} is cancelled, so your broadcast about it was stopped. Who knew of it hears that it is off.`,
      ),
    ),
  itemOffered: ({ words, assembly }, speech) =>
    tellCut(
      speech,
      "thank you! ",
      bare(words),
      `: the facilitation table decides on it for the assembly${assembly ? ` ${dayAndTime(assembly, "en", speech)}` : ""} and answers you here.`,
    ),
  itemsFull: ({ most }, speech) =>
    tell(
      speech,
      `${most} ideas of yours still wait. The facilitation table answers them here, then you can offer more.`,
    ),
};

/** "1 Assembly 7pm, Big Tent; 2 Fire circle 9pm, Hill". */
function listed(items: readonly ListedGathering[], speech: Speech): string {
  return items
    .map(({ title, place, startsAt }, at) => {
      const when = startsAt <= speech.now ? "now" : timeOf(startsAt, "en", speech);
      return `${at + 1} ${cut(title, TITLE_ROOM)} ${when}, ${cut(place, PLACE_ROOM)}`;
    })
    .join("; ");
}

/** "Assembly today 7pm, Big Tent". */
function whole({ title, place, startsAt }: ListedGathering, short: Short, speech: Speech): string {
  return `${short(title)} ${dayAndTime(startsAt, "en", speech)}, ${short(place)}`;
}
