import type { Context } from "../context.ts";
import { type Line, linesWith } from "../store/introductions.ts";
import { addMute } from "../store/people.ts";
import { endLine } from "./end-line.ts";
import { findNumber, otherSide } from "./find-number.ts";
import { answer, type Outcome, type Visit } from "./visit.ts";
import { whichNumber } from "./which-number.ts";
import { withdrawSilently } from "./withdraw-asks.ts";

/** MUTE 81: never introduced to, asked for or written to by that person again. They are not told. */
export async function muteLine(ctx: Context, visit: Visit, number: number | null): Promise<Outcome> {
  if (number === null) return whichNumber(ctx, visit, "mute");
  const found = await findNumber(ctx, visit.personId, number);
  const lines: readonly Line[] =
    found.kind === "line" ? [found.line] : found.kind === "post" ? found.lines : [];
  const [line, ...more] = lines;
  if (!line) return answer({ key: "noSuchNumber", number });
  if (more.length > 0) return answer({ key: "whichLine", number, lines: lines.map((each) => each.number) });
  const personId = found.kind === "nobody" ? visit.personId : found.as;
  const other = otherSide(line, personId);
  await addMute(ctx.db, personId, other, ctx.now());
  await withdrawSilently(ctx, { between: [personId, other] });
  await endLine(ctx, line);
  for (const shared of await linesWith(ctx.db, personId, ctx.now())) {
    if (otherSide(shared, personId) === other) await endLine(ctx, shared);
  }
  return answer({ key: "lineMuted", line: line.number });
}
