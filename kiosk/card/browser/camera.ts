import type { BarcodeDetector as Ponyfill, prepareZXingModule } from "barcode-detector/ponyfill";

type Detector = { detect(film: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]> };
type Native = {
  new (options: { readonly formats: string[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
};
type Package = {
  readonly BarcodeDetector: typeof Ponyfill;
  readonly prepareZXingModule: typeof prepareZXingModule;
};

/** The browser's own, where there is one. */
declare const BarcodeDetector: Native | undefined;

const PACKAGE = "/assets/barcode/ponyfill.js";
const WASM = "/assets/barcode/zxing_reader.wasm";
const LOOK_EVERY_MS = 150;

export async function hasCamera(): Promise<boolean> {
  // Only a secure page is told of cameras at all.
  if (!("mediaDevices" in navigator)) return false;
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.some(({ kind }) => kind === "videoinput");
}

/** What the first code says that is held in front of the camera; null when `signal` ended the look. The camera is off then. */
export async function readPicture(video: HTMLVideoElement, signal: AbortSignal): Promise<string | null> {
  const film = { facingMode: "environment", width: { ideal: 1280 }, height: { ideal: 720 } };
  const stream = await navigator.mediaDevices.getUserMedia({ video: film });
  const stop = () => {
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
  signal.addEventListener("abort", stop);
  try {
    video.srcObject = stream;
    await video.play();
    return await look(video, await detector(), signal);
  } catch (fault) {
    // The look was ended while the camera was starting.
    if (signal.aborted) return null;
    throw fault;
  } finally {
    stop();
  }
}

async function look(video: HTMLVideoElement, eye: Detector, signal: AbortSignal): Promise<string | null> {
  while (!signal.aborted) {
    const [code] = await eye.detect(video);
    if (code && !signal.aborted) return code.rawValue;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return null;
}

async function detector(): Promise<Detector> {
  const formats: "qr_code"[] = ["qr_code"];
  if (typeof BarcodeDetector !== "undefined") {
    const known = await BarcodeDetector.getSupportedFormats();
    if (known.includes("qr_code")) return new BarcodeDetector({ formats });
  }
  const ours: Package = await import(PACKAGE);
  await ours.prepareZXingModule({ overrides: { locateFile: () => WASM }, fireImmediately: true });
  return new ours.BarcodeDetector({ formats });
}
