/** onPageScroll, onReachBottom and wx.pageScrollTo. */
import type { GeneralComponent, PageScroll } from '../../host';

/** WeChat's default of onReachBottomDistance. */
const reachBottomPx = 50;

/** A page as far as scrolling needs it. */
export interface ScrollablePage {
  readonly config: Readonly<Record<string, unknown>>;
  readonly component: GeneralComponent;
  readonly view: HTMLElement;
  call(name: string, ...parameters: unknown[]): unknown;
}

/** Calls the page's onPageScroll, and onReachBottom once whenever the end comes near. */
export function watchScrolling(page: ScrollablePage): void {
  const distance = Number(page.config['onReachBottomDistance'] ?? reachBottomPx);
  const { view } = page;
  let isNear = false;
  view.addEventListener('scroll', () => {
    page.call('onPageScroll', { scrollTop: view.scrollTop });
    const near = view.scrollHeight - view.scrollTop - view.clientHeight <= distance;
    if (near && !isNear) page.call('onReachBottom');
    isNear = near;
  });
}

/** Scrolls a page; resolves when it has arrived. */
export function scrollPage(page: ScrollablePage, scroll: PageScroll): Promise<void> {
  const { view } = page;
  const start = view.scrollTop;
  const target = scroll.scrollTop ?? selectorTop(page, scroll);
  if (target === undefined) return Promise.resolve();
  if (scroll.durationMs <= 0) {
    view.scrollTop = target;
    return Promise.resolve();
  }
  return new Promise((resolve) => {
    const startMs = performance.now();
    const step = (nowMs: number): void => {
      const progress = Math.min(1, (nowMs - startMs) / scroll.durationMs);
      view.scrollTop = start + (target - start) * progress;
      if (progress < 1) requestAnimationFrame(step);
      else resolve();
    };
    requestAnimationFrame(step);
  });
}

/** The scroll position at which the selected element is at the top. */
function selectorTop(page: ScrollablePage, scroll: PageScroll): number | undefined {
  const found =
    scroll.selector === undefined ? undefined : page.component.getShadowRoot()?.querySelector(scroll.selector);
  const dom: unknown = found?.getBackendElement();
  if (!(dom instanceof Element)) return undefined;
  return (
    dom.getBoundingClientRect().top -
    page.view.getBoundingClientRect().top +
    page.view.scrollTop +
    (scroll.offsetTop ?? 0)
  );
}
