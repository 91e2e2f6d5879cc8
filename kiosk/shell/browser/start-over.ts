const START = "/kiosk";

/** The next person finds nothing of the last one: another document in the place of this one, and no way back. */
export function startOver(): void {
  speechSynthesis.cancel();
  location.replace(START);
}
