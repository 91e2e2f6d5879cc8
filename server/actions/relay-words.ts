import { maskLinks, maskPhones } from "#server/domain/mask.ts";
import { wantsWords } from "#server/domain/question.ts";
import type { Command } from "#sms/command.ts";
import type { Context } from "../context.ts";
import { isOut } from "../store/consents.ts";
import type { Line } from "../store/introductions.ts";
import { answerWords } from "./answer-words.ts";
import { type Found, findNumber, otherSide } from "./find-number.ts";
import { sendText } from "./send-text.ts";
import { answer, type Outcome, type Visit } from "./visit.ts";

/** `81 see you at 5`: passes the words on to the other side; both numbers stay hidden. */
export async function relayWords(
  ctx: Context,
  visit: Visit,
  command: Extract<Command, { verb: "relay" }>,
): Promise<Outcome> {
  const { number, words } = command;
  const found = await findNumber(ctx, visit.personId, number);
  // "20 blankets" after NEED is a thing, not words to somebody.
  if (wantsWords(visit.question) && !reachesSomebody(found)) return answerWords(ctx, visit);
  switch (found.kind) {
    case "nobody":
      return answer({ key: "noSuchNumber", number });
    case "line":
      return found.line.open
        ? passOn(ctx, found.as, found.line, words)
        : answer({ key: "numberClosed", number });
    case "post": {
      const [line, ...more] = found.lines;
      if (line && more.length === 0) return passOn(ctx, found.as, line, words);
      if (line) return answer({ key: "whichLine", number, lines: found.lines.map((each) => each.number) });
      const live = found.post.state === "open" || found.post.state === "filled";
      return answer(live ? { key: "noLineYet", number } : { key: "numberClosed", number });
    }
    default:
      return found satisfies never;
  }
}

function reachesSomebody(found: Found): boolean {
  if (found.kind === "line") return found.line.open;
  return found.kind === "post" && found.lines.length === 1;
}

async function passOn(ctx: Context, from: number, line: Line, words: string): Promise<Outcome> {
  if (!words.trim()) return answer({ key: "noWords", line: line.number });
  const to = otherSide(line, from);
  if (await isOut(ctx.db, to)) return answer({ key: "numberClosed", number: line.number });
  const phones = maskPhones(words);
  const links = maskLinks(phones.words);
  await sendText(ctx, { to, kind: "relay", saying: { key: "relay", line: line.number, words: links.words } });
  return answer({ key: "passedOn", masked: phones.masked || links.masked });
}
