import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isSigned, signatureFor } from "#sms/twilio/signature.ts";

// The example that Twilio's own libraries are tested with.
const signed = {
  tokens: ["12345"],
  url: "https://mycompany.com/myapp.php?foo=1&bar=2",
  signature: "RSOYDt4T1cUTdK1PDd93/VVr8B8=",
  params: {
    CallSid: "CA1234567890ABCDE",
    Caller: "+14158675309",
    Digits: "1234",
    From: "+14158675309",
    To: "+18005551212",
  },
};

describe("a webhook's signature", () => {
  test("of Twilio's published example is made and accepted", () => {
    expect(signatureFor({ token: "12345", url: signed.url, params: signed.params })).toBe(signed.signature);
    expect(isSigned(signed)).toBe(true);
  });

  test.each([
    ["the second token during a rotation", { tokens: ["fresh", "12345"] }, true],
    ["the standard port written out", { url: "https://mycompany.com:443/myapp.php?foo=1&bar=2" }, true],
    ["a wrong token", { tokens: ["54321"] }, false],
    ["no token at all", { tokens: [] }, false],
    ["an empty token", { tokens: [""] }, false],
    ["no signature", { signature: undefined }, false],
    ["an empty signature", { signature: "" }, false],
    ["a shorter signature", { signature: "RSOYDt4T1cUTdK1PDd93/VVr8B8" }, false],
    ["a changed parameter", { params: { ...signed.params, Digits: "1235" } }, false],
    ["an added parameter", { params: { ...signed.params, Extra: "", Added: "1" } }, false],
    ["a dropped parameter", { params: { From: "+14158675309", To: "+18005551212" } }, false],
    ["another scheme, as behind a proxy", { url: "http://mycompany.com/myapp.php?foo=1&bar=2" }, false],
    ["another host", { url: "https://mycompany.org/myapp.php?foo=1&bar=2" }, false],
    ["another query", { url: "https://mycompany.com/myapp.php?foo=1&bar=3" }, false],
    ["a fragment, which Twilio does not sign", { url: `${signed.url}#rc=3` }, false],
  ])("with %s", (_, change, accepted) => {
    expect(isSigned({ ...signed, ...change })).toBe(accepted);
  });

  test("holds for any form of any text, and for no other", () => {
    const form = fc.dictionary(
      fc.string({ unit: "grapheme", minLength: 1 }),
      fc.string({ unit: "grapheme" }),
    );
    fc.assert(
      fc.property(form, fc.string(), (params, token) => {
        const url = "https://camp.example/twilio/sms?a=b%20c";
        const signature = signatureFor({ token: `t${token}`, url, params });
        const request = { tokens: [`t${token}`], url, signature, params };
        expect(isSigned(request)).toBe(true);
        expect(isSigned({ ...request, params: { ...params, "Added on the way": "1" } })).toBe(false);
      }),
    );
  });
});
