import type { Question } from "#server/domain/question.ts";
import type { Context } from "../context.ts";
import { askFactsOf } from "../store/asks.ts";
import { answer, type Outcome } from "./visit.ts";

/** Says the open question again after an answer that it does not have. */
export async function repeatQuestion(ctx: Context, question: Question): Promise<Outcome> {
  switch (question.kind) {
    case "menu":
    case "mine":
      return answer({ key: "menu" }, { kind: "menu" });
    case "ask": {
      const facts = await askFactsOf(ctx.db, question.ask);
      if (!facts) return answer({ key: "menuOver" }, { kind: "menu" });
      return answer({ key: "ask", ...facts }, question);
    }
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
    default:
      return question satisfies never;
  }
}
