import type { Part, PartDefinition } from '../../support/part';
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

/** The element with that id among the children, whatever prefix the engine gave to it in the DOM. */
function child(part: Part, id: string): HTMLElement | undefined {
  const found = part.component.ownerShadowRoot?.getElementById(id)?.$$;
  return found instanceof HTMLElement && part.element.contains(found) ? found : undefined;
}

function scrollTo(part: Part, position: ScrollToOptions): void {
  part.element.scrollTo({ ...position, behavior: part.flag('scrollWithAnimation') ? 'smooth' : 'instant' });
}

function intoView(part: Part): void {
  const target = part.text('scrollIntoView') === '' ? undefined : child(part, part.text('scrollIntoView'));
  if (target === undefined) return;
  const from = part.element.getBoundingClientRect();
  const to = target.getBoundingClientRect();
  const offset = part.number('scrollIntoViewOffset');
  scrollTo(part, {
    ...(part.flag('scrollY')
      ? { top: part.element.scrollTop + to.top - from.top - part.element.clientTop + offset }
      : {}),
    ...(part.flag('scrollX')
      ? { left: part.element.scrollLeft + to.left - from.left - part.element.clientLeft + offset }
      : {}),
  });
}

/** Fires scroll, and scrolltoupper / scrolltolower once each time that the position comes near an end. */
function watchScrolling(part: Part): void {
  const { element } = part;
  let last = { top: 0, left: 0 };
  const threshold = (name: string): number => asPixels(part.value(name), 50);
  const upper = (direction: string, distance: number, before: number): void => {
    const limit = threshold('upperThreshold');
    if (distance <= limit && before > limit) part.fire('scrolltoupper', { direction });
  };
  const lower = (direction: string, distance: number, before: number): void => {
    const limit = threshold('lowerThreshold');
    if (distance <= limit && before > limit) part.fire('scrolltolower', { direction });
  };
  element.addEventListener(
    'scroll',
    (event) => {
      if (event.target !== element) return;
      const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight, clientWidth } = element;
      part.fire('scroll', {
        scrollTop,
        scrollLeft,
        scrollHeight,
        scrollWidth,
        deltaX: last.left - scrollLeft,
        deltaY: last.top - scrollTop,
      });
      const longest = { top: scrollHeight - clientHeight, left: scrollWidth - clientWidth };
      if (part.flag('scrollY')) {
        upper('top', scrollTop, last.top);
        lower('bottom', longest.top - scrollTop, longest.top - last.top);
      }
      if (part.flag('scrollX')) {
        upper('left', scrollLeft, last.left);
        lower('right', longest.left - scrollLeft, longest.left - last.left);
      }
      last = { top: scrollTop, left: scrollLeft };
    },
    { passive: true },
  );
}

/** A box that scrolls must be reachable with the keyboard, unless something inside it is. */
function reachable({ element }: Part): void {
  const scrolls = element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1;
  if (scrolls && !element.hasAttribute('tabindex')) element.setAttribute('tabindex', '0');
}

export const scrollView: PartDefinition = {
  tag: 'scroll-view',
  attributes,
  leadingSlot: { name: 'refresher', className: 'wx-refresher' },
  create(part) {
    const axes = (): void => {
      part.element.toggleAttribute('scroll-x', part.flag('scrollX'));
      part.element.toggleAttribute('scroll-y', part.flag('scrollY'));
      part.element.toggleAttribute('hide-scrollbar', part.flag('enhanced') && !part.flag('showScrollbar'));
    };
    const refresher = createRefresher(part);
    const position = (): void => {
      if (part.text('scrollIntoView') !== '') return intoView(part);
      const top = asPixels(part.value('scrollTop'), NaN);
      const left = asPixels(part.value('scrollLeft'), NaN);
      scrollTo(part, { ...(Number.isNaN(top) ? {} : { top }), ...(Number.isNaN(left) ? {} : { left }) });
    };
    const later = (): number => requestAnimationFrame(position);
    const sizes = new ResizeObserver(() => reachable(part));
    watchScrolling(part);
    return {
      changed: {
        scrollX: axes,
        scrollY: axes,
        enhanced: axes,
        showScrollbar: axes,
        scrollTop: later,
        scrollLeft: later,
        scrollIntoView: later,
        ...refresher.changed,
      },
      attached: () => {
        axes();
        later();
        sizes.observe(part.element);
      },
      detached: () => sizes.disconnect(),
    };
  },
};

/** The object that `SelectorQuery.node()` gives for an enhanced scroll-view: WeChat's ScrollViewContext. */
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
