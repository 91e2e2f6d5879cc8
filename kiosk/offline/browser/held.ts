type Screen = "waits" | "unseen";

const held = new Map<string, string>();

/** Fetches the screens that are needed when nothing can be fetched. */
export async function holdScreens(paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const answer = await fetch(path);
    if (answer.ok) held.set(path, await answer.text());
  }
}

/** One of them in the language of the visit, with something in the place of each "{name}". */
export async function heldScreen(name: Screen, values: Readonly<Record<string, string>>): Promise<string> {
  const path = `/kiosk/card/${name}?lang=${document.documentElement.lang}`;
  const page = held.get(path) ?? (await (await fetch(path)).text());
  return page.replace(/\{(\w+)\}/g, (whole, key: string) => safe(values[key]) ?? whole);
}

/** Digits, letters and spaces: nothing that a page would take for a part of itself. */
function safe(value: string | undefined): string | undefined {
  return value?.replace(/[^0-9A-Za-z ]/g, "");
}
