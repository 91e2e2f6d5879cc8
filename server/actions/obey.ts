import type { Command } from "#sms/command.ts";
import type { Context } from "../context.ts";
import { addInboxEntry } from "../store/inbox.ts";
import { answerDigit } from "./answer-digit.ts";
import { answerWords } from "./answer-words.ts";
import { cardByText, doneCard } from "./cards/card-by-text.ts";
import { startCast } from "./cast-by-text.ts";
import { changePost } from "./change-post.ts";
import { dropNumber } from "./drop-number.ts";
import { finishNumber } from "./finish-number.ts";
import { keepPost } from "./keep-post.ts";
import { leaveByText } from "./leave-group.ts";
import { muteLine } from "./mute-line.ts";
import { offerThing } from "./post-thing.ts";
import { relayWords } from "./relay-words.ts";
import { answeredByNetwork, setNews, startTexts, stopTexts } from "./set-consent.ts";
import { readAgenda } from "./show-agenda.ts";
import { findGroups } from "./show-groups.ts";
import { showMine } from "./show-mine.ts";
import { answer, type Outcome, SILENCE, type Visit } from "./visit.ts";

/** Does what a text asks for. The compiler finds the verb that has no action. */
export async function obey(ctx: Context, visit: Visit, command: Command): Promise<Outcome> {
  if (visit.blocked && command.verb !== "stop" && command.verb !== "emergency") return SILENCE;
  switch (command.verb) {
    case "need":
    case "gift":
      return offerThing(ctx, visit, command.verb, command.words);
    case "relay":
      return relayWords(ctx, visit, command);
    case "digit":
      return answerDigit(ctx, visit, command.digit);
    case "mine":
      return showMine(ctx, visit, 0);
    case "group":
      return findGroups(ctx, visit, command.words);
    case "leave":
      return leaveByText(ctx, visit, command.words);
    case "agenda":
      return readAgenda(ctx, visit, command.words);
    case "drop":
      return dropNumber(ctx, visit, command.number);
    case "done":
      return finishNumber(ctx, visit, command.number);
    case "still":
      return keepPost(ctx, visit, command.number);
    case "change":
      return changePost(ctx, visit, command);
    case "cast":
      return startCast(ctx, visit, command.words);
    case "mute":
      return muteLine(ctx, visit, command.number);
    case "stop":
      return stopTexts(ctx, visit, command);
    case "start":
      return startTexts(ctx, visit, command);
    case "news":
      return setNews(ctx, visit, command.on);
    case "card":
      return cardByText(ctx, visit, command);
    case "done-card":
      return doneCard(ctx, visit, command.code);
    case "emergency":
      return callPeople(ctx, visit);
    case "other":
      return answerWords(ctx, visit);
    case "help":
      return answeredByNetwork(ctx, command) ? SILENCE : answer({ key: "help" });
    default:
      return plainAnswer(visit, command);
  }
}

type PlainCommand = Extract<
  Command,
  {
    verb: "menu" | "language" | "wipe" | "unclear" | "empty" | "machine";
  }
>;

/** Verbs that only say something or ask something back. */
function plainAnswer(visit: Visit, command: PlainCommand): Outcome {
  switch (command.verb) {
    case "menu":
      return answer({ key: "menu" }, { kind: "menu" });
    case "language":
      return answer({ key: "languages" }, { kind: "language" });
    case "wipe":
      return answer({ key: "wipeAsk" }, { kind: "wipe" });
    case "unclear":
      return answer(
        { key: "unclear", options: command.options },
        { kind: "unclear", options: [...command.options], text: visit.textId },
      );
    case "empty":
      return answer({ key: "onlyText" });
    case "machine":
      return SILENCE;
    default:
      return command satisfies never;
  }
}

async function callPeople(ctx: Context, visit: Visit): Promise<Outcome> {
  await addInboxEntry(ctx.db, {
    personId: visit.personId,
    textId: visit.textId,
    reason: "emergency",
    urgent: true,
    createdAt: ctx.now(),
  });
  return answer({ key: "emergency" });
}
