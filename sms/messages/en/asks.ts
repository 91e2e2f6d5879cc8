import { counted, countNoun, thing, till } from "#sms/messages/describe.ts";
import type { Part } from "#sms/messages/saying.ts";
import type { AskSayings } from "#sms/messages/sayings/asks.ts";
import { tell, tellCut } from "#sms/messages/tell.ts";

export const asks: Part<AskSayings> = {
  ask: ({ need, gift, post }, speech) =>
    tellCut(
      speech,
      "someone needs ",
      counted(post, "en"),
      `${till(" ", post, "en", speech)} (no. ${need}). Your gift ${gift} could help. Reply 1 to help, 2 not this time.`,
    ),
  introducedGiver: ({ need, gift, line, post, left }, speech) => {
    const start = `great! You and the person with need ${need} can write: text ${line} and your words. Numbers stay hidden.`;
    if (left === null) return tell(speech, `${start} Your gift ${gift} stays listed.`);
    if (left === 0 || post.quantity === null)
      return tell(speech, `${start} ${promised(gift, post.quantity)}`);
    const of = `of your ${post.quantity} ${left === 1 ? "stays" : "stay"} listed.`;
    return tellCut(speech, `${start} `, countNoun(left, thing(post, "en"), "en"), ` ${of}`);
  },
  introducedNeeder: ({ need, line, post }, speech) =>
    tellCut(
      speech,
      "someone can give ",
      counted(post, "en"),
      ` (no. ${need}). Text ${line} and your words to reach them. Numbers stay hidden. Text DONE ${need} once you have it.`,
    ),
  askDeclined: ({ gift }, speech) =>
    tell(
      speech,
      `all right, not this time. Your gift ${gift} stays listed. Text DROP ${gift} to take it down.`,
    ),
  askOver: ({ need }, speech) =>
    tell(
      speech,
      `thank you! No. ${need} needs no more help. Your gift stays listed, we ask you again for others.`,
    ),
  askWithdrawn: ({ need }, speech) =>
    tell(speech, `no. ${need} needs no more help, so no need to answer. Your gift stays listed. Thank you!`),
  askChanged: ({ need }, speech) =>
    tell(
      speech,
      `what was asked for or given has changed, so no need to answer about no. ${need}. Your gift stays listed. Thank you!`,
    ),
  passedOn: ({ masked }, speech) =>
    tell(speech, masked ? "passed on, but without the phone number or link in it." : "passed on."),
  relay: ({ line, words }) => `${line}: ${words}`,
  lineDropped: ({ line }, speech) =>
    tell(speech, `line ${line} is closed: no more words on it, either way. Text MINE to see your posts.`),
  lineEnded: ({ line }, speech) =>
    tell(speech, `the other side closed line ${line}. Text MINE to see your posts.`),
};

function promised(gift: number, quantity: AskSayings["introducedGiver"]["post"]["quantity"]): string {
  return quantity === null || quantity === 1
    ? `Your gift ${gift} is promised.`
    : `All your ${quantity} are promised.`;
}
