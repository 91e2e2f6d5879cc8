import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Their files are short and their runs long: they wait for carriers to be asked again, and leave the machine to others. */
const WAITING = /delivery\/(?:a-broadcast|no-kill|no-fault|the-whole-program)/;

class WaitingFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const all = await super.sort(files);
    const isWaiting = ({ moduleId }: TestSpecification) => WAITING.test(moduleId);
    return [...all.filter(isWaiting), ...all.filter((each) => !isWaiting(each))];
  }
}

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/support/global-setup.ts"],
    setupFiles: ["test/support/setup.ts"],
    expect: { requireAssertions: true },
    pool: "forks",
    // A process keeps its modules from file to file: reading the lexicon takes seconds.
    isolate: false,
    maxWorkers: 2,
    sequence: { sequencer: WaitingFirst },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    allowOnly: false,
  },
});
