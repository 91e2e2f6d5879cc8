import type { RoleName } from "#server/domain/role.ts";
import type { Part } from "#sms/messages/saying.ts";
import type { OrganizerSayings } from "#sms/messages/sayings/organizers.ts";
import { tell } from "#sms/messages/tell.ts";

export const organizers: Part<OrganizerSayings> = {
  signInCode: ({ code }, speech) =>
    tell(
      speech,
      `your sign-in code is ${code}. Type it at the console within 10 minutes. Never tell it to anybody. Not you? Do nothing.`,
    ),
  roleOffered: ({ by, role }, speech) =>
    tell(
      speech,
      `${by ?? "an organizer"} made you ${ROLE[role]} of this camp. Reply 1 to take it on. Not you? Do nothing.`,
    ),
  roleTaken: ({ role }, speech) =>
    tell(
      speech,
      `thank you! You are ${ROLE[role]}. Sign in at the console with this phone. Text MENU for all else.`,
    ),
  roleGone: (_, speech) =>
    tell(speech, "that is not open any more. Ask an organizer to give it to you again."),
  newOrganizer: ({ name, by }, speech) =>
    tell(
      speech,
      `${name} is an organizer now${by === null ? "" : `, made by ${by}`}. Not right? See Roles at the console.`,
    ),
};

const ROLE: Readonly<Record<RoleName, string>> = {
  organizer: "an organizer",
  convenor: "a group's convenor",
  helper: "an info-tent helper",
};
