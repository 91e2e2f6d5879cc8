import { getExpectedTwilioSignature, validateRequest } from "twilio/lib/webhooks/webhooks.js";

export type Form = Readonly<Record<string, string>>;

/**
 * Whether Twilio, holding one of `tokens`, posted `params` to `url`.
 * `url` is the public one as configured at Twilio, with its query and without a fragment: behind a proxy
 * the Host header and the scheme of the request are not what was signed.
 * `params` is the whole form: Twilio adds fields without notice and signs them all, empty ones too.
 */
export function isSigned(request: {
  readonly tokens: readonly string[];
  readonly url: string;
  readonly signature: string | undefined;
  readonly params: Form;
}): boolean {
  const { signature, url, params } = request;
  if (!signature) return false;
  return request.tokens.some((token) => token !== "" && validateRequest(token, signature, url, params));
}

/** The `X-Twilio-Signature` that Twilio would send with `params`, for whoever plays Twilio. */
export function signatureFor(request: {
  readonly token: string;
  readonly url: string;
  readonly params: Form;
}): string {
  return getExpectedTwilioSignature(request.token, request.url, request.params);
}
