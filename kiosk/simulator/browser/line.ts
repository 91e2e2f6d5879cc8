import type { PhoneTexts } from "#server/http/simulator.ts";

const PATIENCE_MS = 5_000;
export const AWAY = "The server does not answer. What you see may be old; trying again.";

export type ShownText = PhoneTexts["texts"][number];
export type Sent = { readonly ok: true } | { readonly ok: false; readonly fault: string };

/** What a phone shows, oldest first. Rejects when the server is away. */
export async function fetchTexts(phone: string): Promise<readonly ShownText[]> {
  const answer = await fetch(`/simulator/texts?phone=${encodeURIComponent(phone)}`, {
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (!answer.ok) throw new Error(`Answered ${answer.status}`);
  const { texts }: PhoneTexts = await answer.json();
  return texts;
}

/** Texts `body` from `phone` as its carrier would. */
export async function sendText(phone: string, body: string): Promise<Sent> {
  try {
    const answer = await fetch("/simulator/texts", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ from: phone, body }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (answer.ok) return { ok: true };
    const { fault }: { fault?: string } = await answer.json();
    return { ok: false, fault: fault ?? "The text was not taken." };
  } catch {
    return { ok: false, fault: "Not sent: the server does not answer. Your words are still here." };
  }
}
