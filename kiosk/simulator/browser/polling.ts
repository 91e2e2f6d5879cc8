/** Calls `look` again and again, `everyMs` after it has finished, while somebody can see the page. */
export function whileVisible(look: () => Promise<void>, everyMs: number): void {
  let isRunning = false;
  const run = async () => {
    if (isRunning) return;
    isRunning = true;
    while (!document.hidden) {
      await look();
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
    isRunning = false;
  };
  document.addEventListener("visibilitychange", () => void run());
  void run();
}
