import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** They wait for a minute or more: begun last, as short files are, they would run alone in the end. */
const WAITING = ["a-broadcast-reaches-each-once", "no-kill-loses-a-text", "no-fault-breaks-a-promise"];

/** The first that waits begins at once, the others later: not beside each other. */
class WaitingEarly extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isWaiting = ({ moduleId }: TestSpecification) => WAITING.some((name) => moduleId.includes(name));
    const sorted = (await super.sort(files)).filter((file) => !isWaiting(file));
    const apart = Math.ceil(sorted.length / (WAITING.length + 1));
    for (const [at, file] of files.filter(isWaiting).entries()) sorted.splice(at * apart, 0, file);
    return sorted;
  }
}

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/support/global-setup.ts"],
    setupFiles: ["test/support/setup.ts"],
    sequence: { sequencer: WaitingEarly },
    expect: { requireAssertions: true },
    pool: "forks",
    // A process keeps its modules from file to file: reading them takes seconds.
    isolate: false,
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    allowOnly: false,
  },
});
