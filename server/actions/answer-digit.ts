import { type DigitMeaning, meaningOfDigit } from "#server/domain/digit.ts";
import { readCommand } from "#sms/read-command.ts";
import type { Context } from "../context.ts";
import { unansweredAskOf } from "../store/asks.ts";
import { bodyOf } from "../store/inbound-texts.ts";
import { answerAsk } from "./answer-ask.ts";
import { answerRelease, menuOver } from "./answer-release.ts";
import { answerCard } from "./cards/claim-by-text.ts";
import { castTo, showMoreAudiences, stopCast } from "./cast-by-text.ts";
import { forgetMe } from "./forget-me.ts";
import { joinGroup } from "./join-group.ts";
import { grantWish } from "./kiosk/grant-wish.ts";
import { leaveListed } from "./leave-group.ts";
import { postThing } from "./post-thing.ts";
import { reachPerson } from "./reach-person.ts";
import { repeatQuestion } from "./repeat-question.ts";
import { answerShare } from "./share-phone.ts";
import { offerUnclear, readAgenda, showAgenda } from "./show-agenda.ts";
import { askReminder, showGathering } from "./show-gathering.ts";
import { showListedGroup } from "./show-group.ts";
import { showGroups } from "./show-groups.ts";
import { showMine } from "./show-mine.ts";
import { takeOnRole } from "./take-on-role.ts";
import { answer, type Outcome, type Visit } from "./visit.ts";

/** A digit answers what this phone was asked last. */
export async function answerDigit(ctx: Context, visit: Visit, digit: number): Promise<Outcome> {
  const meaning = meaningOfDigit(digit, visit.question, visit.lapsed);
  switch (meaning.does) {
    case "person":
      return reachPerson(ctx, visit);
    case "prompt":
      return answer({ key: "whatThing", kind: meaning.kind }, { kind: "thing", post: meaning.kind });
    case "agenda":
    case "offer":
    case "more-agenda":
    case "show-gathering":
    case "remind":
      return answerAgenda(ctx, visit, meaning);
    case "answer-ask":
      return answerAsk(ctx, visit, meaning.ask, meaning.yes);
    case "answer-late":
      return answerLate(ctx, visit, meaning.yes);
    case "post-unclear":
      return postUnclear(ctx, visit, meaning);
    case "speak":
      return { ...answer({ key: "languageSet" }, null), language: meaning.language };
    case "wipe":
      return forgetMe(ctx, visit);
    case "keep":
      return answer({ key: "wipeKept" }, null);
    case "more":
      return showMine(ctx, visit, meaning.from);
    case "cast-to":
    case "more-audiences":
    case "release":
    case "take-on":
    case "stop-cast":
      return answerOrganizer(ctx, visit, meaning);
    case "more-groups":
    case "show-group":
    case "join":
    case "leave":
      return answerGroup(ctx, visit, meaning);
    case "card":
      return answerCard(ctx, visit, meaning);
    case "answer-share":
      return answerShare(ctx, visit, meaning.person, meaning.yes);
    case "grant":
      return grantWish(ctx, visit, meaning.wish);
    case "repeat":
      return repeatQuestion(ctx, visit, meaning.question);
    case "over":
      return menuOver(ctx, visit);
    default:
      return meaning satisfies never;
  }
}

type AgendaMeaning = Extract<
  DigitMeaning,
  { does: "agenda" | "offer" | "more-agenda" | "show-gathering" | "remind" }
>;

async function answerAgenda(ctx: Context, visit: Visit, meaning: AgendaMeaning): Promise<Outcome> {
  switch (meaning.does) {
    case "agenda":
      return readAgenda(ctx, visit, "");
    case "offer":
      return offerUnclear(ctx, visit, meaning.text, true);
    case "more-agenda":
      return showAgenda(ctx, visit, meaning.day, meaning.from);
    case "show-gathering":
      return showGathering(ctx, visit, meaning.gathering);
    case "remind":
      return askReminder(ctx, visit, meaning.gathering);
    default:
      return meaning satisfies never;
  }
}

type GroupMeaning = Extract<DigitMeaning, { does: "more-groups" | "show-group" | "join" | "leave" }>;

async function answerGroup(ctx: Context, visit: Visit, meaning: GroupMeaning): Promise<Outcome> {
  switch (meaning.does) {
    case "more-groups":
      return showGroups(ctx, visit, meaning.from);
    case "show-group":
      return showListedGroup(ctx, visit, meaning.group);
    case "join":
      return joinGroup(ctx, visit, meaning.group);
    case "leave":
      return leaveListed(ctx, visit, meaning.group);
    default:
      return meaning satisfies never;
  }
}

type OrganizerMeaning = Extract<
  DigitMeaning,
  { does: "cast-to" | "more-audiences" | "release" | "take-on" | "stop-cast" }
>;

async function answerOrganizer(ctx: Context, visit: Visit, meaning: OrganizerMeaning): Promise<Outcome> {
  switch (meaning.does) {
    case "cast-to":
      return castTo(ctx, visit, meaning);
    case "more-audiences":
      return showMoreAudiences(ctx, visit, meaning);
    case "release":
      return answerRelease(ctx, visit, meaning.broadcast, meaning.yes);
    case "take-on":
      return takeOnRole(ctx, visit, meaning.role);
    case "stop-cast":
      return stopCast(ctx, visit, meaning.broadcast);
    default:
      return meaning satisfies never;
  }
}

/** A late 1 still counts while the need is open. */
async function answerLate(ctx: Context, visit: Visit, yes: boolean): Promise<Outcome> {
  const ask = await unansweredAskOf(ctx.db, visit.personId);
  return ask === null ? menuOver(ctx, visit) : answerAsk(ctx, visit, ask, yes);
}

/** The text whose first word fitted several verbs is posted as the one that was chosen. */
async function postUnclear(
  ctx: Context,
  visit: Visit,
  choice: Extract<DigitMeaning, { does: "post-unclear" }>,
): Promise<Outcome> {
  const sealed = await bodyOf(ctx.db, choice.text);
  if (!sealed) return answer({ key: "menuOver" }, { kind: "menu" });
  const { command } = readCommand({ body: ctx.vault.open("text", sealed), mediaCount: 0 });
  const { verb } = command;
  const isPost = verb === "unclear" || verb === "need" || verb === "gift";
  return postThing(ctx, visit, choice.kind, isPost ? command.words : "");
}
