import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from "node:crypto";
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Keeps what is personal unreadable without the key, which is never in the database.
 * `seal`/`open`: AES-256-GCM, 12-byte random nonce first, 16-byte tag last, bound to `purpose`.
 * `hash`: HMAC-SHA-256, 32 bytes, for looking up without storing.
 */
export type Vault = {
  seal(purpose: Purpose, words: string): Uint8Array<ArrayBuffer>;
  /** Throws when the key or the purpose is another one. */
  open(purpose: Purpose, sealed: Uint8Array): string;
  hash(purpose: Purpose, words: string): Uint8Array<ArrayBuffer>;
  /** A secret of its own for a part of the program, as hex. */
  derive(purpose: "simulator"): string;
};

type Purpose =
  | "phone"
  | "text"
  | "repeat"
  | "sign-in"
  | "session"
  | "address"
  | "card"
  | "card-token"
  | "card-miss"
  | "card-nonce"
  | "item-nonce"
  | "slip"
  | "kiosk"
  | "kiosk-code"
  | "kiosk-pin"
  | "wish";

const NONCE = 12;
const TAG = 16;

export function createVault(secret: string): Vault {
  const derived = new Map<string, KeyObject>();
  const key = (use: string) => {
    const found = derived.get(use);
    if (found) return found;
    const made = createSecretKey(Buffer.from(hkdfSync("sha256", secret, "giftline", use, 32)));
    derived.set(use, made);
    return made;
  };
  return {
    seal(purpose, words) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv("aes-256-gcm", key("seal"), nonce).setAAD(Buffer.from(purpose));
      return plain([nonce, cipher.update(words, "utf8"), cipher.final(), cipher.getAuthTag()]);
    },
    open(purpose, sealed) {
      const nonce = sealed.subarray(0, NONCE);
      const decipher = createDecipheriv("aes-256-gcm", key("seal"), nonce).setAAD(Buffer.from(purpose));
      decipher.setAuthTag(sealed.subarray(-TAG));
      return decipher.update(sealed.subarray(NONCE, -TAG), undefined, "utf8") + decipher.final("utf8");
    },
    hash: (purpose, words) =>
      plain([
        createHmac("sha256", key(`hash ${purpose}`))
          .update(words)
          .digest(),
      ]),
    derive: (purpose) => key(purpose).export().toString("hex"),
  };
}

/** The database driver wants bytes over a buffer of their own, not over Node's shared pool. */
function plain(parts: readonly Buffer[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat(parts));
}

/** The key from its file, made there (mode 0600) when this is the first start. Safe when two start at once. */
export function keyFromFile(file: string): string {
  const found = read(file);
  if (found) return found;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
  } catch (fault) {
    if (!isCode(fault, "EEXIST")) throw fault;
  } finally {
    rmSync(draft);
  }
  chmodSync(file, 0o600);
  const made = read(file);
  if (!made) throw new Error("The key file could not be written.");
  return made;
}

function read(file: string): string | null {
  try {
    return readFileSync(file, "utf8").trim() || null;
  } catch (fault) {
    if (isCode(fault, "ENOENT")) return null;
    throw fault;
  }
}

function isCode(fault: unknown, code: string): boolean {
  return fault instanceof Error && "code" in fault && fault.code === code;
}
