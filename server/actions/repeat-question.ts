import type { Question } from "#server/domain/question.ts";
import type { Context } from "../context.ts";
import { askFactsOf } from "../store/asks.ts";
import { forGiver } from "./answer-ask.ts";
import { askReleaseAgain } from "./answer-release.ts";
import { sayCard } from "./cards/say-card.ts";
import { askCastAgain } from "./cast-by-text.ts";
import { repeatWish } from "./kiosk/grant-wish.ts";
import { askLeaveAgain } from "./leave-group.ts";
import { repeatShare } from "./share-phone.ts";
import { offerUnclear, showAgendaAgain } from "./show-agenda.ts";
import { showGathering } from "./show-gathering.ts";
import { showListedGroup } from "./show-group.ts";
import { showGroupsAgain } from "./show-groups.ts";
import { offerAgain } from "./take-on-role.ts";
import { answer, type Outcome, type Visit } from "./visit.ts";

/** Says the open question again after an answer that it does not have. */
export async function repeatQuestion(ctx: Context, visit: Visit, question: Question): Promise<Outcome> {
  switch (question.kind) {
    case "menu":
    case "mine":
      return answer({ key: "menu" }, { kind: "menu" });
    case "ask":
      return repeatAsk(ctx, visit, question);
    case "thing":
      return answer({ key: "whatThing", kind: question.post }, question);
    case "unclear":
      return answer({ key: "unclear", options: question.options }, question);
    case "language":
      return answer({ key: "languages" }, question);
    case "wipe":
      return answer({ key: "wipeAsk" }, question);
    case "person":
      return answer({ key: "personAsk" }, question);
    case "cast":
      return askCastAgain(ctx, visit, question);
    case "release":
      return askReleaseAgain(ctx, question.broadcast);
    case "role":
      return offerAgain(ctx, visit, question.role);
    case "undo":
      return answer({ key: "castUndo" }, question);
    case "groups":
      return showGroupsAgain(ctx, visit, question);
    case "group":
      return showListedGroup(ctx, visit, question.group);
    case "leave":
      return askLeaveAgain(ctx, visit, question.ids);
    case "agenda":
      return showAgendaAgain(ctx, visit, question);
    case "card":
      return sayCard(ctx, visit, question.card, null);
    case "share":
      return repeatShare(ctx, visit, question.person);
    case "wish":
      return repeatWish(ctx, visit, question.wish);
    case "offer":
      return offerUnclear(ctx, visit, question.text, false);
    case "gathering":
      return showGathering(ctx, visit, question.gathering);
    default:
      return question satisfies never;
  }
}

async function repeatAsk(
  ctx: Context,
  { personId: phoneId }: Visit,
  question: Extract<Question, { kind: "ask" }>,
): Promise<Outcome> {
  const asked = await askFactsOf(ctx.db, question.ask);
  if (!asked) return answer({ key: "menuOver" }, { kind: "menu" });
  const { giverId, facts } = asked;
  return forGiver(ctx, { giverId, phoneId }, answer({ key: "ask", ...facts }, question));
}
