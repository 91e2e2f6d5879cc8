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
  shareAsk: ({ handle }, speech) =>
    tellCut(
      speech,
      "at the info tent ",
      handle,
      " wants to share your phone: texts for them would come here. Reply 1 if that is all right, 2 if not.",
    ),
  shareYes: ({ handle }, speech) =>
    tellCut(
      speech,
      "thank you! Texts for ",
      handle,
      " come here from now on and open with that name. To end it text 0.",
    ),
  shareNo: ({ handle }, speech) =>
    tellCut(speech, "all right, nothing for ", handle, " comes to this phone."),
};
