import type { StandIn } from "#test/support/stand-in-carrier.ts";
import { newMailboxes } from "./mailboxes.ts";
import { newWriter, type Writer } from "./writer.ts";

export type People = {
  readonly writer: Writer;
  /** Stories that came to a halt because a text which they waited for did not come. */
  readonly stuck: readonly string[];
  begin(): void;
  /** No new stories until the next beginning; waits for those under way to come to their ends. */
  end(): Promise<void>;
  close(): void;
};

const TEXTS_A_STORY = 7;
/** A text in doubt may be looked up three times before it goes again. */
const PATIENCE_MS = 150_000;

/**
 * People who text as in the README's story, each pair about a thing of its own, `rate` texts a second in all.
 * `giveUpMs`: how long a text that nobody answers is delivered again and again; `patienceMs`: how long a story waits
 * for a text.
 */
export function startStories(
  standIn: StandIn,
  webhook: string,
  rate: number,
  { giveUpMs, patienceMs = PATIENCE_MS }: { giveUpMs?: number; patienceMs?: number } = {},
): People {
  const writer = newWriter(standIn, webhook, giveUpMs);
  const { write } = writer;
  const mail = newMailboxes(standIn);
  const stuck: string[] = [];
  const underWay = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let stories = 0;

  async function tellStory(index: number): Promise<void> {
    const thing = thingOf(index);
    const [needer, giver] = [`+1401${2_000_000 + index}`, `+1402${2_000_000 + index}`];
    await write(needer, `NEED 1 ${thing}`, { kind: "need", mark: thing });
    await write(giver, `GIFT 1 ${thing}`, { kind: "gift", mark: thing });
    await mail.wait(giver, `needs 1 ${thing}`, patienceMs);
    await write(giver, "1", { kind: "yes", mark: thing });
    const told = await mail.wait(needer, `can give 1 ${thing}`, patienceMs);
    const line = /Text (\d+) and your words/.exec(told)?.[1];
    for (const [turn, from] of [needer, giver, needer, giver].entries()) {
      const words = `${thing} ${turn}`;
      await write(from, `${line} ${words}`, { kind: "words", mark: words });
    }
  }

  function begin(): void {
    timer = setInterval(
      () => {
        const index = stories++;
        const story = tellStory(index)
          .catch((fault: unknown) => void stuck.push(`${thingOf(index)}: ${String(fault)}`))
          .finally(() => underWay.delete(story));
        underWay.add(story);
      },
      (1000 * TEXTS_A_STORY) / rate,
    );
  }

  return {
    writer,
    stuck,
    begin,
    async end() {
      clearInterval(timer);
      await Promise.all(underWay);
    },
    close: () => mail.close(),
  };
}

/** Words that have nothing in common for a matcher, and nothing that a reader of texts would know. */
function thingOf(index: number): string {
  let seed = (index + 1) * 2_654_435_761;
  const letters = "bcdfghjklmnpqrstvwxz";
  return `${Array.from({ length: 9 }, () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return letters[(seed >>> 16) % letters.length];
  }).join("")}k`;
}
