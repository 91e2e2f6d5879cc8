import type { StandIn } from "#test/support/stand-in-carrier.ts";
import { BROADCAST, type Story } from "./story.ts";

const WINDOW_S = 10;

/** What was promised against what the carrier accepted. `calm`: nothing was broken on purpose, so the rate counts. */
export function judgeBroadcast(
  standIn: StandIn,
  story: Story,
  { rate, least, calm }: { rate: number; least: number; calm: boolean },
) {
  const got = new Map<string, number>();
  const times: number[] = [];
  for (const { to, body, at } of standIn.accepted) {
    if (body !== BROADCAST) continue;
    got.set(to, (got.get(to) ?? 0) + 1);
    times.push(at.getTime() / 1000);
  }
  const { subscribers, outBefore, outDuring, refused } = story;
  const out = new Set([...outBefore, ...outDuring]);
  const due = subscribers.filter((phone) => !out.has(phone) && !refused.has(phone));
  const lost = due.filter((phone) => !got.has(phone)).length;
  const twice = [...got.values()].filter((count) => count > 1).length;
  const unwanted = [...out].filter((phone) => got.has(phone)).length;
  const seconds = (times.at(-1) ?? 0) - (times[0] ?? 0);
  const used = (times.length - 1) / seconds / rate;
  const all = standIn.accepted.map(({ at }) => at.getTime() / 1000);
  const most = mostWithin(all, WINDOW_S);
  const rows = {
    subscribers: subscribers.length,
    "said STOP before": outBefore.size,
    "said STOP in the middle, before theirs left": outDuring.size,
    "refused by the carrier (21610)": refused.size,
    kills: story.kills,
    "got it once": due.length - lost,
    "got it twice": twice,
    lost,
    "got it after STOP": unwanted,
    "seconds from first to last": Number(seconds.toFixed(1)),
    "part of the rate that was used": calm ? Number(used.toFixed(3)) : "-",
    "most texts in any 10 s": most,
    "allowed in 10 s": rate * WINDOW_S,
    "AGENDA in the middle, ms": Math.round(story.agendaMs),
    "texts ahead of words in the middle": calm ? story.overtaken : "-",
  };
  const faults = [
    ...(twice > 0 ? [`got it twice: ${twice}`] : []),
    ...(lost > 0 ? [`lost: ${lost}`] : []),
    ...(unwanted > 0 ? [`got it after STOP: ${unwanted}`] : []),
    ...(most > rate * WINDOW_S ? [`too fast: ${most} in ${WINDOW_S} s`] : []),
    ...(calm && used < least ? [`used ${used.toFixed(3)} of the rate`] : []),
    ...(calm && least > 0 && story.overtaken > rate / 2
      ? [`words waited behind ${story.overtaken} texts`]
      : []),
  ];
  return { rows, faults };
}

/** The most that came within any window of so many seconds. */
function mostWithin(unordered: readonly number[], seconds: number): number {
  const times = unordered.toSorted((one, other) => one - other);
  let from = 0;
  let most = 0;
  for (const [to, time] of times.entries()) {
    while (time - (times[from] ?? 0) >= seconds) from++;
    most = Math.max(most, to - from + 1);
  }
  return most;
}
