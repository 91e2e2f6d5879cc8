import type { Twilio } from "twilio";
import { z } from "zod";
import type { ListedText } from "#sms/carrier.ts";
import { failureOf } from "#sms/twilio/errors.ts";
import { deliveryStatusOf } from "#sms/twilio/status.ts";

export type Sender = {
  readonly from?: string | undefined;
  readonly messagingServiceSid?: string | undefined;
};

/**
 * Everything that Twilio's API took for `to` since `since`; what a webhook answered was never in doubt.
 * Twilio filters and sorts by the date *sent*, which a text that still waits in its queue does not have. A lookup
 * is after just those, so it reads the last 1,000 of that number and compares the date of creation here.
 */
export async function listTo(client: Twilio, to: string, since: Date): Promise<readonly ListedText[]> {
  const rows = await readBackTo(null, pages(client, { to, pageSize: 1_000 }), 1_000);
  return newestFirst(
    rows.filter(({ isAnswer }) => !isAnswer),
    since,
  );
}

/** Both directions of every number of `sender`, reading pages only as far back as `since`. */
export async function listSince(client: Twilio, sender: Sender, since: Date): Promise<readonly ListedText[]> {
  const rows: Row[] = [];
  for (const number of await numbersOf(client, sender)) {
    rows.push(...(await readBackTo(since, pages(client, { to: number, pageSize: 50 }), 10_000)));
    rows.push(...(await readBackTo(since, pages(client, { from: number, pageSize: 50 }), 10_000)));
  }
  return newestFirst(rows, since);
}

type Query = { readonly to?: string; readonly from?: string; readonly pageSize: number };

type Page = { readonly instances: readonly unknown[]; nextPage(): Promise<Page> | undefined };

async function* pages(client: Twilio, query: Query): AsyncGenerator<readonly Row[]> {
  let page: Page = await client.messages.page(query);
  for (;;) {
    yield z.array(Row).parse(page.instances);
    const next = await page.nextPage();
    if (next === undefined) return;
    page = next;
  }
}

async function readBackTo(since: Date | null, read: AsyncGenerator<readonly Row[]>, limit: number) {
  const rows: Row[] = [];
  for await (const page of read) {
    rows.push(...page);
    const last = page.findLast((row) => row.sentAt !== null)?.sentAt;
    if (rows.length >= limit || (since && last && last < wholeSecond(since))) break;
  }
  return rows;
}

function newestFirst(rows: readonly Row[], since: Date): readonly ListedText[] {
  const texts = new Map(rows.map(({ text }) => [text.carrierId, text]));
  return [...texts.values()]
    .filter((text) => text.at >= wholeSecond(since))
    .sort((one, other) => other.at.getTime() - one.at.getTime());
}

/** Twilio's dates have no milliseconds: what it took at 12:00:00.9 reads 12:00:00. */
function wholeSecond(date: Date): Date {
  return new Date(Math.floor(date.getTime() / 1000) * 1000);
}

export async function numbersOf(
  client: Twilio,
  { from, messagingServiceSid }: Sender,
): Promise<ReadonlySet<string>> {
  const own = from === undefined ? [] : [from];
  if (messagingServiceSid === undefined) return new Set(own);
  const pool = await client.messaging.v1.services(messagingServiceSid).phoneNumbers.list({ limit: 400 });
  return new Set([...own, ...pool.map(({ phoneNumber }) => phoneNumber)]);
}

type Row = z.infer<typeof Row>;
const Row = z
  .object({
    sid: z.string(),
    direction: z.string(),
    // Null until a Messaging Service has chosen the number.
    from: z.string().nullable(),
    messagingServiceSid: z.string().nullish(),
    to: z.string(),
    body: z.string().nullable(),
    numMedia: z.coerce.number().catch(0),
    status: z.string(),
    errorCode: z.number().nullish(),
    dateCreated: z.date(),
    dateSent: z.date().nullable(),
  })
  .transform((row) => ({
    sentAt: row.dateSent,
    isAnswer: row.direction === "outbound-reply",
    text: {
      carrierId: row.sid,
      direction: row.direction === "inbound" ? ("in" as const) : ("out" as const),
      from: row.from ?? row.messagingServiceSid ?? "",
      to: row.to,
      body: (row.body ?? "").replaceAll("\0", ""),
      mediaCount: row.numMedia,
      at: row.dateCreated,
      status: deliveryStatusOf(row.status) ?? "accepted",
      failure:
        deliveryStatusOf(row.status) === "failed" ? failureOf(String(row.errorCode ?? row.status)) : null,
    } satisfies ListedText,
  }));
