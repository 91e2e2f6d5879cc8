const KEY = "giftline waiting";

/** How many scans and posts wait on this screen for the server. */
export function waitingHere(): number {
  const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
  return Array.isArray(found) ? found.length : 0;
}
