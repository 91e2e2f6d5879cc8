import QRCode from "qrcode";

/** A code that opens a new text to `number` in a phone's camera, as SVG. */
export function smsCode(number: string): Promise<string> {
  return QRCode.toString(`SMSTO:${number}:`, { type: "svg", margin: 2, errorCorrectionLevel: "M" });
}
