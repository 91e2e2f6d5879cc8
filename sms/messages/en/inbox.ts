import { counted } from "#sms/messages/describe.ts";
import type { Part } from "#sms/messages/saying.ts";
import type { InboxSayings } from "#sms/messages/sayings/inbox.ts";
import { tellCut } from "#sms/messages/tell.ts";

export const inbox: Part<InboxSayings> = {
  fromOrganizers: ({ words }, speech) => tellCut(speech, "", words, " Text 0 to answer us."),
  introducedByOrganizer: ({ need, gift, line, post }, speech) =>
    tellCut(
      speech,
      "we connect your gift ",
      `${gift} with someone who needs ${counted(post, "en")}`,
      ` (no. ${need}). Text ${line} and your words to reach them. Numbers stay hidden.`,
    ),
  sharesYourPhone: ({ handle }, speech) =>
    tellCut(
      speech,
      "at the info tent ",
      handle,
      " says that you share this phone. Texts for them come here and say so. Not all right? Text 0.",
    ),
};
