/** What a page of the phone costs: elements of its tree, and setData. */
import type { Page } from 'playwright-core';

export interface Cost {
  readonly nodes: number;
  readonly depth: number;
  /** setData by the page itself, and the bytes of the largest one, by the page or a component. */
  readonly setDataCalls: number;
  readonly largestSetDataBytes: number;
}

/** The part of the phone's `window.__lianxin` that is read here. */
interface Inspected {
  __lianxin: {
    tree(): { nodes: number; depth: number } | undefined;
    metrics(): Record<string, { pageSetDataCalls: number; largestSetDataBytes: number }>;
    routes(): string[];
    resetMetrics(): void;
  };
}

/** What the page on top has cost since it was opened or `forgetCost`. */
export function costOf(page: Page): Promise<Cost> {
  return page.evaluate(() => {
    const { tree, metrics, routes } = (globalThis as unknown as Inspected).__lianxin;
    const { nodes = 0, depth = 0 } = tree() ?? {};
    const { pageSetDataCalls = 0, largestSetDataBytes = 0 } = metrics()[routes().at(-1) ?? ''] ?? {};
    return { nodes, depth, setDataCalls: pageSetDataCalls, largestSetDataBytes };
  });
}

export function forgetCost(page: Page): Promise<void> {
  return page.evaluate(() => (globalThis as unknown as Inspected).__lianxin.resetMetrics());
}
