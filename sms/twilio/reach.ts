/**
 * Whether Giftline answers at this webhook, as seen from here: what Twilio has not signed is refused by it, and by
 * little else in the same way.
 */
export async function refusesStrangers(webhook: string, timeoutMs: number): Promise<boolean> {
  const signal = AbortSignal.timeout(timeoutMs);
  const answer = await fetch(webhook, { method: "POST", signal }).catch(() => null);
  await answer?.body?.cancel();
  return answer?.status === 403;
}
