import type { CardFace } from "#kiosk/cards/face.ts";
import { LANGUAGES, type Language } from "#server/domain/language.ts";
import { type CardSecrets, openSecrets } from "../../actions/cards/card-secrets.ts";
import type { Context } from "../../context.ts";
import { type Batch, cardsIn } from "../../store/card-batches.ts";

/** What is printed on the cards of a batch; null once it is live, as nobody knows their secrets any more. */
export async function facesOf(ctx: Context, batch: Batch): Promise<readonly CardFace[] | null> {
  if (batch.activatedAt !== null || batch.revokedAt !== null) return null;
  if (batch.carriesPost && batch.postId === null) return null;
  const cards = await cardsIn(ctx.db, batch.id);
  const faces = cards.flatMap(({ serial, secrets }) =>
    secrets ? [faceOf(ctx, batch, serial, openSecrets(ctx, secrets))] : [],
  );
  return faces.length > 0 ? faces : null;
}

export function faceOf(ctx: Context, batch: Batch, serial: number, { code, token }: CardSecrets): CardFace {
  const { kind, words, place, endsAt } = batch;
  return {
    serial: serialOf(batch.id, serial),
    url: `${ctx.config.publicUrl}/G/${token}`.toUpperCase(),
    code,
    kind,
    words,
    place,
    until: endsAt && untilOf(ctx, endsAt),
  };
}

export function serialOf(batch: number, serial: number): string {
  return `${batch}-${String(serial).padStart(3, "0")}`;
}

function untilOf(ctx: Context, at: Date): Readonly<Record<Language, string>> {
  const { timeZone } = ctx.config;
  const shown = (language: Language) =>
    at.toLocaleDateString(language === "es" ? "es" : "en-GB", {
      timeZone,
      weekday: "short",
      day: "numeric",
      month: "short",
    });
  return { en: shown(LANGUAGES[0]), es: shown(LANGUAGES[1]) };
}
