/** What is in the way of printing; `ready`: nothing. */
export type PrinterState = "ready" | "cover-open" | "no-paper" | "fault";

/** DLE EOT 2 and 4, Epson's real-time questions: why it is off, and how its paper stands. */
export const ASK_STATE = new Uint8Array([0x10, 0x04, 2, 0x10, 0x04, 4]);
/** GS r 1, answered once all before it is printed. */
export const ASK_WHEN_DONE = new Uint8Array([0x1d, 0x72, 1]);

/** An answer to DLE EOT has bits 1 and 4 set, 0 and 7 not; one to GS r has bits 4 and 7 not set. */
export function isStateByte(byte: number): boolean {
  return (byte & 0x93) === 0x12;
}

export function isDoneByte(byte: number): boolean {
  return (byte & 0x90) === 0;
}

/** What the two answers to `ASK_STATE` say. An open cover comes first: it looks like no paper to some printers. */
export function readState(offline: number, paper: number): PrinterState {
  if (offline & 0x04) return "cover-open";
  if (offline & 0x20 || (paper & 0x60) !== 0) return "no-paper";
  return offline & 0x40 ? "fault" : "ready";
}

/** Whether the roll is nearly at its end. */
export function isLow(paper: number): boolean {
  return (paper & 0x0c) !== 0;
}
