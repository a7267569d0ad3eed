type Matchers = Record<string, (...wanted: readonly unknown[]) => void>;
type PolledMatchers = Record<
  | 'toBe'
  | 'toEqual'
  | 'toMatchObject'
  | 'toBeGreaterThan'
  | 'toBeCloseTo'
  | 'toContain'
  | 'toContainEqual'
  | 'toHaveLength'
  | 'toMatch',
  (...wanted: readonly unknown[]) => Promise<void>
>;

const timeoutMs = 5000;
const intervalMs = 30;

/** Reads again until the expectation holds; fails with the last difference. */
export function poll(read: () => Promise<unknown>): PolledMatchers {
  const retry = async (matcher: string, wanted: readonly unknown[]): Promise<void> => {
    const endMs = Date.now() + timeoutMs;
    for (;;) {
      const value = await read();
      try {
        return (expect(value) as unknown as Matchers)[matcher]!(...wanted);
      } catch (error) {
        if (Date.now() > endMs) throw error;
        await new Promise((resolve) => setTimeout(resolve, intervalMs));
      }
    }
  };
  return new Proxy(
    {},
    {
      get:
        (_target, matcher) =>
        (...wanted: unknown[]) =>
          retry(String(matcher), wanted),
    },
  ) as PolledMatchers;
}
