/** Answers of the facilitation table to whoever offered something for an agenda; `format`: of the gathering. */
export type ItemSayings = {
  itemAccepted: { words: string; format: string; startsAt: Date };
  /** `into`: the words of the item that it goes together with. */
  itemMerged: { into: string; format: string; startsAt: Date };
  itemSent: { words: string; group: string; number: number };
  itemDeclined: { words: string };
  /** Off the agenda that it was on, and answered anew. */
  itemBack: { words: string; format: string; startsAt: Date };
  /** To the agenda of another gathering. */
  itemMoved: { words: string; format: string; startsAt: Date };
  /** Its gathering fell out. */
  itemWaits: { words: string; format: string; startsAt: Date };
  /** To whoever convenes the group that an item was sent to. */
  itemForGroup: { words: string; group: string };
};
