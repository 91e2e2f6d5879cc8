import { broadcasts } from "#kiosk/organize/words/broadcasts.ts";
import type { Audience } from "#server/domain/broadcast.ts";
import type { Language } from "#server/domain/language.ts";
import type { Context } from "../../context.ts";
import { audienceNames } from "../../store/audience-names.ts";

/** Says who gets a broadcast as people call them: groups and gatherings by their names. */
export async function audienceWords(
  ctx: Context,
  audiences: readonly Audience[],
  language: Language,
): Promise<(audience: Audience) => string> {
  const words = broadcasts[language];
  const namesOf = await audienceNames(ctx.db, audiences);
  return (audience) => {
    const reads =
      audience.kind === "same" || audience.language === null
        ? ""
        : ` (${audience.language === "es" ? words.spanish : words.english})`;
    const names = namesOf(audience).join(", ");
    switch (audience.kind) {
      case "news":
        return words.everyone + reads;
      case "groups":
        return `${audience.groupIds.length === 1 ? words.oneGroup : words.someGroups} ${names}${reads}`;
      case "told":
        return `${words.toldOf} ${names}${reads}`;
      case "same":
        return `${words.same} ${audience.broadcastId}`;
      default:
        return audience satisfies never;
    }
  };
}
