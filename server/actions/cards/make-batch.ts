import type { Language } from "#server/domain/language.ts";
import { maskPhones } from "#server/domain/mask.ts";
import type { PostKind } from "#server/domain/post.ts";
import type { Actor } from "#server/domain/role.ts";
import type { Context } from "../../context.ts";
import { addBatch, takenCodes } from "../../store/card-batches.ts";
import { lockPost } from "../../store/posts.ts";
import { audit } from "../audit.ts";
import { readThing } from "../read-thing.ts";
import { hashesOf, newSecrets, sealSecrets } from "./card-secrets.ts";

const MOST_CARDS = 500;
/** So that a card by text still says its thing. */
const LONGEST_PLACE = 30;

/** What the cards carry: nothing yet, a thing of their own each, or all of them the same post. */
export type Meaning =
  | { readonly kind: "blank" }
  | { readonly kind: PostKind; readonly words: string }
  | { readonly kind: "post"; readonly postId: number };

export type NewCards = {
  readonly count: number;
  readonly meaning: Meaning;
  /** Where, or whom to ask for; empty for nobody. */
  readonly place: string;
  readonly language: Language;
};

export type Made =
  | { readonly ok: true; readonly id: number }
  | { readonly ok: false; readonly refusal: "count" | "no-thing" | "no-post" | "place" };

/** Makes a batch of cards, dead until it is activated. */
export async function makeBatch(ctx: Context, actor: Actor | "command line", cards: NewCards): Promise<Made> {
  const { count, language } = cards;
  const place = maskPhones(cards.place.trim()).words;
  if (!Number.isInteger(count) || count < 1 || count > MOST_CARDS) return { ok: false, refusal: "count" };
  if (place.length > LONGEST_PLACE) return { ok: false, refusal: "place" };
  return ctx.inTransaction(async (ctx) => {
    const meant = await meaningOf(ctx, cards.meaning);
    if (typeof meant === "string") return { ok: false, refusal: meant };
    const by = actor === "command line" ? actor : actor.name;
    const now = ctx.now();
    const batch = { ...meant, place: place || null, language, madeBy: by, createdAt: now };
    const { id } = await addBatch(ctx.db, batch, await secretCards(ctx, count));
    await audit(ctx, actor, "make cards", `batch ${id}: ${count}`);
    return { ok: true, id };
  });
}

async function meaningOf(ctx: Context, meaning: Meaning) {
  const blank = { kind: null, words: null, postId: null, carriesPost: false, endsAt: null };
  if (meaning.kind === "blank") return blank;
  if (meaning.kind === "post") {
    const post = await lockPost(ctx.db, meaning.postId);
    if (post?.state !== "open" || post.hidden) return "no-post" as const;
    return { kind: post.kind, words: post.words, postId: post.id, carriesPost: true, endsAt: post.expiresAt };
  }
  const read = readThing(ctx, meaning.words);
  if (!read.thing) return "no-thing" as const;
  return { kind: meaning.kind, words: read.words, postId: null, carriesPost: false, endsAt: read.expiresAt };
}

/** Digits that no other card has. */
async function secretCards(ctx: Context, count: number) {
  const made = Array.from({ length: count }, newSecrets);
  const hashes = new Set(
    (
      await takenCodes(
        ctx.db,
        made.map((each) => hashesOf(ctx, each).codeHash),
      )
    ).map((hash) => Buffer.from(hash).toString("hex")),
  );
  const isTaken = (code: Uint8Array) => hashes.has(Buffer.from(code).toString("hex"));
  return made.map((each, at) => {
    let secrets = each;
    while (isTaken(hashesOf(ctx, secrets).codeHash)) secrets = newSecrets();
    return { serial: at + 1, ...hashesOf(ctx, secrets), secrets: sealSecrets(ctx, secrets) };
  });
}
