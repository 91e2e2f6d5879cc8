import type { PostKind } from "#server/domain/post.ts";
import { fold } from "./fold.ts";

/** Said of something that one has: "anyone want a tent?" */
const OFFERS = new RegExp(
  [
    /^(?:hi |hey |does |do |if )?(?:any ?(?:one|body)|any1|who|some(?:one|body)) (?:here |else )?(?:wants?|needs?|could use|interested|looking for|please take)\b/,
    /^(?:(?:i|we) (?:have|got|ve got) |ive got |got |have )?(?:(?:a|an|some|any|a few|a couple of|\d+) )?(?:spare|extra)s? \w.{0,60}\bif\b/,
    /^(?:(?:i|we) (?:have|got|ve got)|ive got|got|have) (?:(?:a|an|some|a few|a couple of|\d+) )?(?:spare|extra)\b/,
    /^(?:can (?:give|lend|spare|offer|donate)|offering|giving|donating|lending)\b/,
    /\bif (?:any ?one|any ?body|some ?one|some ?body) (?:here )?(?:wants?|needs?|could use|would like)\b/,
    /\b(?:giving away|to give away|give ?away|up for grabs|free to (?:a )?good home|free to whoever|come (?:and )?get (?:it|them|em)|yours if)\b/,
    /^(?:i|we) (?:can|could) (?:give|lend|offer|share|donate|spare)\b/,
    /^(?:i|we) (?:have|got) .{1,60}\b(?:to (?:give|spare|share|lend|donate)|for whoever|if (?:any ?one|you|u|some ?one) (?:wants?|needs?))\b/,
    /^(?:alguien|quien) (?:quiere|necesita|ocupa|gusta)\b/,
    /^(?:regalo(?! para| de)|ofrezco|doy|dono|presto|comparto|regalamos|ofrecemos|donamos|damos)\b/,
    /^(?:tengo|tenemos) .{1,60}\b(?:para (?:dar|regalar|prestar|compartir|donar)|de sobra|que ya no uso)\b/,
    /\bsi alguien (?:lo |la |los |las )?(?:quiere|necesita|ocupa|gusta)\b/,
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
    /^(?:need|needs|needing|want|wanting)\b(?! to\b| (?:a )?(?:good )?homes?\b| (?:some|any) ?(?:one|body) (?:who|to) (?:wants?|take))/,
    /^(?!.*\bno\b)(?:\w+ ){1,3}(?:is |are )?(?:needed|wanted)(?: please| pls| plz)?$/,
    /^(?:can|could|may) (?:i|we) (?:please |pls )?(?:get|have|borrow|use|find)\b/,
    /^(?:can|could|would) (?:some ?(?:one|body)|any ?(?:one|body)|you|u) (?:please |pls |plz )?(?:give|lend|bring|help|spare|fix|drive)\b/,
    /^where (?:can|could|do) (?:i|we) (?:get|find|borrow|have)\b/,
    /^(?:please |pls |plz )?(?:give|lend|bring|send|get) me\b/,
    /^(?:i|we) (?:could|can) (?:really )?use\b/,
    /^(?:i am |im |we are |were )?(?:looking for|in need of|searching for)\b(?! (?:a )?(?:good )?homes?| someone (?:who|to) (?:wants?|take))/,
    /^(?:alguien|quien) (?:tiene|tendra|me (?:presta|regala|da)|presta)\b/,
    /^(?:quiero|queremos|quisiera|requiero|requerimos|solicito|hacen? falta|me falta|nos falta|se (?:necesitan?|buscan?|ocupan?|solicitan?))\b(?! (?:dar|regalar|donar|ofrecer|compartir|prestar|ayudar|quien))/,
    /^(?:(?:me|nos) (?:pueden?|podrian?|puedes) (?:dar|prestar|regalar|ayudar|traer|conseguir)|(?:pueden?|podrian?|puedes) (?:dar|prestar|regalar|ayudar|traer)(?:me|nos))\b/,
    /^donde (?:puedo|podemos|consigo|encuentro)\b/,
    /^(?:regalen|den|presten|ayuden|traigan)(?:me|nos)\b/,
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
