import MessagingResponse from "twilio/lib/twiml/MessagingResponse.js";

/** The webhook's answer: one text back to the sender, or none for null and for nothing to say. */
export function twimlOf(reply: string | null): string {
  const response = new MessagingResponse();
  const said = reply?.replace(illegalInXml, "");
  if (said) response.message(said);
  return response.toString();
}

/** XML 1.0 cannot hold these even escaped; the library throws on them, and the reply would be lost. */
const illegalInXml = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
