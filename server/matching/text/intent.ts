import type { PostKind } from "#server/domain/post.ts";
import { fold } from "./fold.ts";

/** Said of something that one has: "anyone want a tent?" */
const OFFERS = new RegExp(
  [
    /^(?:hi |hey |does |do |if )?(?:any ?(?:one|body)|any1|who|some(?:one|body)) (?:here |else )?(?:wants?|needs?|could use|interested|looking for|please take)\b/,
    /\b(?:giving away|to give away|give ?away|up for grabs|free to (?:a )?good home|free to whoever|come (?:and )?get (?:it|them|em)|yours if)\b/,
    /^(?:i|we) (?:can|could) (?:give|lend|offer|share|donate|spare)\b/,
    /^(?:i|we) (?:have|got) .{1,60}\b(?:to (?:give|spare|share|lend|donate)|for whoever|if (?:any ?one|you|u|some ?one) (?:wants?|needs?))\b/,
    /^(?:alguien|quien) (?:quiere|necesita|ocupa|gusta)\b/,
    /\b(?:para regalar|se regalan?|lo regalo|los regalo|las? regalo|pa regalar|me sobran?|nos sobran?)\b/,
    /^(?:puedo|podemos) (?:dar|prestar|regalar|ofrecer|compartir)\b/,
  ]
    .map((each) => each.source)
    .join("|"),
);

/** Said of something that one lacks: "does anyone have a tent?" */
const WISHES = new RegExp(
  [
    /^(?:hi |hey )?(?:does |do )?(?:any ?(?:one|body)|any1|who|some(?:one|body)) (?:here |else )?(?:has|have|got|can (?:give|lend|spare)|know where)\b/,
    /^(?:i|we)(?: really| urgently| still)? (?:need|want|lack)\b(?! (?:to )?(?:get rid|give|donate|rehome|share|offer|find (?:a )?homes?))/,
    /^(?:i am |im |we are |were )?(?:looking for|in need of|searching for)\b(?! (?:a )?(?:good )?homes?| someone (?:who|to) (?:wants?|take))/,
    /^(?:alguien|quien) (?:tiene|tendra|me (?:presta|regala|da)|presta)\b/,
    /^(?:necesito|necesitamos|busco|buscamos|ocupo|ocupamos|me hace falta|nos hace falta|me urge)\b(?! (?:quien|a alguien que) (?:quiera|se lleve|adopte)| deshacer)/,
  ]
    .map((each) => each.source)
    .join("|"),
);

/** Whether the words behind NEED offer something, or those behind GIFT ask for it: then we ask back. */
export function saysTheOther(kind: PostKind, words: string): boolean {
  const folded = fold(words)
    .replace(/[^a-z0-9 ]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return (kind === "need" ? OFFERS : WISHES).test(folded.slice(0, 200));
}
