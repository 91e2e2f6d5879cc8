import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parsePool } from "#server/matching/evaluate/labelled-pool.ts";

const POOLS = fileURLToPath(new URL("../../../test/fixtures/matching", import.meta.url));
const PLACES =
  "kitchen tent,river gate,info tent,north field,barn,church hall,bus stop,school yard,orchard,main stage".split(
    ",",
  );

export type SamplePosts = { readonly needs: readonly string[]; readonly gifts: readonly string[] };

/** Real texts from the labelled pools, as many as wanted: again with another place when they run out. */
export function samplePosts(gifts: number, needs: number): SamplePosts {
  const pools = globSync("*.jsonl", { cwd: POOLS })
    .sort((a, b) => a.localeCompare(b, "en"))
    .map((name) => parsePool(readFileSync(`${POOLS}/${name}`, "utf8")));
  return {
    gifts: fill(
      pools.flatMap((pool) => pool.gifts.map((gift) => gift.text)),
      gifts,
    ),
    needs: fill(
      pools.flatMap((pool) => pool.needs.map((need) => need.text)),
      needs,
    ),
  };
}

function fill(texts: readonly string[], count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => {
    const text = texts[(i * 7919) % texts.length] ?? "";
    const round = Math.floor(i / texts.length);
    return round === 0 ? text : `${text}, near ${PLACES[round % PLACES.length]}`;
  });
}
