/** Who wants to know that another screen is shown, to look after what is on it. */
const listeners = new Set<(body: HTMLElement) => void>();

export const whenShown = {
  add(listener: (body: HTMLElement) => void): void {
    listeners.add(listener);
  },
  tell(): void {
    for (const listener of listeners) listener(document.body);
  },
};
