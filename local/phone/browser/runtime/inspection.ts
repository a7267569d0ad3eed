/** `window.__lianxin`: what tests and the frame around the phone may read and set. */
import type { Settings, ShareCard } from '../host';
import { drawingsOf, type Drawing } from './query/drawings';
import { measureTree, type Metrics, type PageMetrics, type TreeMetrics } from './query/metrics';
import type { Packages } from './registry/packages';
import type { Phone } from './phone';

export interface Inspection {
  /** True once the first page has run onReady. */
  ready: boolean;
  /** The cost of setData by route, since the start or the last reset. */
  metrics(): Record<string, PageMetrics>;
  resetMetrics(): void;
  /** Elements and depth of the page on top. */
  tree(): TreeMetrics | undefined;
  /** The routes from the bottom of the stack to the top. */
  routes(): string[];
  /** The path of the page on top, for example `/pages/a/a?x=1`. */
  path(): string;
  /** The data of the page on top. */
  data(): Record<string, unknown> | undefined;
  /** What the page on top and the components in it have drawn, each with the data that it was drawn from. */
  drawings(): Drawing[];
  /** Sets data of the page on top, as the page itself does. */
  setData(change: Record<string, unknown>): void;
  packages(): readonly string[];
  settings(): Readonly<Settings>;
  changeSettings(change: Partial<Settings>): void;
  lastShare(): ShareCard | undefined;
}

export function createInspection(phone: Phone, metrics: Metrics, packages: Packages): Inspection {
  return {
    ready: false,
    metrics: () => metrics.all(),
    resetMetrics: () => {
      metrics.reset();
    },
    tree: () => (phone.stack.top ? measureTree(phone.stack.top) : undefined),
    routes: () => phone.stack.pages.map((page) => page.route),
    path: () => phone.stack.top?.path ?? '',
    data: () => phone.stack.top?.instance.data,
    drawings: () => (phone.stack.top ? drawingsOf(phone.stack.top.component) : []),
    setData: (change) => {
      phone.stack.top?.instance.setData(change);
    },
    packages: () => packages.loaded,
    settings: () => phone.settings,
    changeSettings: (change) => {
      phone.changeSettings(change);
    },
    lastShare: () => phone.lastShare,
  };
}
