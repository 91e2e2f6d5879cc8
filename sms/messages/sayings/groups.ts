export type GroupSayings = {
  groupsNone: Record<never, never>;
};
