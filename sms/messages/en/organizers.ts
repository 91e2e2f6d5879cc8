import type { Part } from "#sms/messages/saying.ts";
import type { OrganizerSayings } from "#sms/messages/sayings/organizers.ts";
import { tell } from "#sms/messages/tell.ts";

export const organizers: Part<OrganizerSayings> = {
  signInCode: ({ code }, speech) =>
    tell(
      speech,
      `your sign-in code is ${code}. Type it at the console within 10 minutes. Never tell it to anybody. Not you? Do nothing.`,
    ),
};
