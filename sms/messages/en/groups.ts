import { dayAndTime } from "#sms/messages/days.ts";
import { fitting, isWhole, type Short } from "#sms/messages/fitting.ts";
import type { Part, Speech } from "#sms/messages/saying.ts";
import type { GroupSayings, ListedGroup, Meeting } from "#sms/messages/sayings/groups.ts";
import { bare, noted, tell, tellCut } from "#sms/messages/tell.ts";
import { cut } from "#sms/segments.ts";

const PERSON = "0 for a person at the info tent";
/** Names are cut to this in a list, so that one does not hide the others. */
const NAME_ROOM = 22;

export const groups: Part<GroupSayings> = {
  groupsNone: (_, speech) => tell(speech, `no groups are listed yet. Text AGENDA for today, or ${PERSON}.`),
  groups: ({ items, more }, speech) =>
    tellCut(speech, "", listed(items, speech), `. Reply its digit for details${more ? ", 9 for more" : ""}.`),
  groupsNear: ({ items }, speech) =>
    tellCut(
      speech,
      "which one? ",
      listed(items, speech),
      ". Reply its digit for details, or text GROUP for all.",
    ),
  groupsNoFit: ({ words }, speech) =>
    tellCut(speech, "no group yet for: ", bare(words), `. Text GROUP to see all, or ${PERSON}.`),
  groupUnknown: ({ number }, speech) =>
    tell(
      speech,
      `${number === null ? "that group is not there any more" : `there is no group ${number}`}. Text GROUP to see all groups, or ${PERSON}.`,
    ),
  groupDetails: (group, speech) =>
    fitting((short) => {
      const { number, name, place, contact, next, asleep, entry } = group;
      const about = bare(group.about);
      const when = next ? `Next ${at(next, short, speech)}` : asleep ? "Quiet lately" : "No meeting planned";
      const where = next || place === "" ? [] : [`At ${short(place)}`];
      const who = contact === "" ? [] : [`Ask for ${short(contact)}`];
      const enter = {
        open: [...who, "Reply 1 to join"],
        joined: [...who, `You are in, LEAVE ${number} ends it`],
        closed: [contact === "" ? "Reply 0 to ask how to join" : `Ask for ${short(contact)} to join`],
      }[entry];
      const rest = `${[when, ...where, ...enter].join(". ")}.`;
      const before = `${short(name)} (group ${number})`;
      return about === ""
        ? tell(speech, `${before}. ${rest}`)
        : tellCut(speech, `${before}: `, about, `. ${rest}`);
    }),
  groupJoined: ({ number, name, next }, speech) =>
    fitting((short) =>
      tell(
        speech,
        `you are in ${short(name)}.${next ? ` Next ${at(next, short, speech)}.` : ""} We remind you before it meets and pass on its news. LEAVE ${number} ends it.`,
      ),
    ),
  groupClosed: ({ name, place, contact }, speech) =>
    fitting((short) =>
      tell(
        speech,
        `to join ${short(name)}, ask${contact === "" ? "" : ` for ${short(contact)}`}${place === "" ? "" : ` at ${short(place)}`}. Or reply ${PERSON}.`,
      ),
    ),
  groupLeft: ({ name }, speech) =>
    fitting((short) =>
      tell(speech, `you are out of ${short(name)} and get none of its texts. Text GROUP to see all groups.`),
    ),
  leaveWhich: ({ groups }, speech) => {
    const ask = (isNumbered: boolean) =>
      fitting((short) =>
        tell(speech, `leave which group? Reply ${toLeave(groups, short, isNumbered)}, or 0 for a person.`),
      );
    // Of many groups the digits alone fit.
    return isWhole(ask(true)) ? ask(true) : ask(false);
  },
  leaveNone: (_, speech) =>
    tell(speech, "you are in no group. Text GROUP to see all groups, MENU for the rest."),
};

/** "1 Kitchen today 5pm; 2 Medics (GROUP 12)". */
function listed(items: readonly ListedGroup[], speech: Speech): string {
  return items
    .map(({ number, name, next, asleep }, index) => {
      const notes = [
        ...(number === index + 1 ? [] : [`GROUP ${number}`]),
        ...(!next && asleep ? ["quiet"] : []),
      ];
      const when = next ? ` ${dayAndTime(next.startsAt, "en", speech)}` : "";
      return `${index + 1} ${cut(name, NAME_ROOM)}${noted(notes)}${when}`;
    })
    .join("; ");
}

/** "1 Kitchen, 2 Songs (LEAVE 3)". */
function toLeave(groups: GroupSayings["leaveWhich"]["groups"], short: Short, isNumbered: boolean): string {
  return groups
    .map(({ number, name }, index) => {
      const notes = isNumbered && number !== index + 1 ? [`LEAVE ${number}`] : [];
      return `${index + 1} ${short(name)}${noted(notes)}`;
    })
    .join(", ");
}

function at({ startsAt, place }: Meeting, short: Short, speech: Speech): string {
  return `${dayAndTime(startsAt, "en", speech)}${place === "" ? "" : `, ${short(place)}`}`;
}
