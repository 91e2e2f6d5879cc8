import type { RoleName } from "#server/domain/role.ts";

/** Which roles a route of the console is for, beside organizers, who may all; the first line that fits holds. */
const RULES: readonly (readonly [routes: RegExp, roles: readonly RoleName[]])[] = [
  [/ \/organize$/, ["convenor", "helper"]],
  [/ \/organize\/(?:people|csv|status|kiosks|map|queues)(?:\/|$)/, []],
  [/ \/organize\/inbox\/phones\//, []],
  [/ \/organize\/inbox(?:\/|$)/, ["helper"]],
  [/^GET \/organize\/posts$/, ["convenor", "helper"]],
  [/ \/organize\/posts(?:\/|$)/, []],
  [/ \/organize\/cards\/desk(?:\/|$)|^GET \/organize\/cards(?:\/:id)?$/, ["helper"]],
  [/ \/organize\/cards(?:\/|$)/, []],
  [/ \/organize\/tent(?:\/|$)/, ["helper"]],
  [/ \/organize\/day-sheet(?:\/|$)/, ["convenor", "helper"]],
  [/^GET \/organize\/gatherings(?:\/:id(?:\/print)?)?$/, ["convenor", "helper"]],
  [/^POST \/organize\/groups\/:id\/close$/, []],
  [/ \/organize\/(?:gatherings|groups|broadcasts)(?:\/|$)/, ["convenor"]],
];

export function rolesOf(route: string): readonly RoleName[] {
  const rule = RULES.find(([routes]) => routes.test(route));
  if (!rule) throw new Error(`Nobody said for which roles ${route} is.`);
  return ["organizer", ...rule[1]];
}

/** What the forms of all routes ask for, so that none is refused for what it lacks. */
const FIELDS = {
  audience: "news",
  code: "000000",
  contact: "the lead",
  day: "2026-11-24",
  days: "MO",
  end: "20:00",
  format: "assembly",
  gift: "2",
  handle: "Kim",
  how: "done",
  interests: "soup",
  kind: "need",
  language: "en",
  minutes: "10",
  name: "Kim",
  need: "1",
  nonce: "1",
  notes: "bring chairs",
  number: "1",
  open: "yes",
  phone: "+14015550177",
  place: "Big Tent",
  reason: "other",
  role: "helper",
  seen: "4839 2017 563",
  start: "19:00",
  state: "declined",
  step: "up",
  text: "name\nKitchen",
  time: "10:00",
  title: "Assembly",
  upTo: "1",
  what: "groups",
  words: "2 tarps",
};

export function formFor(route: string): Record<string, string> {
  if (route.endsWith("/gatherings/:id/cancel")) return { ...FIELDS, step: "cancel" };
  if (/\/broadcasts/.test(route)) return { ...FIELDS, start: "", end: "" };
  return /\/tent\/:id\/(?:join|leave)$/.test(route) ? { ...FIELDS, group: "1" } : FIELDS;
}

const HUGE = "99999999999";
const WORDS = ["words", "name", "title", "place", "notes", "handle", "text", "interests", "seen", "group"];
const IDS = ["group", "gathering", "audience"];

/** A whole form, spoilt in many ways. */
export function strangeForms(form: Record<string, string>): readonly Record<string, string>[] {
  const signs = ["\u202e\u2066", "x".repeat(3000), "'; DROP TABLE people; --", HUGE, "\ud800"];
  return [
    ...signs.map((sign) => ({ ...form, ...Object.fromEntries(WORDS.map((field) => [field, sign])) })),
    ...IDS.map((field) => ({ ...form, [field]: HUGE })),
    { ...form, corrects: HUGE, number: HUGE, person: HUGE },
    ...["groups", `told:${HUGE}`, `same:${HUGE}`, "told:x"].map((audience) => ({
      ...form,
      audience,
      group: HUGE,
    })),
    { ...form, audience: "groups", group: HUGE, gathering: "x" },
  ];
}
