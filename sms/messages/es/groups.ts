import type { Part } from "#sms/messages/saying.ts";
import type { GroupSayings } from "#sms/messages/sayings/groups.ts";
import { tell } from "#sms/messages/tell.ts";

const PERSON = "0 para hablar con una persona";

export const groups: Part<GroupSayings> = {
  groupsNone: (_, speech) =>
    tell(speech, `aún no hay grupos en la lista. Manda AGENDA para ver hoy, o ${PERSON}.`),
};
