import type { Builtin, BuiltinDefinition } from '../../support/builtin';
import { createRefresher } from './refresher';
import { asNumber, asPixels } from '../../support/values';

const attributes = {
  scrollX: false,
  scrollY: false,
  upperThreshold: null,
  lowerThreshold: null,
  scrollTop: null,
  scrollLeft: null,
  scrollIntoView: '',
  scrollIntoViewOffset: 0,
  scrollWithAnimation: false,
  enableBackToTop: false,
  enablePassive: false,
  enableFlex: false,
  scrollAnchoring: false,
  refresherEnabled: false,
  refresherThreshold: 45,
  refresherDefaultStyle: 'black',
  refresherBackground: '',
  refresherTriggered: false,
  enhanced: false,
  bounces: true,
  showScrollbar: true,
  pagingEnabled: false,
  fastDeceleration: false,
  usingSticky: false,
  type: '',
  scrollIntoViewAlignment: 'start',
  clip: true,
  reverse: false,
  cacheExtent: null,
  minDragDistance: null,
  associativeContainer: '',
  padding: null,
};

/** The element with that id among the children; in the DOM the engine prefixes ids. */
function childById(builtin: Builtin, id: string): HTMLElement | undefined {
  const found = builtin.component.ownerShadowRoot?.getElementById(id)?.$$;
  return found instanceof HTMLElement && builtin.element.contains(found) ? found : undefined;
}

function scrollTo(builtin: Builtin, position: ScrollToOptions): void {
  builtin.element.scrollTo({ ...position, behavior: builtin.flag('scrollWithAnimation') ? 'smooth' : 'instant' });
}

function scrollIntoView(builtin: Builtin): void {
  const target = builtin.text('scrollIntoView') === '' ? undefined : childById(builtin, builtin.text('scrollIntoView'));
  if (target === undefined) return;
  const from = builtin.element.getBoundingClientRect();
  const to = target.getBoundingClientRect();
  const offset = builtin.number('scrollIntoViewOffset');
  scrollTo(builtin, {
    ...(builtin.flag('scrollY')
      ? { top: builtin.element.scrollTop + to.top - from.top - builtin.element.clientTop + offset }
      : {}),
    ...(builtin.flag('scrollX')
      ? { left: builtin.element.scrollLeft + to.left - from.left - builtin.element.clientLeft + offset }
      : {}),
  });
}

/** Fires scroll, and scrolltoupper or scrolltolower once whenever the position comes near an end. */
function watchScrolling(builtin: Builtin): void {
  const { element } = builtin;
  let last = { top: 0, left: 0 };
  const threshold = (name: string): number => asPixels(builtin.value(name), 50);
  const upper = (direction: string, distance: number, before: number): void => {
    const limitPx = threshold('upperThreshold');
    if (distance <= limitPx && before > limitPx) builtin.fire('scrolltoupper', { direction });
  };
  const lower = (direction: string, distance: number, before: number): void => {
    const limitPx = threshold('lowerThreshold');
    if (distance <= limitPx && before > limitPx) builtin.fire('scrolltolower', { direction });
  };
  element.addEventListener(
    'scroll',
    (event) => {
      if (event.target !== element) return;
      const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight, clientWidth } = element;
      builtin.fire('scroll', {
        scrollTop,
        scrollLeft,
        scrollHeight,
        scrollWidth,
        deltaX: last.left - scrollLeft,
        deltaY: last.top - scrollTop,
      });
      const maxScroll = { top: scrollHeight - clientHeight, left: scrollWidth - clientWidth };
      if (builtin.flag('scrollY')) {
        upper('top', scrollTop, last.top);
        lower('bottom', maxScroll.top - scrollTop, maxScroll.top - last.top);
      }
      if (builtin.flag('scrollX')) {
        upper('left', scrollLeft, last.left);
        lower('right', maxScroll.left - scrollLeft, maxScroll.left - last.left);
      }
      last = { top: scrollTop, left: scrollLeft };
    },
    { passive: true },
  );
}

/** Makes a box that scrolls reachable by the keyboard. */
function updateTabIndex({ element }: Builtin): void {
  const scrolls = element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1;
  if (scrolls && !element.hasAttribute('tabindex')) element.setAttribute('tabindex', '0');
}

export const scrollView: BuiltinDefinition = {
  tag: 'scroll-view',
  attributes,
  leadingSlot: { name: 'refresher', className: 'wx-refresher' },
  create(builtin) {
    const updateAxes = (): void => {
      builtin.element.toggleAttribute('scroll-x', builtin.flag('scrollX'));
      builtin.element.toggleAttribute('scroll-y', builtin.flag('scrollY'));
      builtin.element.toggleAttribute('hide-scrollbar', builtin.flag('enhanced') && !builtin.flag('showScrollbar'));
    };
    const refresher = createRefresher(builtin);
    const applyPosition = (): void => {
      if (builtin.text('scrollIntoView') !== '') return scrollIntoView(builtin);
      const top = asPixels(builtin.value('scrollTop'), NaN);
      const left = asPixels(builtin.value('scrollLeft'), NaN);
      scrollTo(builtin, { ...(Number.isNaN(top) ? {} : { top }), ...(Number.isNaN(left) ? {} : { left }) });
    };
    const applyLater = (): number => requestAnimationFrame(applyPosition);
    const sizes = new ResizeObserver(() => updateTabIndex(builtin));
    watchScrolling(builtin);
    return {
      changed: {
        scrollX: updateAxes,
        scrollY: updateAxes,
        enhanced: updateAxes,
        showScrollbar: updateAxes,
        scrollTop: applyLater,
        scrollLeft: applyLater,
        scrollIntoView: applyLater,
        ...refresher.changed,
      },
      attached: () => {
        updateAxes();
        applyLater();
        sizes.observe(builtin.element);
      },
      detached: () => sizes.disconnect(),
    };
  },
};

/** WeChat's ScrollViewContext, which `SelectorQuery.node()` answers for an enhanced scroll-view. */
export function scrollViewContext(element: HTMLElement): object {
  return {
    scrollTo: (options: { top?: unknown; left?: unknown; animated?: boolean }) => {
      const top = asNumber(options.top, element.scrollTop);
      const left = asNumber(options.left, element.scrollLeft);
      element.scrollTo({ top, left, behavior: options.animated === false ? 'instant' : 'smooth' });
    },
    scrollIntoView: (selector: string) => element.querySelector(selector)?.scrollIntoView({ block: 'nearest' }),
  };
}
