import type { Part } from "#sms/messages/saying.ts";
import type { CrowdSayings } from "#sms/messages/sayings/crowd.ts";
import { tell } from "#sms/messages/tell.ts";

const PERSON = "0 for a person at the info tent";

export const crowd: Part<CrowdSayings> = {
  groupsNone: (_, speech) => tell(speech, `no groups are listed yet. Text AGENDA for today, or ${PERSON}.`),
  agendaNone: (_, speech) => tell(speech, "nothing on today. Text AGENDA TMRW for tomorrow."),
  castRefused: (_, speech) => tell(speech, `only organizers can text everybody. Reply ${PERSON}.`),
};
