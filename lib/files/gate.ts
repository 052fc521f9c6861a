/** Lets at most `width` tasks run at one time; further ones wait in the order of their arrival. */
export function createGate(width: number) {
  let running = 0;
  const waiting: (() => void)[] = [];
  const leave = () => {
    running -= 1;
    waiting.shift()?.();
  };
  return {
    /**
     * Waits for a place and returns the function that gives it back, or null if `signal` was
     * aborted first.
     */
    async enter(signal?: AbortSignal): Promise<(() => void) | null> {
      if (signal?.aborted) return null;
      if (running >= width) {
        const isIn = await new Promise<boolean>((resolve) => {
          const enter = () => {
            signal?.removeEventListener("abort", giveUp);
            resolve(true);
          };
          const giveUp = () => {
            waiting.splice(waiting.indexOf(enter), 1);
            resolve(false);
          };
          waiting.push(enter);
          signal?.addEventListener("abort", giveUp, { once: true });
        });
        if (!isIn) return null;
      }
      running += 1;
      return leave;
    },
  };
}
