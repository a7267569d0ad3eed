import { onDrag, type Drag } from '../../support/drag';
import type { Builtin, BuiltinDefinition } from '../../support/builtin';
import { SwiperLayout } from './swiper-layout';
import { clamp } from '../../support/values';

const attributes = {
  indicatorDots: false,
  indicatorColor: 'rgba(0, 0, 0, .3)',
  indicatorActiveColor: '#000000',
  autoplay: false,
  current: 0,
  currentItemId: '',
  interval: 5000,
  duration: 500,
  circular: false,
  vertical: false,
  displayMultipleItems: 1,
  previousMargin: '0px',
  nextMargin: '0px',
  easingFunction: 'default',
  snapToEdge: false,
  direction: 'all',
  layoutType: '',
  scrollWithAnimation: true,
  cacheExtent: 0,
  skipHiddenItemLayout: false,
};

/** A faster flick goes to another page, however short it is. */
const flickPxPerMs = 0.3;

/** How many pages a drag goes on; negative backwards. */
function pagesDragged(builtin: Builtin, layout: SwiperLayout, drag: Drag): number {
  const moved = builtin.flag('vertical') ? drag.deltaY : drag.deltaX;
  const speed = builtin.flag('vertical') ? drag.velocityY : drag.velocityX;
  const isFar = Math.abs(moved) > layout.pageLengthPx() / 2;
  if (!isFar && Math.abs(speed) < flickPxPerMs) return 0;
  return moved < 0
    ? Math.max(1, Math.round(-moved / layout.pageLengthPx()))
    : -Math.max(1, Math.round(moved / layout.pageLengthPx()));
}

function enableDrag(builtin: Builtin, layout: SwiperLayout): void {
  const vertical = (): boolean => builtin.flag('vertical');
  const movedBy = (drag: Drag): number => {
    const moved = vertical() ? drag.deltaY : drag.deltaX;
    const direction = builtin.text('direction');
    return direction === 'positive' ? Math.min(moved, 0) : direction === 'negative' ? Math.max(moved, 0) : moved;
  };
  const listen = (axis: 'x' | 'y') =>
    onDrag(builtin.element, {
      axis,
      start: () => vertical() === (axis === 'y') && layout.count() > 1,
      move: (drag) => layout.drag(movedBy(drag)),
      end: (drag) =>
        movedBy(drag) === 0
          ? layout.animateToCurrent()
          : layout.goTo(layout.current + pagesDragged(builtin, layout, drag), 'touch'),
    });
  listen('x');
  listen('y');
}

/** Goes to the next page by a timer while `autoplay` is on and the swiper is on the screen. */
function createAutoplay(builtin: Builtin, layout: SwiperLayout): { restart(): void; stop(): void } {
  let timer: ReturnType<typeof setInterval> | undefined;
  const stop = (): void => clearInterval(timer);
  const next = (): void => {
    if (!builtin.element.isConnected || builtin.element.offsetParent === null || layout.dragging) return;
    layout.goTo(builtin.flag('circular') || layout.current < layout.lastIndex() ? layout.current + 1 : 0, 'autoplay');
  };
  return {
    stop,
    restart: () => {
      stop();
      if (builtin.flag('autoplay')) timer = setInterval(next, Math.max(50, builtin.number('interval', 5000)));
    },
  };
}

export const swiper: BuiltinDefinition = {
  tag: 'swiper',
  attributes,
  create(builtin) {
    const layout = new SwiperLayout(builtin);
    const autoplay = createAutoplay(builtin, layout);
    const update = (): void => layout.update();
    const goToCurrent = (): void =>
      layout.goTo(clamp(builtin.number('current'), 0, Math.max(0, layout.lastIndex())), '');
    const children = new MutationObserver(update);
    const sizes = new ResizeObserver(update);
    enableDrag(builtin, layout);
    return {
      changed: {
        current: goToCurrent,
        currentItemId: () => layout.goToItem(builtin.text('currentItemId')),
        autoplay: autoplay.restart,
        interval: autoplay.restart,
        vertical: update,
        circular: update,
        displayMultipleItems: update,
        previousMargin: update,
        nextMargin: update,
        indicatorDots: update,
        indicatorColor: update,
        indicatorActiveColor: update,
      },
      attached: () => {
        children.observe(builtin.element, { childList: true });
        sizes.observe(builtin.element);
        layout.start(builtin.number('current'));
        autoplay.restart();
      },
      detached: () => {
        children.disconnect();
        sizes.disconnect();
        autoplay.stop();
      },
    };
  },
};

export const swiperItem: BuiltinDefinition = {
  tag: 'swiper-item',
  attributes: { itemId: '', skipHiddenItemLayout: false },
  create: () => ({}),
};
