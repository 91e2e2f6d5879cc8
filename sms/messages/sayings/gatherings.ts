export type GatheringSayings = {
  agendaNone: Record<never, never>;
};
