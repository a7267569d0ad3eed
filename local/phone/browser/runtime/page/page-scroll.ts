/** onPageScroll, onReachBottom and wx.pageScrollTo. */
import type { PageScroll } from '../../host';
import type { PageRecord } from './page';

/** WeChat's onReachBottomDistance */
const REACH_BOTTOM_PX = 50;

export function watchScrolling(page: PageRecord): void {
  const distance = Number(page.config['onReachBottomDistance'] ?? REACH_BOTTOM_PX);
  const { view } = page;
  let isNear = false;
  view.addEventListener('scroll', () => {
    page.call('onPageScroll', { scrollTop: view.scrollTop });
    const near = view.scrollHeight - view.scrollTop - view.clientHeight <= distance;
    if (near && !isNear) page.call('onReachBottom');
    isNear = near;
  });
}

/** Resolves when the page stands where it was asked to. */
export function scrollPage(page: PageRecord, scroll: PageScroll): Promise<void> {
  const { view } = page;
  const start = view.scrollTop;
  const target = scroll.scrollTop ?? selectorTop(page, scroll);
  if (target === undefined) return Promise.resolve();
  if (scroll.durationMs <= 0) {
    view.scrollTop = target;
    return Promise.resolve();
  }
  return new Promise((resolve) => {
    const begun = performance.now();
    const step = (now: number): void => {
      const share = Math.min(1, (now - begun) / scroll.durationMs);
      view.scrollTop = start + (target - start) * share;
      if (share < 1) requestAnimationFrame(step);
      else resolve();
    };
    requestAnimationFrame(step);
  });
}

function selectorTop(page: PageRecord, scroll: PageScroll): number | undefined {
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
