import type { Context } from "../context.ts";
import { endLine } from "./end-line.ts";
import { endPost } from "./end-post.ts";
import { findNumber, otherSide } from "./find-number.ts";
import { sendText } from "./send-text.ts";
import { answer, type Outcome, type Visit } from "./visit.ts";
import { whichNumber } from "./which-number.ts";

/** DROP 47 takes a post down; DROP 81 ends an introduction, and the other side hears so. */
export async function dropNumber(ctx: Context, visit: Visit, number: number | null): Promise<Outcome> {
  if (number === null) return whichNumber(ctx, visit, "drop");
  const found = await findNumber(ctx, visit.personId, number);
  switch (found.kind) {
    case "nobody":
      return answer({ key: "noSuchNumber", number });
    case "line": {
      if (!(await endLine(ctx, found.line))) return answer({ key: "numberClosed", number });
      const to = otherSide(found.line, found.as);
      await sendText(ctx, { to, kind: "notice", saying: { key: "lineEnded", line: number } });
      return answer({ key: "lineDropped", line: number });
    }
    case "post": {
      if (!found.own) return answer({ key: "noSuchNumber", number });
      if (found.post.state !== "open" && found.post.state !== "filled")
        return answer({ key: "numberClosed", number });
      await endPost(ctx, found.post, "dropped", found.as);
      return answer({ key: "dropped", number });
    }
    default:
      return found satisfies never;
  }
}
