import { line, type Mark } from "./mark.ts";
import type { Stock } from "./stocks.ts";

const MARGIN_TICK = { fromMm: 0.8, longMm: 2.4 };
const LINE_MM = 0.15;

/** Where to cut: beside the cards, never on them. In the gaps between two cards the ticks leave both free. */
export function cropMarks(stock: Stock): readonly Mark[] {
  const { columns, rows, first, pitch, card } = stock;
  const across = spans(columns, first.xMm, pitch.xMm, card.widthMm);
  const down = spans(rows, first.yMm, pitch.yMm, card.heightMm);
  const vertical = edges(across).flatMap((xMm) =>
    ticksAround(down).map(({ atMm, longMm }) => line(xMm, atMm, { dy: longMm }, LINE_MM)),
  );
  const horizontal = edges(down).flatMap((yMm) =>
    ticksAround(across).map(({ atMm, longMm }) => line(atMm, yMm, { dx: longMm }, LINE_MM)),
  );
  return [...vertical, ...horizontal];
}

type Span = { readonly fromMm: number; readonly toMm: number };
type Tick = { readonly atMm: number; readonly longMm: number };

function spans(count: number, firstMm: number, pitchMm: number, sizeMm: number): readonly Span[] {
  return Array.from({ length: count }, (_, at) => ({
    fromMm: firstMm + at * pitchMm,
    toMm: firstMm + at * pitchMm + sizeMm,
  }));
}

function edges(all: readonly Span[]): readonly number[] {
  return all.flatMap(({ fromMm, toMm }) => [fromMm, toMm]);
}

/** Before the first card, between any two, and after the last. */
function ticksAround(all: readonly Span[]): readonly Tick[] {
  const { fromMm, longMm } = MARGIN_TICK;
  const before = { atMm: (all[0]?.fromMm ?? 0) - fromMm - longMm, longMm };
  const after = { atMm: (all.at(-1)?.toMm ?? 0) + fromMm, longMm };
  const between = all.slice(1).map((span, at) => {
    const gapMm = span.fromMm - (all[at]?.toMm ?? 0);
    return { atMm: (all[at]?.toMm ?? 0) + gapMm / 4, longMm: gapMm / 2 };
  });
  return [before, ...between, after];
}
