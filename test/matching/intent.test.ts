import { expect, test } from "vitest";
import { saysTheOther } from "#server/matching/text/intent.ts";

test.each([
  "anyone want a tent?",
  "got a spare tent",
  "i have 2 extra blankets",
  "can give rides on friday",
  "offering massage",
  "extra tarps if anyone wants them",
  "regalo una carpa",
  "tengo cobijas para dar",
  "pan dulce por si alguien quiere",
])("behind NEED, %s may be an offer", (words) => {
  expect(saysTheOther("need", words)).toBe(true);
});

test.each(["regalo para mi hija", "free wifi", "want a tent", "someone who wants to play chess", "2 tarps"])(
  "behind NEED, %s is a need",
  (words) => {
    expect(saysTheOther("need", words)).toBe(false);
  },
);

test.each([
  "does anyone have a stove",
  "need a tent",
  "tents needed",
  "can i borrow a pump",
  "can someone give me a ride",
  "where can i get water",
  "please give me food",
  "i could use a blanket",
  "quiero una cobija",
  "me pueden prestar una pala",
  "se necesita agua",
])("behind GIFT, %s may be a wish", (words) => {
  expect(saysTheOther("gift", words)).toBe(true);
});

test.each([
  "need to give away a sofa",
  "can someone use a tent",
  "cooking lessons, no experience needed",
  "quiero regalar una mesa",
  "hay ropa",
  "3 tarps",
])("behind GIFT, %s is a gift", (words) => {
  expect(saysTheOther("gift", words)).toBe(false);
});
