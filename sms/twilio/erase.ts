import type { Twilio } from "twilio";
import { TwilioFault } from "#sms/twilio/errors.ts";
import { numbersOf, type Sender } from "#sms/twilio/listing.ts";

type Span = { readonly since: Date; readonly until: Date };

/**
 * Deletes what Twilio keeps of texts that were sent in that time, to and from every number of `sender`: its own time is
 * 400 days. Which texts there are is read before the first is deleted, because pages move when texts go.
 */
export async function erase(client: Twilio, sender: Sender, { since, until }: Span): Promise<number> {
  const sids = new Set<string>();
  for (const number of await numbersOf(client, sender)) {
    for (const which of [{ to: number }, { from: number }]) {
      const span = { dateSentAfter: since, dateSentBefore: until, pageSize: 1_000 };
      for (const { sid } of await client.messages.list({ ...which, ...span })) sids.add(sid);
    }
  }
  for (const sid of sids) await remove(client, sid);
  return sids.size;
}

/** What is gone already is gone; what Twilio will not delete (it is still under way) stays with it. */
async function remove(client: Twilio, sid: string): Promise<void> {
  try {
    await client.messages(sid).remove();
  } catch (fault) {
    const refused = fault instanceof TwilioFault && fault.fault.kind === "answered" ? fault.fault : null;
    if (refused?.httpStatus !== 404 && refused?.httpStatus !== 409) throw fault;
  }
}
