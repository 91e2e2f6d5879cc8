import { counted, dayOf, giftTail, isSeveral, thing, till, timeOf } from "#sms/messages/describe.ts";
import { mineList } from "#sms/messages/mine.ts";
import type { Part } from "#sms/messages/saying.ts";
import type { PostSayings } from "#sms/messages/sayings/posts.ts";
import { tell, tellCut } from "#sms/messages/tell.ts";

const PERSON = "0 for a person at the info tent";

export const posts: Part<PostSayings> = {
  needPosted: ({ number, post, asksFrom }, speech) => {
    const when =
      asksFrom === null
        ? "We text you when someone can help."
        : `We ask around from ${timeOf(asksFrom, "en", speech)}.`;
    const after = `${till(", ", post, "en", speech)}. ${when} Text DROP ${number} to take it down.`;
    return tellCut(speech, `got it, no. ${number}: `, counted(post, "en"), after);
  },
  needTooLate: ({ number, post, asksFrom }, speech) => {
    const when = `We ask nobody before ${timeOf(asksFrom, "en", speech)}: try the info tent. DROP ${number} ends it.`;
    return tellCut(
      speech,
      `got it, no. ${number}: `,
      counted(post, "en"),
      `${till(", ", post, "en", speech)}. ${when}`,
    );
  },
  giftPosted: ({ number, post }, speech) => {
    const needed = `We ask you when someone needs ${isSeveral(post, "en") ? "them" : "it"}.`;
    const after = `${giftTail(post, "en", speech)}. ${needed} Text DROP ${number} to take it down.`;
    return tellCut(speech, `thank you! No. ${number}: `, thing(post, "en"), after);
  },
  whatThing: ({ kind }, speech) =>
    tell(
      speech,
      kind === "need"
        ? "what do you need? Text just that, like: 2 tarps till Fri."
        : "what can you give? Text just that, like: tarps, have 3.",
    ),
  postsFull: ({ most }, speech) =>
    tell(
      speech,
      `you have ${most} posts up, the most there can be. Text MINE to see them, DROP and a number to take one down.`,
    ),
  notAThing: ({ kind }, speech) =>
    tell(
      speech,
      kind === "need"
        ? "sorry, what do you need? Text NEED and the thing in words, like: NEED 2 tarps."
        : "sorry, what can you give? Text GIFT and the thing in words, like: GIFT tarps, have 3.",
    ),
  mine: ({ items, more }, speech) => mineList(items, more, "en", speech),
  mineNone: (_, speech) =>
    tell(speech, "you have nothing listed. Text NEED and what you need, or GIFT and what you can give."),
  dropped: ({ number }, speech) =>
    tell(speech, `no. ${number} is taken down. Text MINE to see what you still have listed.`),
  done: ({ number }, speech) =>
    tell(speech, `good to hear! No. ${number} is done. Text MINE to see what you still have listed.`),
  doneByOther: ({ number }, speech) =>
    tell(speech, `no. ${number} is done, says the other side. Thank you! Text MENU for more.`),
  droppedByOther: ({ number }, speech) =>
    tell(
      speech,
      `no. ${number} was taken down by the other side. Nothing more for you to do. Text MINE to see your posts.`,
    ),
  still: ({ number, expiresAt }, speech) =>
    tell(
      speech,
      `no. ${number} stays up till ${dayOf(expiresAt, "en", speech, false)}. To change it text STILL ${number} and new words. DROP ${number} takes it down.`,
    ),
  changed: ({ number, post }, speech) =>
    tellCut(
      speech,
      `no. ${number} is now: `,
      counted(post, "en"),
      `${till(", ", post, "en", speech)}. We look again who fits. Text DROP ${number} to take it down.`,
    ),
  stillNeeded: ({ number, kind, post }, speech) =>
    kind === "need"
      ? tellCut(
          speech,
          `still needed, no. ${number}: `,
          counted(post, "en"),
          `? Text STILL ${number} to keep it, DONE ${number} if you have it, or DROP ${number}.`,
        )
      : tellCut(
          speech,
          `still to give, no. ${number}: `,
          thing(post, "en"),
          `? Text STILL ${number} to keep it listed, or DROP ${number} to take it down.`,
        ),
  needEnded: ({ number, post }, speech) =>
    tellCut(
      speech,
      `sorry, nobody could help in time with no. ${number}: `,
      counted(post, "en"),
      `. Text NEED to try again, or ${PERSON}.`,
    ),
};
