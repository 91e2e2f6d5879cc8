export type CrowdSayings = {
  groupsNone: Record<never, never>;
  agendaNone: Record<never, never>;
  castRefused: Record<never, never>;
};
