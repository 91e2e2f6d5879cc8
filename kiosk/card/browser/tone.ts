import { whenShown } from "../../shell/browser/shown.ts";

/** Up: it goes on. Twice the same: wait. Down: it is not to be had. In hertz. */
const NOTES: Readonly<Record<string, readonly number[]>> = {
  yes: [660, 990],
  wait: [523, 523],
  no: [330, 220],
};
const NOTE_SECONDS = 0.13;
const LOUDNESS = 0.25;

let sound: AudioContext | undefined;

/** Who does not see the colour of an outcome hears it. */
export function startTones(): void {
  whenShown.add((body) => {
    const tone = body.querySelector<HTMLElement>("[data-tone]")?.dataset["tone"] ?? "";
    // Before the first touch or key of a visit no page may be heard.
    if (navigator.userActivation.hasBeenActive) NOTES[tone]?.forEach(play);
  });
}

function play(hertz: number, at: number): void {
  sound ??= new AudioContext();
  const starts = sound.currentTime + at * NOTE_SECONDS * 1.3;
  const note = sound.createOscillator();
  const loud = sound.createGain();
  note.frequency.value = hertz;
  loud.gain.setValueAtTime(LOUDNESS, starts);
  loud.gain.linearRampToValueAtTime(0, starts + NOTE_SECONDS);
  note.connect(loud).connect(sound.destination);
  note.start(starts);
  note.stop(starts + NOTE_SECONDS);
}
