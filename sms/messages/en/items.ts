import { dayOf } from "#sms/messages/describe.ts";
import type { Part, Speech } from "#sms/messages/saying.ts";
import type { ItemSayings } from "#sms/messages/sayings/items.ts";
import { tellCut } from "#sms/messages/tell.ts";

const FORMATS = new Map([
  ["assembly", "assembly"],
  ["circle", "circle"],
  ["cafe", "café"],
  ["open-space", "open space"],
  ["training", "training"],
  ["meal", "meal"],
]);

export const items: Part<ItemSayings> = {
  itemAccepted: ({ words, ...gathering }, speech) =>
    tellCut(
      speech,
      'yes, "',
      words,
      `" is on the agenda of the ${when(gathering, speech)}. Text AGENDA that day for the place.`,
    ),
  itemMerged: ({ into, ...gathering }, speech) =>
    tellCut(
      speech,
      'your agenda item goes together with "',
      into,
      `" at the ${when(gathering, speech)}. Text AGENDA that day for the place.`,
    ),
  itemSent: ({ words, group, number }, speech) =>
    tellCut(
      speech,
      'your item "',
      words,
      `" went to the group ${group}. Text GROUP ${number} to work on it.`,
    ),
  itemDeclined: ({ words }, speech) =>
    tellCut(
      speech,
      'the table did not take "',
      words,
      '" on the agenda. Text AGENDA and other words, or 0 to talk to a person.',
    ),
  itemBack: ({ words, ...gathering }, speech) =>
    tellCut(
      speech,
      'your item "',
      words,
      `" is off the agenda of the ${when(gathering, speech)}. The table decides on it anew and answers you here.`,
    ),
  itemMoved: ({ words, ...gathering }, speech) =>
    tellCut(
      speech,
      'your item "',
      words,
      `" is now on the agenda of the ${when(gathering, speech)}. Text AGENDA that day for the place.`,
    ),
  itemWaits: ({ words, ...gathering }, speech) =>
    tellCut(
      speech,
      'your item "',
      words,
      `" was for the ${when(gathering, speech)}, which is off. It waits for the next assembly; the table answers you here.`,
    ),
  itemForGroup: ({ words, group }, speech) =>
    tellCut(
      speech,
      `the facilitation table sends your group ${group} an item: "`,
      words,
      "\". It stands on the group's page at the console.",
    ),
};

/** "assembly Fri 7pm". */
function when({ format, startsAt }: { format: string; startsAt: Date }, speech: Speech): string {
  return `${FORMATS.get(format) ?? "meeting"} ${dayOf(startsAt, "en", speech, true)}`;
}
