import { type BatchFacts, cardBatchPage } from "#kiosk/organize/card-batch.ts";
import type { CardsSaid } from "#kiosk/organize/cards.ts";
import { stateOf } from "#server/domain/card.ts";
import { may } from "#server/domain/role.ts";
import type { Context } from "../../context.ts";
import { batchOf } from "../../store/card-batches.ts";
import { type ListedCard, listCards } from "../../store/card-lists.ts";
import { listPrinters } from "../../store/printers.ts";
import { serialOf } from "../cards/faces.ts";
import { frameOf, shownTime } from "./frame.ts";
import { turnedAway } from "./refusals.ts";
import type { OrganizeRequest } from "./session.ts";

const BAD: ReadonlySet<string> = new Set(["refused", "over", "too-long"]);

/** One batch with its cards, as they are at this moment. */
export async function showBatch(ctx: Context, c: OrganizeRequest, id: number, said: CardsSaid | null) {
  const [batch, list, printers] = await Promise.all([
    batchOf(ctx.db, id),
    listCards(ctx.db, id),
    listPrinters(ctx.db),
  ]);
  if (!batch) return turnedAway(c, "gone");
  const facts: BatchFacts = {
    frame: frameOf(ctx, c),
    batch: {
      id,
      kind: batch.kind,
      words: batch.words,
      madeBy: batch.madeBy,
      made: shownTime(ctx, c, batch.createdAt),
      cards: list.length,
      isActivated: batch.activatedAt !== null,
      isRevoked: batch.revokedAt !== null,
    },
    list: list.map((card) => shown(ctx, c, id, card)),
    printers,
    mayMake: may(c.var.actor, "make-cards"),
    said,
    isRefused: said !== null && BAD.has(said),
  };
  return c.html(cardBatchPage(facts), facts.isRefused ? 409 : 200);
}

function shown(
  ctx: Context,
  c: OrganizeRequest,
  batchId: number,
  card: ListedCard,
): BatchFacts["list"][number] {
  const { id, serial, hands, number, replacedBy, move, reason, movedAt } = card;
  return {
    id,
    serial: serialOf(batchId, serial),
    state: stateOf(card, ctx.now()),
    number,
    hands,
    replacedBy: replacedBy === null ? null : serialOf(batchId, replacedBy),
    move,
    reason,
    moved: movedAt && shownTime(ctx, c, movedAt),
  };
}
