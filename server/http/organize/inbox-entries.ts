import type { Entry, Spoken } from "#kiosk/organize/inbox.ts";
import { maskPhones } from "#server/domain/mask.ts";
import type { Context } from "../../context.ts";
import type { EarlierText, InboxRow } from "../../store/inbox.ts";
import { shownTime } from "./frame.ts";
import type { OrganizeRequest } from "./session.ts";

/**
 * Entries of the inbox as a page shows them: words opened, beside each what its phone wrote and got before. Phone numbers
 * in them are hidden, but in an emergency and what its phone wrote since: there a number to call may save somebody.
 */
export function shownInbox(
  ctx: Context,
  c: OrganizeRequest,
  rows: readonly InboxRow[],
  texts: readonly EarlierText[],
): readonly Entry[] {
  const opened = (body: Uint8Array | null, asWritten: boolean) => {
    if (body === null) return null;
    const words = ctx.vault.open("text", body);
    return asWritten ? words : maskPhones(words).words;
  };
  const spoken = (text: EarlierText, { reason, createdAt }: InboxRow): Spoken => ({
    theirs: text.direction === "in",
    words: opened(text.body, reason === "emergency" && text.at >= createdAt),
    when: shownTime(ctx, c, text.at),
  });
  const byPerson = Map.groupBy(texts, (text) => text.personId);
  return rows.map((row) => ({
    id: row.id,
    phone: row.personId,
    reason: row.reason,
    urgent: row.urgent,
    when: shownTime(ctx, c, row.createdAt),
    words: opened(row.body, row.reason === "emergency"),
    blocked: row.blocked,
    out: row.out,
    kiosk: row.kiosk,
    earlier: (row.personId === null ? [] : (byPerson.get(row.personId) ?? []))
      .filter((text) => !(text.direction === "in" && text.id === row.textId))
      .map((text) => spoken(text, row)),
  }));
}
