const REMEMBERED = "giftline-simulator-phones";
export const MOST_PHONES = 6;
const FIRST = ["+14015550101", "+14015550102"];

/** A typed number without what people put between digits; null when it can be none. The server has the last word. */
export function readNumber(typed: string): string | null {
  const number = typed.replace(/[\s().-]/g, "");
  return /^\+?\d{7,15}$/.test(number) ? number : null;
}

/** For reading: "+1 401 555 0101". */
export function spaced(number: string): string {
  return number.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, "+1 $1 $2 $3");
}

/** The next of our made-up numbers that no phone has. */
export function freeNumber(taken: readonly string[]): string {
  const all = Array.from(
    { length: taken.length + 1 },
    (_, index) => `+1401555${String(101 + index).padStart(4, "0")}`,
  );
  return all.find((number) => !taken.includes(number)) ?? "+14015550199";
}

/** The phones that lay on this page before it was loaded again. */
export function rememberedNumbers(): readonly string[] {
  const kept = (sessionStorage.getItem(REMEMBERED) ?? "").split(",").filter((number) => readNumber(number));
  return kept.length > 0 ? kept.slice(0, MOST_PHONES) : FIRST;
}

export function rememberNumbers(numbers: readonly string[]): void {
  sessionStorage.setItem(REMEMBERED, numbers.join(","));
}
