import type { Part } from "#sms/messages/saying.ts";
import type { GroupSayings } from "#sms/messages/sayings/groups.ts";
import { tell } from "#sms/messages/tell.ts";

const PERSON = "0 for a person at the info tent";

export const groups: Part<GroupSayings> = {
  groupsNone: (_, speech) => tell(speech, `no groups are listed yet. Text AGENDA for today, or ${PERSON}.`),
};
