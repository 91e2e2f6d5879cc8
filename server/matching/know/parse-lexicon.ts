import { type Concept, type ConceptId, KINDS, type Kind, type Term } from "./concept.ts";

/** What is wrong with one line: `where` is its file and number. The rest of the file counts all the same. */
export type Fault = { readonly where: string; readonly problem: string };
export type Parsed = { readonly concepts: readonly Concept[]; readonly faults: readonly Fault[] };

const RELATIONS = {
  "<": "kindOf",
  "~": "near",
  ">": "answeredBy",
  "@": "goesWith",
  "+": "goesWith",
  "!": "never",
} as const;
type Relation = (typeof RELATIONS)[keyof typeof RELATIONS];

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const SIGN = /\s+([<~>@+!])\s+/;

/**
 * Reads lexicon files: a concept a line, `id: english terms / spanish terms < kind-of ~ near > answered-by`.
 * A line that starts with spaces goes on with the one before; `[goods]` says the kind of all that follow.
 */
export function parseLexicon(files: readonly { readonly name: string; readonly text: string }[]): Parsed {
  const concepts: Concept[] = [];
  const faults: Fault[] = [];
  for (const { name, text } of files) {
    let kind: Kind = "goods";
    let side: Term["side"] = null;
    for (const { line, number } of wholeLines(text)) {
      const where = `${name}:${number}`;
      const [, section, only] = /^\[(\w+)(?: in (need|gift)s)?\]/.exec(line) ?? [];
      if (section !== undefined) {
        const known = KINDS.find((each) => each === section);
        side = only === "need" || only === "gift" ? only : null;
        if (known) kind = known;
        else faults.push({ where, problem: `[${section}] is no kind: ${KINDS.join(", ")}` });
        continue;
      }
      const read = readConcept(line, kind, side);
      if (typeof read === "string") faults.push({ where, problem: read });
      else concepts.push(read);
    }
  }
  return { concepts, faults };
}

function wholeLines(text: string): readonly { line: string; number: number }[] {
  const lines: { line: string; number: number }[] = [];
  text.split(/\r?\n/).forEach((raw, index) => {
    const bare = raw.replace(/(^|\s)#.*$/, "").trimEnd();
    const last = lines.at(-1);
    if (!bare.trim()) return;
    if (/^\s/.test(bare) && last) last.line += ` ${bare.trim()}`;
    else lines.push({ line: bare.trim(), number: index + 1 });
  });
  return lines;
}

function readConcept(line: string, kind: Kind, side: Term["side"]): Concept | string {
  const colon = line.indexOf(":");
  const id = line.slice(0, Math.max(0, colon)).trim();
  if (!ID.test(id)) return "a line begins with a name in small letters and a colon";
  const [words = "", ...clauses] = ` ${line.slice(colon + 1)} `.split(SIGN);
  const [english = "", spanish = "", ...more] = words.split("/");
  if (more.length > 0) return "one / between the English and the Spanish words";
  const terms = [...termsIn(english, "en", side), ...termsIn(spanish, "es", side)];
  const related: Record<Relation, ConceptId[]> = {
    kindOf: [],
    near: [],
    answeredBy: [],
    goesWith: [],
    never: [],
  };
  for (let i = 0; i < clauses.length; i += 2) {
    const ids = (clauses[i + 1] ?? "").split(/[,\s]+/).filter(Boolean);
    const wrong = ids.find((each) => !ID.test(each));
    if (wrong !== undefined) return `"${wrong}" is no name of a concept`;
    related[RELATIONS[clauses[i] as keyof typeof RELATIONS]].push(...ids);
  }
  return { id, kind, terms, ...related };
}

function termsIn(list: string, language: Term["language"], side: Term["side"]): readonly Term[] {
  return listed(list).map((words) => ({ words, language, side }));
}

function listed(list: string): readonly string[] {
  return list
    .split(",")
    .map((each) => each.trim())
    .filter(Boolean);
}
