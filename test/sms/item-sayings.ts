import type { Saying } from "#sms/messages/saying.ts";

/** The answers of the facilitation table, with the longest facts there are. */
export function aboutItems(words: string): readonly Saying[] {
  const gathering = { format: "open-space", startsAt: new Date("2027-09-30T03:30:00Z") };
  return [
    { key: "itemAccepted", words, ...gathering },
    { key: "itemMerged", into: words, ...gathering },
    { key: "itemSent", words, group: "g".repeat(30), number: 123456 },
    { key: "itemDeclined", words },
    { key: "itemBack", words, ...gathering },
    { key: "itemMoved", words, ...gathering },
    { key: "itemWaits", words, ...gathering },
    { key: "itemForGroup", words, group: "g".repeat(30) },
  ];
}
