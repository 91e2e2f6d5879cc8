import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { twimlOf } from "#sms/twilio/twiml.ts";

describe("the answer to a webhook", () => {
  test.each([
    [null, '<?xml version="1.0" encoding="UTF-8"?><Response/>'],
    ["", '<?xml version="1.0" encoding="UTF-8"?><Response/>'],
    ["Camp: hi", '<?xml version="1.0" encoding="UTF-8"?><Response><Message>Camp: hi</Message></Response>'],
  ])("for %j", (reply, twiml) => {
    expect(twimlOf(reply)).toBe(twiml);
  });

  test("brings any text to the phone, without what XML cannot hold", () => {
    const anything = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({
        unit: fc.constantFrom("<", ">", "&", "]]>", "\0", "\b", "\ud800", "\uffff", "\r", "é", "😀"),
      }),
    );
    fc.assert(
      fc.property(anything, (reply) => {
        const legal = [...reply].filter(isLegalInXml).join("");
        const inside =
          legal === "" ? "<Response/>" : `<Response><Message>${escaped(legal)}</Message></Response>`;
        expect(twimlOf(reply)).toBe(`<?xml version="1.0" encoding="UTF-8"?>${inside}`);
      }),
    );
  });
});

function isLegalInXml(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return "\t\n\r".includes(character);
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\r", "&#xD;");
}
