/** Counts what a page costs, for tests and measurements: calls and bytes of setData, elements, depth. */
import { ownerOf } from '../platform/engine';
import type { GeneralComponent } from '../../host';
import type { PageRecord } from '../page/page';

export interface PageMetrics {
  /** Calls of setData, by the page and by every component on it. */
  setDataCalls: number;
  /** Of those, the calls by the page itself. */
  pageSetDataCalls: number;
  /** UTF-8 bytes of the data as JSON, of all calls together and of the largest one. */
  setDataBytes: number;
  largestSetDataBytes: number;
}

export interface TreeMetrics {
  /** The elements of WXML, those of components included. */
  nodes: number;
  /** Their deepest nesting; the page's root is 1. */
  depth: number;
  /** The largest number of children of one element. */
  children: number;
}

function rootOf(component: GeneralComponent): GeneralComponent {
  let root = component;
  for (let owner = root.ownerShadowRoot; owner; owner = root.ownerShadowRoot) root = owner.getHostNode();
  return root;
}

const encoder = new TextEncoder();

function sizeOf(data: unknown): number {
  try {
    return encoder.encode(JSON.stringify(data) ?? '').length;
  } catch {
    return 0;
  }
}

export class Metrics {
  readonly #pages = new Map<string, PageMetrics>();
  readonly #routeOf: (root: GeneralComponent) => string;

  /** @param routeOf answers the route of a root component, or '' if it is no page */
  constructor(routeOf: (root: GeneralComponent) => string) {
    this.#routeOf = routeOf;
  }

  record(component: GeneralComponent, data: Record<string, unknown>): void {
    const root = rootOf(component);
    const page = this.of(this.#routeOf(root));
    const bytes = sizeOf(data);
    page.setDataCalls += 1;
    page.pageSetDataCalls += root === component ? 1 : 0;
    page.setDataBytes += bytes;
    page.largestSetDataBytes = Math.max(page.largestSetDataBytes, bytes);
  }

  of(route: string): PageMetrics {
    const page = this.#pages.get(route) ?? {
      setDataCalls: 0,
      pageSetDataCalls: 0,
      setDataBytes: 0,
      largestSetDataBytes: 0,
    };
    this.#pages.set(route, page);
    return page;
  }

  all(): Record<string, PageMetrics> {
    return Object.fromEntries(this.#pages);
  }

  reset(): void {
    this.#pages.clear();
  }
}

/** Measures the elements of a page; elements that built-in components create inside themselves do not count. */
export function measureTree(page: PageRecord): TreeMetrics {
  const result: TreeMetrics = { nodes: 0, depth: 0, children: 0 };
  const visit = (element: Element, depth: number): number => {
    const isCounted = ownerOf(element)?.getBackendElement() === Object(element);
    const inner = isCounted ? depth + 1 : depth;
    if (isCounted) result.nodes += 1;
    result.depth = Math.max(result.depth, inner);
    let below = 0;
    for (const child of element.children) below += visit(child, inner);
    if (!isCounted) return below;
    result.children = Math.max(result.children, below);
    return 1;
  };
  for (const child of page.view.children) visit(child, 0);
  return result;
}
