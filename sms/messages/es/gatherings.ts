import type { Part } from "#sms/messages/saying.ts";
import type { GatheringSayings } from "#sms/messages/sayings/gatherings.ts";
import { tell } from "#sms/messages/tell.ts";

export const gatherings: Part<GatheringSayings> = {
  agendaNone: (_, speech) => tell(speech, "hoy no hay nada. Manda AGENDA MAÑANA para ver mañana."),
};
