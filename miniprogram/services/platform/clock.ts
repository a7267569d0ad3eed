/** The phone's own time, in milliseconds since 1970. */
export const nowMs = (): number => Date.now();

export const wait = (durationMs: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, durationMs);
  });
