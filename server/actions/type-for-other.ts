import { isLanguage } from "#server/domain/language.ts";
import type { PostKind } from "#server/domain/post.ts";
import type { Actor } from "#server/domain/role.ts";
import { say } from "#sms/reply.ts";
import type { Context } from "../context.ts";
import { forgetLetters, tentPeople } from "../store/tent.ts";
import { audit } from "./audit.ts";
import { dropNumber } from "./drop-number.ts";
import { finishNumber } from "./finish-number.ts";
import { forgetMe } from "./forget-me.ts";
import { keepPost } from "./keep-post.ts";
import { postThing } from "./post-thing.ts";
import { relayWords } from "./relay-words.ts";
import { speechOf } from "./speech.ts";
import { type Outcome, type Visit, visitWithoutPhone } from "./visit.ts";

/** What somebody without a phone wants done; the helper types it. */
export type Typed =
  | { readonly does: "post"; readonly kind: PostKind; readonly words: string }
  | { readonly does: "drop" | "done" | "still"; readonly number: number }
  | { readonly does: "relay"; readonly number: number; readonly words: string }
  | { readonly does: "forget" };

/** `answer`: what a phone would have been told. `number`: of the post that was made or closed; else null. */
export type TypedOutcome = { readonly answer: string; readonly number: number | null };

/** Does it as a text of theirs would. Null: there is nobody like that. */
export async function typeForOther(
  ctx: Context,
  actor: Actor,
  personId: number,
  typed: Typed,
): Promise<TypedOutcome | null> {
  return ctx.inTransaction(async (ctx) => {
    const [person] = await tentPeople(ctx.db, personId);
    if (!person) return null;
    const language = isLanguage(person.language) ? person.language : ctx.config.defaultLanguage;
    const { saying } = await obeyTyped(ctx, visitWithoutPhone(personId, language), typed);
    if (!saying) return null;
    const about = "number" in saying && DONE.has(saying.key) ? saying.number : null;
    if (about !== null || typed.does === "relay" || typed.does === "forget") {
      const number = about ?? ("number" in typed ? typed.number : null);
      await audit(
        ctx,
        actor,
        `${typed.does} for somebody`,
        `person ${personId}${number === null ? "" : `, no. ${number}`}`,
      );
    }
    return { answer: say(saying, language, speechOf(ctx)), number: about };
  });
}

/** The answers that say that a post was made or closed. */
const DONE: ReadonlySet<string> = new Set([
  "needPosted",
  "needTooLate",
  "giftPosted",
  "dropped",
  "done",
  "still",
]);

async function obeyTyped(ctx: Context, visit: Visit, typed: Typed): Promise<Outcome> {
  switch (typed.does) {
    case "post":
      return postThing(ctx, visit, typed.kind, typed.words);
    case "drop":
      return dropNumber(ctx, visit, typed.number);
    case "done":
      return finishNumber(ctx, visit, typed.number);
    case "still":
      return keepPost(ctx, visit, typed.number);
    case "relay":
      return relayWords(ctx, visit, { verb: "relay", number: typed.number, words: typed.words });
    case "forget":
      return forgetMe(ctx, visit);
    default:
      return typed satisfies never;
  }
}

/** What came for them was read out or printed. */
export async function readLetters(
  ctx: Context,
  actor: Actor,
  { personId, upTo }: { readonly personId: number; readonly upTo: number },
): Promise<void> {
  await ctx.inTransaction(async (ctx) => {
    const count = await forgetLetters(ctx.db, personId, upTo);
    if (count > 0) await audit(ctx, actor, "read out", `person ${personId}`);
  });
}
