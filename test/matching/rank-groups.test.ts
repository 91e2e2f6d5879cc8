import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chooseGroup } from "#server/matching/rank-groups.ts";
import { knowledge } from "./knowledge.ts";

const GROUPS = [
  ["Kitchen", "cooking, cocina, comida, food", "Cooking for everyone, serving, washing dishes."],
  ["Medics", "first aid, medicos, salud, nurse, health", "The health tent, day and night."],
  ["Bike shop", "bike repair, bicicletas, mechanics", "We repair bikes."],
  ["Media", "website, press, photos, prensa, video, medios", ""],
  ["Legal", "legal help, know your rights, abogados, ayuda legal", ""],
  ["Sanitation", "trash, recycling, toilets, basura, limpieza, cleaning", ""],
  ["Kids", "childcare, kids activities, niños, cuidado de niños", ""],
  ["Songs", "music, guitar, songs, música", ""],
].map(([name = "", interests = "", about = ""], at) => ({ id: at + 1, name, interests, about }));

function namesFor(words: string): readonly (string | undefined)[] {
  return chooseGroup(words, GROUPS, knowledge).map((id) => GROUPS[id - 1]?.name);
}

describe("an interest finds its group", () => {
  test.each([
    ["cooking", "Kitchen"],
    ["chef", "Kitchen"],
    ["coking", "Kitchen"],
    ["kitchn", "Kitchen"],
    ["me gusta cocinar", "Kitchen"],
    ["can help with dishes", "Kitchen"],
    ["doctor", "Medics"],
    ["salud", "Medics"],
    ["first aid tent", "Medics"],
    ["bike", "Bike shop"],
    ["bicis", "Bike shop"],
    ["fix my bike", "Bike shop"],
    ["video", "Media"],
    ["abogado", "Legal"],
    ["leagl", "Legal"],
    ["basura", "Sanitation"],
    ["babysitting", "Kids"],
    ["kids", "Kids"],
    ["niños", "Kids"],
    ["music", "Songs"],
    ["musica", "Songs"],
  ])("%s: %s", (words, name) => {
    expect(namesFor(words)).toEqual([name]);
  });

  test.each(["basket weaving", "zzz", "", "?!", "cualquiera"])("nothing for: %s", (words) => {
    expect(namesFor(words)).toEqual([]);
  });

  test("two that fit alike both come", () => {
    const night = { id: 9, name: "Night kitchen", interests: "cooking, cocina", about: "" };
    expect(chooseGroup("cooking", [...GROUPS, night], knowledge)).toEqual([1, 9]);
  });

  test("any words at all choose at most five of the groups there are, each once, always the same", () => {
    const ids = GROUPS.map(({ id }) => id);
    const words = fc.oneof(
      fc.string({ unit: "binary", maxLength: 200 }),
      fc
        .array(fc.constantFrom(..."cook bike music help food the kids salud a".split(" ")))
        .map((some) => some.join(" ")),
    );
    fc.assert(
      fc.property(words, (said) => {
        const chosen = chooseGroup(said, GROUPS, knowledge);
        expect(chosen.length).toBeLessThanOrEqual(5);
        expect(new Set(chosen).size).toBe(chosen.length);
        expect(ids).toEqual(expect.arrayContaining([...chosen]));
        expect(chooseGroup(said, GROUPS, knowledge)).toEqual(chosen);
      }),
      { numRuns: 60 },
    );
  });
});
