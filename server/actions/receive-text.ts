import { mayAnswer, mayObey } from "#server/domain/answer-limit.ts";
import type { Language } from "#server/domain/language.ts";
import { isServed, type Phone, readPhone } from "#server/domain/phone.ts";
import { Question, stillOpen, wantsWords } from "#server/domain/question.ts";
import { spendingOf } from "#server/domain/segment-budget.ts";
import type { IncomingText } from "#sms/carrier.ts";
import type { Reading } from "#sms/command.ts";
import type { Saying } from "#sms/messages/saying.ts";
import { readCommand } from "#sms/read-command.ts";
import { say, sayTo } from "#sms/reply.ts";
import { countSegments } from "#sms/segments.ts";
import type { Context } from "../context.ts";
import {
  type Answer,
  answerOf,
  type KeptText,
  keepInboundText,
  recordAnswer,
} from "../store/inbound-texts.ts";
import { wakeWaitingMenu } from "../store/outbound-texts.ts";
import { answerByText } from "./answer-by-text.ts";
import { obey } from "./obey.ts";
import { languageOf, speechOf } from "./speech.ts";
import { budgetToday, raiseAlarm, watchBudget } from "./spend.ts";
import { type Outcome, SILENCE, type Visit } from "./visit.ts";

/** How the sender of a text hears our answer: in the webhook's response, or by a text of its own. */
export type AnswerBy = "response" | "text";

/**
 * What happens when a text arrives. It is stored once; what it asks for, the answer, and the jobs it sets off
 * commit together. A repeat changes nothing and gets the stored answer. Null: silence.
 */
export async function receiveText(ctx: Context, text: IncomingText, by: AnswerBy): Promise<string | null> {
  const from = readPhone(text.from, ctx.config.defaultRegion);
  if (!from || text.from === text.to || text.from === ctx.carrier.sender) return null;
  const stop = ctx.metrics.answerSeconds.startTimer();
  const working = ctx.inTransaction(async (ctx) => {
    const row = sealed(ctx, text, from);
    const kept = await keepInboundText(ctx.db, row);
    if (kept === null) throw new Repeat();
    const reading = readingOf(text);
    const visit = visitOf(ctx, { ...kept, ...row, words: text.body }, reading);
    const served = isServed(from, ctx.config.countries);
    if (!served) ctx.metrics.unserved.inc();
    const heard = served && mayObey({ all: kept.answers, dull: kept.dullAnswers }, reading.command.verb);
    if (served && !heard) ctx.metrics.withheld.inc({ by: "limit" });
    const outcome = heard ? await obey(ctx, visit, reading.command) : SILENCE;
    return answerVisit(ctx, { visit, kept, reading, outcome, by, stopWord: text.answeredByCarrier !== null });
  });
  const reply = await working.catch((fault: unknown) => {
    if (fault instanceof Repeat) return storedAnswer(ctx, text.carrierId);
    throw fault;
  });
  stop();
  return reply;
}

/** Rolls everything back: a repeat that raced a WIPE has made a person of the one who was just forgotten. */
class Repeat extends Error {}

function sealed(ctx: Context, text: IncomingText, from: Phone) {
  return {
    carrierId: text.carrierId,
    phoneHash: ctx.vault.hash("phone", from),
    phone: ctx.vault.seal("phone", from),
    body: ctx.vault.seal("text", text.body),
    bodyHash: ctx.vault.hash("repeat", text.body.trim().toLowerCase()),
    now: ctx.now(),
  };
}

async function storedAnswer(ctx: Context, carrierId: string): Promise<string | null> {
  ctx.metrics.repeats.inc();
  const stored = await answerOf(ctx.db, carrierId);
  return stored?.reply ? ctx.vault.open("text", stored.reply) : null;
}

/** What the carrier took for STOP, START or HELP is that, whatever we would have read. */
function readingOf(text: IncomingText): Reading {
  const reading = readCommand(text);
  const verb = text.answeredByCarrier;
  if (verb === null) return reading;
  return { ...reading, command: { verb, byCarrier: true, wording: `the carrier's ${verb}` } };
}

type Arrival = KeptText & { phoneHash: Uint8Array<ArrayBuffer>; words: string };

function visitOf(ctx: Context, arrival: Arrival, reading: Reading): Visit {
  const asked = Question.safeParse(arrival.question);
  const asking =
    asked.success && arrival.questionAt ? { question: asked.data, at: arrival.questionAt } : null;
  const question = stillOpen(asking, ctx.now());
  return {
    personId: arrival.personId,
    textId: arrival.textId,
    phoneHash: arrival.phoneHash,
    language: reading.language ?? languageOf(ctx, arrival),
    body: arrival.words,
    question,
    lapsed: question ? null : (asking?.question ?? null),
    unknown: arrival.unknown,
    out: arrival.granted === false,
    blocked: arrival.blocked,
  };
}

type Answering = {
  readonly visit: Visit;
  readonly kept: KeptText;
  readonly reading: Reading;
  readonly outcome: Outcome;
  readonly by: AnswerBy;
  readonly stopWord: boolean;
};

const DULL: ReadonlySet<string> = new Set(["other", "empty", "machine"]);

/** Puts the outcome into words, unless this phone is out, had too much, or was answered by the carrier. */
async function answerVisit(
  ctx: Context,
  { visit, kept, reading, outcome, by, stopWord }: Answering,
): Promise<string | null> {
  const answers = reading.command.verb === "other" && wantsWords(visit.question);
  const verb = answers ? "words" : reading.command.verb;
  const dull = DULL.has(verb) || (kept.repeated && verb !== "digit");
  const wanted = outcome.saying && !stopWord && (!visit.out || verb === "start") ? outcome.saying : null;
  const allowed = mayAnswer(
    { all: kept.answers, dull: kept.dullAnswers },
    verb === "emergency" ? "emergency" : dull ? "dull" : "usual",
  );
  const language = outcome.language ?? visit.language;
  if (wanted && !allowed) ctx.metrics.withheld.inc({ by: "limit" });
  const words = wanted && allowed ? inWords(ctx, wanted, language, outcome.to ?? null) : null;
  const reply = await recordPaid(ctx, {
    textId: visit.textId,
    personId: visit.personId,
    verb,
    dull,
    words,
    by,
    language: outcome.language ?? reading.language,
    question: outcome.question === null && kept.question === null ? undefined : outcome.question,
  });
  if (visit.question && outcome.question === null) await wakeWaitingMenu(ctx.db, visit.personId, ctx.now());
  ctx.metrics.textsIn.inc({ verb });
  if (by === "text" && reply !== null) await answerByText(ctx, visit.personId, reply, verb === "stop");
  return reply;
}

type Recording = Pick<Answer, "textId" | "personId" | "verb" | "dull" | "language" | "question"> & {
  readonly words: string | null;
  readonly by: AnswerBy;
};

/** The answer, or silence when the day's budget has nothing left for it. A text of its own is paid when it leaves. */
async function recordPaid(ctx: Context, { words, by, ...answer }: Recording): Promise<string | null> {
  const budget = budgetToday(ctx);
  const most = budget.most?.[spendingOf(answer.verb)] ?? null;
  const { said, spent } = await recordAnswer(ctx.db, {
    ...answer,
    reply: words === null ? null : ctx.vault.seal("text", words),
    segments: words === null ? 0 : countSegments(words),
    spend: by === "response" ? { day: budget.day, most } : null,
    now: ctx.now(),
  });
  if (!said) {
    ctx.metrics.withheld.inc({ by: "budget" });
    await raiseAlarm(ctx, budget.day, "spent");
  }
  await watchBudget(ctx, budget, spent);
  return said ? words : null;
}

function inWords(ctx: Context, saying: Saying, language: Language, to: string | null): string {
  return to === null ? say(saying, language, speechOf(ctx)) : sayTo(to, saying, language, speechOf(ctx));
}
