export function readKept(name: string): Buffer | null;
export function keep(name: string, content: Uint8Array | string): void;
