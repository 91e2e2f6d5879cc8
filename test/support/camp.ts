import { expect } from "vitest";
import { startWorld, type WorldOptions } from "#test/support/world.ts";

/** What jobs run on: every promise that depends on them is tested on both. */
export const QUEUES = ["postgresql", "redis"] as const;
export type Queue = (typeof QUEUES)[number];

export type Phone = {
  readonly number: string;
  /** Texts us: the answer in the response, null for silence. */
  text(body: string): Promise<string | null>;
  /** What came by itself since the last look, oldest first, once nothing that is due is left to do. */
  unread(): Promise<readonly string[]>;
};

export type Camp = Awaited<ReturnType<typeof startCamp>>;

/** A world with people in it. When it closes, nobody's number may have been in any text to anybody. */
export async function startCamp(options: WorldOptions = {}) {
  const world = await startWorld(options);
  const numbers: string[] = [];
  const { standIn } = world;
  return {
    ...world,
    phone(number = `+1401555${1001 + numbers.length}`): Phone {
      numbers.push(number);
      let seen = 0;
      return {
        number,
        text: (body) => world.text(number, body),
        async unread() {
          await world.settled();
          const all = world.sentTo(number);
          const fresh = all.slice(seen);
          seen = all.length;
          return fresh;
        },
      };
    },
    /** How many texts went to anybody by the carrier's API. */
    sentCount: () => standIn.accepted.length,
    async close(): Promise<void> {
      const texts = [...standIn.accepted, ...standIn.replies].map((text) => text.body.replace(/\D/g, ""));
      const shown = numbers.filter((number) => texts.some((digits) => digits.includes(number.slice(-7))));
      await world.close();
      expect(shown).toEqual([]);
    },
  };
}

/** The number of the post that a text names first. */
export function postIn(text: string | null | undefined): number {
  return found(/\bno\. (\d+)/i, text);
}

/** The number of the introduction to write to. */
export function lineIn(text: string | null | undefined): number {
  return found(/\b(?:text|manda) (\d+) (?:and your words|y tus palabras)/i, text);
}

function found(pattern: RegExp, text: string | null | undefined): number {
  const number = pattern.exec(text ?? "")?.[1];
  if (number === undefined) throw new Error(`There is no such number in: ${text}`);
  return Number(number);
}

/** As many phones as gifts, each of which posted its gift, one after the other. */
export async function giversOf(camp: Camp, ...gifts: string[]): Promise<Phone[]> {
  const phones: Phone[] = [];
  for (const gift of gifts) {
    const phone = camp.phone();
    phones.push(phone);
    await phone.text(`GIFT ${gift}`);
    await camp.settled();
  }
  return phones;
}

/** How many texts each got since the last look. */
export async function counts(phones: readonly Phone[]): Promise<number[]> {
  const got: number[] = [];
  for (const phone of phones) got.push((await phone.unread()).length);
  return got;
}
