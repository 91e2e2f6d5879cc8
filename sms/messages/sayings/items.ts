/** Answers of the facilitation table to whoever offered something for an agenda; `format`: of the gathering. */
export type ItemSayings = {
  itemAccepted: { words: string; format: string; startsAt: Date };
  /** `into`: the words of the item that it goes together with. */
  itemMerged: { into: string; format: string; startsAt: Date };
  itemSent: { words: string; group: string; number: number };
  itemDeclined: { words: string };
};
