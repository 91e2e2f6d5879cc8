/** Reads the picture of a card with the screen's own camera, for a kiosk without a scanner. */
type Reader = {
  prepareZXingModule(options: {
    readonly overrides: { readonly locateFile: () => string };
    readonly fireImmediately: true;
  }): Promise<unknown>;
  readBarcodes(
    image: ImageData,
    options: { readonly formats: readonly string[]; readonly maxNumberOfSymbols: number },
  ): Promise<readonly { readonly text: string }[]>;
};

const READER = "/assets/zxing/es/reader/index.js";
const WASM = "/assets/zxing/zxing_reader.wasm";
const LOOK_EVERY_MS = 200;
const GIVE_UP_MS = 45_000;

/** Shows a button where there is a camera; `found` hears what the picture says. */
export function offerCamera(part: HTMLElement, found: (text: string) => void): void {
  const button = part.querySelector("button");
  const video = part.querySelector("video");
  if (!button || !video || !navigator.mediaDevices) return;
  part.hidden = false;
  button.addEventListener("click", () => {
    button.hidden = true;
    look(video, found).catch(() => {
      part.hidden = true;
    });
  });
}

async function look(video: HTMLVideoElement, found: (text: string) => void): Promise<void> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  const reader: Reader = await import(READER);
  await reader.prepareZXingModule({ overrides: { locateFile: () => WASM }, fireImmediately: true });
  video.srcObject = stream;
  video.hidden = false;
  await video.play();
  const until = performance.now() + GIVE_UP_MS;
  const text = await read(video, reader, until);
  for (const track of stream.getTracks()) track.stop();
  video.hidden = true;
  if (text !== null) found(text);
}

async function read(video: HTMLVideoElement, reader: Reader, until: number): Promise<string | null> {
  const canvas = document.createElement("canvas");
  const drawing = canvas.getContext("2d", { willReadFrequently: true });
  while (drawing && performance.now() < until) {
    [canvas.width, canvas.height] = [video.videoWidth || 1, video.videoHeight || 1];
    drawing.drawImage(video, 0, 0);
    const image = drawing.getImageData(0, 0, canvas.width, canvas.height);
    const [code] = await reader.readBarcodes(image, { formats: ["QRCode"], maxNumberOfSymbols: 1 });
    if (code) return code.text;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return null;
}
