import type { Entry, Spoken } from "#kiosk/organize/inbox.ts";
import type { Context } from "../../context.ts";
import type { EarlierText, InboxRow } from "../../store/inbox.ts";
import { shownTime } from "./frame.ts";
import type { OrganizeRequest } from "./session.ts";

/** Entries of the inbox as a page shows them: words opened, beside each what its phone wrote and got before. */
export function shownInbox(
  ctx: Context,
  c: OrganizeRequest,
  rows: readonly InboxRow[],
  texts: readonly EarlierText[],
): readonly Entry[] {
  const opened = (body: Uint8Array | null) => (body === null ? null : ctx.vault.open("text", body));
  const spoken = (text: EarlierText): Spoken => ({
    theirs: text.direction === "in",
    words: opened(text.body),
    when: shownTime(ctx, c, text.at),
  });
  const byPerson = Map.groupBy(texts, (text) => text.personId);
  return rows.map((row) => ({
    id: row.id,
    phone: row.personId,
    reason: row.reason,
    urgent: row.urgent,
    when: shownTime(ctx, c, row.createdAt),
    words: opened(row.body),
    blocked: row.blocked,
    out: row.out,
    earlier: (row.personId === null ? [] : (byPerson.get(row.personId) ?? []))
      .filter((text) => !(text.direction === "in" && text.id === row.textId))
      .map(spoken),
  }));
}
