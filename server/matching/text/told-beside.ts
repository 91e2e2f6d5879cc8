import type { PostKind } from "#server/domain/post.ts";
import type { ConceptId } from "../know/concept.ts";
import { isKindOf, type Lexicon } from "../know/lexicon.ts";
import { isActive, isDoing, servicesFor } from "./services.ts";
import type { Item } from "./shape.ts";

/** Completes what an item leaves open by what the rest of the text says. */
export function completeItems(items: readonly Item[], side: PostKind, lexicon: Lexicon): readonly Item[] {
  const told = side === "need" ? afterTroubles(items) : afterServices(items, lexicon);
  return withDestinations(withObjects(told, lexicon), lexicon);
}

/** "no heat, kids cold. heater?": where a thing is named too, the troubles are only its story. */
function afterTroubles(items: readonly Item[]): readonly Item[] {
  if (items.every((item) => item.story || item.trouble)) return items;
  return items.map((item) => (item.trouble ? { ...item, story: true } : item));
}

/** "massage, green tent afternoons": behind what somebody does, a tent is where it is done. */
function afterServices(items: readonly Item[], lexicon: Lexicon): readonly Item[] {
  const [first] = items;
  if (!first?.heads.some((head) => isActive(head.names, lexicon))) return items;
  return items.map((item, index) => {
    const isPlace = item.heads.some((head) => head.names.some((name) => isKindOf(lexicon, name, WHERE)));
    if (index === 0 || !isPlace) return item;
    return { ...item, heads: item.heads.map((head) => ({ ...head, sure: head.sure * BEHIND_SERVICE })) };
  });
}

const BEHIND_SERVICE = 0.6;
const WHERE: ReadonlySet<ConceptId> = new Set([
  "tent",
  "shelter",
  "furniture",
  "vehicle",
  "bus-vehicle",
  "canopy",
]);

/** "brakes grinding, who can fix": what is to be fixed was told before. */
function withObjects(items: readonly Item[], lexicon: Lexicon): readonly Item[] {
  const told = items.filter((item) => item.story).flatMap((item) => item.heads);
  if (told.length === 0) return items;
  return items.map((item) => {
    const isBare = item.objects.length === 0 && item.heads.every((head) => head.names.some(isDoing));
    if (item.story || !isBare) return item;
    const doings = item.heads.flatMap((head) => head.names);
    const objects = told.flatMap((each) => each.names);
    const services = servicesFor(doings, objects, lexicon);
    return { ...item, objects: told, heads: [...item.heads, ...services] };
  });
}

/** "i take my wife to the clinic mondays, 1 seat open": where the ride goes was said beside. */
function withDestinations(items: readonly Item[], lexicon: Lexicon): readonly Item[] {
  const rides = items.filter(isRideItem);
  if (rides.length === 0) return items;
  const said = rides.flatMap((item) => item.to);
  const isGoal = (name: ConceptId) => lexicon.concepts.get(name)?.kind === "place";
  const beside = items
    .filter((item) => !isRideItem(item))
    .flatMap((item) => item.heads.filter((head) => head.names.some(isGoal)));
  const to = said.length > 0 ? said : beside;
  return items.map((item) => (isRideItem(item) && item.to.length === 0 ? { ...item, to } : item));
}

function isRideItem(item: Item): boolean {
  return item.heads.some((head) => head.names.includes("ride"));
}
