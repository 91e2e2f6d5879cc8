import { whenShown } from "../../shell/browser/shown.ts";
import { seenIn } from "./strokes.ts";
import { showScanned } from "./wedge.ts";

let watching: AbortController | undefined;

/** The camera looks as long as its screen is shown, and no longer. */
export function startCameraScreen(): void {
  whenShown.add((body) => {
    watching?.abort();
    const video = body.querySelector<HTMLVideoElement>("video[data-camera]");
    if (video) void watch(video);
    const door = body.querySelector<HTMLElement>("[data-camera-door]");
    if (door) void open(door);
  });
}

async function open(door: HTMLElement): Promise<void> {
  const { hasCamera } = await import("./camera.ts");
  door.hidden = !(await hasCamera());
}

async function watch(video: HTMLVideoElement): Promise<void> {
  watching = new AbortController();
  const { signal } = watching;
  const { readPicture } = await import("./camera.ts");
  try {
    const text = await readPicture(video, signal);
    if (text !== null) await showScanned(seenIn(text));
  } catch {
    // Unplugged, forbidden or in use: the screen says what to do instead.
    for (const line of document.querySelectorAll<HTMLElement>("[data-camera-mute], [data-camera-how]"))
      line.hidden = !line.matches("[data-camera-mute]");
  }
}
