import { KINDS } from "./kinds.ts";
import type { Incident, LaneResult } from "./lane.ts";

/** One row a kind: how often, alone and with another, and how soon all was well again. */
export function tableOf(incidents: readonly Incident[]) {
  return KINDS.flatMap((kind) => {
    const met = incidents.filter(({ kinds }) => kinds.includes(kind));
    if (met.length === 0) return [];
    const alone = met.filter(({ kinds }) => kinds.length === 1);
    return [
      {
        kind,
        alone: alone.length,
        "with another": met.length - alone.length,
        "ready again, median ms": median(met.flatMap(({ readyMs }) => readyMs ?? [])),
        "slowest ms": Math.round(Math.max(0, ...met.flatMap(({ readyMs }) => readyMs ?? []))),
        "first answer, median ms": median(met.flatMap(({ answerMs }) => answerMs ?? [])),
      },
    ];
  });
}

/** What was promised, and how often it was not kept: all zero, or there is a fault of ours. */
export function promisesOf(lanes: readonly LaneResult[]) {
  const incidents = lanes.flatMap((lane) => lane.incidents);
  const all = (count: (lane: LaneResult) => number) => lanes.reduce((sum, lane) => sum + count(lane), 0);
  return {
    "answered texts lost": all(({ lost }) => lost.length),
    "texts with an effect not exactly once": all(({ wrong }) => wrong.length),
    "told a wrong number or another answer": all(({ mistold }) => mistold.length),
    "accepted by the carrier twice": all(({ twice }) => twice.length),
    "stories that got stuck": all(({ stuck }) => stuck.length),
    "texts never answered": all(({ texts }) => texts.neverAnswered),
    "queues that did not drain": all(({ unsettled }) => unsettled.length),
    "/readyz or a page not true": all(({ lies }) => lies.length),
    "ended by itself": all(({ falls }) => falls.length),
    "did not stop when told to": all(({ badStops }) => badStops.length),
    "not ready again within two minutes": incidents.filter(({ readyMs }) => readyMs === null).length,
    "ready, and refused a text": incidents.filter((each) => each.readyMs !== null && each.answerMs === null)
      .length,
  };
}

/** What happened meanwhile, to judge the zeros by. */
export function figuresOf(lanes: readonly LaneResult[]) {
  const incidents = lanes.flatMap((lane) => lane.incidents);
  const all = (count: (lane: LaneResult) => number) => lanes.reduce((sum, lane) => sum + count(lane), 0);
  return {
    faults: incidents.flatMap(({ kinds }) => kinds).length,
    "times that something broke": incidents.length,
    "of them two things together": incidents.filter(({ kinds }) => kinds.length > 1).length,
    "texts answered": all(({ texts }) => texts.answered),
    "deliveries repeated by the carrier": all(({ texts }) => texts.repeats),
    "texts the carrier accepted": all(({ accepted }) => accepted),
    "not accepted at first, handed over again": all(({ handedOverAgain }) => handedOverAgain),
    "answers of /readyz and a page judged while something was gone": all(({ judged }) => judged),
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0);
}
