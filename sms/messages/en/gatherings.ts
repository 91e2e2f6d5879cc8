import type { Part } from "#sms/messages/saying.ts";
import type { GatheringSayings } from "#sms/messages/sayings/gatherings.ts";
import { tell } from "#sms/messages/tell.ts";

export const gatherings: Part<GatheringSayings> = {
  agendaNone: (_, speech) => tell(speech, "nothing on today. Text AGENDA TMRW for tomorrow."),
};
