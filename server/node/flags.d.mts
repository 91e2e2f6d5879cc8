export const MEMORY_FLAGS: readonly string[];
export const FLAGS: readonly string[];
