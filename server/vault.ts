import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
} from "node:crypto";
import { z } from "zod";

/**
 * Keeps what is personal unreadable without the key, which is never in the database.
 * `seal`/`open`: AES-256-GCM, 12-byte random nonce first, 16-byte tag last, bound to `purpose`.
 * `hash`: HMAC-SHA-256, 32 bytes, for looking up without storing.
 */
export type Vault = {
  seal(purpose: SealPurpose, words: string): Bytes;
  /** Throws when the key or the purpose is another one. */
  open(purpose: SealPurpose, sealed: Uint8Array): string;
  hash(purpose: HashPurpose, words: string): Bytes;
  /** A secret of its own for a part of the program, as hex. */
  derive(purpose: "simulator"): string;
};

type Bytes = Uint8Array<ArrayBuffer>;

export type SealPurpose = "phone" | "text" | "card" | "wish" | "key proof" | "key chain";

const HASHES = [
  "phone",
  "repeat",
  "sign-in",
  "session",
  "address",
  "card",
  "card-token",
  "card-miss",
  "card-nonce",
  "slip",
  "kiosk",
  "kiosk-code",
  "kiosk-pin",
  "item-nonce",
  "wish",
] as const;
export type HashPurpose = (typeof HASHES)[number];

/** The half of a key that hashes, and cannot open anything, in base64url. A purpose that came later is not in it. */
export const HashingHalf = z.partialRecord(z.enum(HASHES), z.string());
export type HashingHalf = z.infer<typeof HashingHalf>;

/** What a process knows of keys. Replaced as a whole when the key changes. */
export type Ring = {
  readonly current: Key;
  /** They open what was sealed just before a change, or just after. */
  readonly others: readonly Key[];
  /** Of all keys before the current one, oldest first. */
  readonly chain: readonly HashingHalf[];
};

export function createVault(ring: () => Ring): Vault {
  return {
    seal: (purpose, words) => ring().current.seal(purpose, words),
    open(purpose, sealed) {
      const { current, others } = ring();
      for (const key of [current, ...others]) {
        const words = key.open(purpose, sealed);
        if (words !== null) return words;
      }
      throw new Error("What is sealed was sealed with another key, or for another purpose.");
    },
    hash(purpose, words) {
      const { current, chain } = ring();
      const hashedOn = chain.reduce<string | Uint8Array>((value, half) => macOf(half[purpose], value), words);
      return current.mac(purpose, hashedOn);
    },
    derive: (purpose) => ring().current.derive(purpose),
  };
}

/** One key, with all that is derived from it by HKDF-SHA-256. */
export type Key = ReturnType<typeof createKey>;

const NONCE = 12;
const TAG = 16;

export function createKey(secret: string) {
  const derive = (use: string) =>
    createSecretKey(Buffer.from(hkdfSync("sha256", secret, "giftline", use, 32)));
  const sealing = derive("seal");
  const hashing = new Map(HASHES.map((purpose) => [purpose, derive(`hash ${purpose}`)]));
  const hashingKey = (purpose: HashPurpose) => hashing.get(purpose) ?? derive(`hash ${purpose}`);

  return {
    secret,
    seal(purpose: SealPurpose, words: string): Bytes {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv("aes-256-gcm", sealing, nonce).setAAD(Buffer.from(purpose));
      return plain([nonce, cipher.update(words, "utf8"), cipher.final(), cipher.getAuthTag()]);
    },
    /** Null: another key, or another purpose. */
    open(purpose: SealPurpose, sealed: Uint8Array): string | null {
      const nonce = sealed.subarray(0, NONCE);
      try {
        const decipher = createDecipheriv("aes-256-gcm", sealing, nonce).setAAD(Buffer.from(purpose));
        decipher.setAuthTag(sealed.subarray(-TAG));
        return decipher.update(sealed.subarray(NONCE, -TAG), undefined, "utf8") + decipher.final("utf8");
      } catch {
        return null;
      }
    },
    /** Of words, or of what a former key made of them. */
    mac: (purpose: HashPurpose, value: string | Uint8Array): Bytes =>
      plain([createHmac("sha256", hashingKey(purpose)).update(value).digest()]),
    hashingHalf: (): HashingHalf =>
      HashingHalf.parse(
        Object.fromEntries(HASHES.map((use) => [use, hashingKey(use).export().toString("base64url")])),
      ),
    derive: (purpose: "simulator"): string => derive(purpose).export().toString("hex"),
  };
}

function macOf(half: string | undefined, value: string | Uint8Array): string | Uint8Array {
  return half === undefined
    ? value
    : createHmac("sha256", Buffer.from(half, "base64url")).update(value).digest();
}

/** The database driver wants bytes over a buffer of their own, not over Node's shared pool. */
function plain(parts: readonly Buffer[]): Bytes {
  return new Uint8Array(Buffer.concat(parts));
}
