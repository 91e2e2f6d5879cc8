import { chmodSync, lstatSync, mkdirSync } from "node:fs";

/** Where root keeps what another user must reach, first choice first. */
const places = ["/var/lib/giftline", "/usr/local/lib/giftline", "/opt/giftline"];

/** Makes and offers those places in turn; one that cannot be made, or is not root's alone, is passed over. */
export function* sharedPlaces(): Generator<string> {
  for (const place of places) {
    if (make(place)) yield place;
  }
}

function make(place: string): boolean {
  try {
    // Said apart from mkdir: under umask 077 it would be closed to others.
    if (mkdirSync(place, { recursive: true }) !== undefined) chmodSync(place, 0o755);
    return isRootsAlone(place);
  } catch {
    return false;
  }
}

/** What another user could swap for something else must not be run or written by root. */
export function isRootsAlone(path: string): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found?.isDirectory() === true && found.uid === 0 && (found.mode & 0o022) === 0;
}
