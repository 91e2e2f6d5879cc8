import { describe, expect, it } from "vitest";
import { commandOf, verbOf } from "#test/sms/reading.ts";

describe("an automatic answer is known as one, so that two machines do not talk for ever", () => {
  it.each([
    "Automatic reply: I am away until Monday",
    "Auto-Reply: thanks for your text",
    "I'm driving with Do Not Disturb While Driving turned on. I'll see your message later.",
    "Out of office until 3 Jan",
    "This mailbox is not monitored.",
    "The number you have dialed is no longer in service",
    "Thank you for contacting Acme. Reply STOP to opt out.",
    "Please do not reply to this message",
    "123456 is your verification code",
    "Respuesta automática: estoy fuera",
    "Este buzón no recibe mensajes",
    "Liked “Willow Camp: got it, no. 47”",
  ])("%s", (text) => {
    expect(commandOf(text)).toEqual({ verb: "machine" });
  });
});

describe("a person is never taken for a machine", () => {
  it.each([
    ["NEED a phone, mine is not in service", "need"],
    ["81 I'm driving, 10 minutes", "relay"],
    ["thanks!", "other"],
    ["driving to camp, need anything?", "other"],
    ["I liked the soup", "other"],
  ] as const)("%s", (text, verb) => {
    expect(verbOf(text)).toBe(verb);
  });
});

describe("a text without words is empty", () => {
  it.each(["", " ", "\n\t", "\u0000\u200b\u202e", "\u00a0"])("%j", (text) => {
    expect(commandOf(text)).toEqual({ verb: "empty" });
  });
});
