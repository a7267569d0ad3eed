import { onDrag, type Drag } from '../../support/drag';
import type { Part, PartDefinition } from '../../support/part';
import { Slides } from './slides';
import { limit } from '../../support/values';

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

/** A flick faster than this (px per ms) turns the page however short it was. */
const flickSpeed = 0.3;

function turn(part: Part, slides: Slides, drag: Drag): number {
  const moved = part.flag('vertical') ? drag.deltaY : drag.deltaX;
  const speed = part.flag('vertical') ? drag.velocityY : drag.velocityX;
  const far = Math.abs(moved) > slides.step() / 2;
  if (!far && Math.abs(speed) < flickSpeed) return 0;
  return moved < 0 ? Math.max(1, Math.round(-moved / slides.step())) : -Math.max(1, Math.round(moved / slides.step()));
}

function draggable(part: Part, slides: Slides): void {
  const vertical = (): boolean => part.flag('vertical');
  const along = (drag: Drag): number => {
    const moved = vertical() ? drag.deltaY : drag.deltaX;
    const direction = part.text('direction');
    return direction === 'positive' ? Math.min(moved, 0) : direction === 'negative' ? Math.max(moved, 0) : moved;
  };
  const begin = (axis: 'x' | 'y') =>
    onDrag(part.element, {
      axis,
      start: () => vertical() === (axis === 'y') && slides.count() > 1,
      move: (drag) => slides.drag(along(drag)),
      end: (drag) =>
        along(drag) === 0 ? slides.settle() : slides.go(slides.current + turn(part, slides, drag), 'touch'),
    });
  begin('x');
  begin('y');
}

/** Turns pages by itself while `autoplay` is on and the swiper is on the screen. */
function autoplay(part: Part, slides: Slides): { restart(): void; stop(): void } {
  let timer: ReturnType<typeof setInterval> | undefined;
  const stop = (): void => clearInterval(timer);
  const next = (): void => {
    if (!part.element.isConnected || part.element.offsetParent === null || slides.dragging) return;
    slides.go(part.flag('circular') || slides.current < slides.last() ? slides.current + 1 : 0, 'autoplay');
  };
  return {
    stop,
    restart: () => {
      stop();
      if (part.flag('autoplay')) timer = setInterval(next, Math.max(50, part.number('interval', 5000)));
    },
  };
}

export const swiper: PartDefinition = {
  tag: 'swiper',
  attributes,
  create(part) {
    const slides = new Slides(part);
    const player = autoplay(part, slides);
    const layout = (): void => slides.layout();
    const jump = (): void => slides.go(limit(part.number('current'), 0, Math.max(0, slides.last())), '');
    const children = new MutationObserver(layout);
    const sizes = new ResizeObserver(layout);
    draggable(part, slides);
    return {
      changed: {
        current: jump,
        currentItemId: () => slides.goToItem(part.text('currentItemId')),
        autoplay: player.restart,
        interval: player.restart,
        vertical: layout,
        circular: layout,
        displayMultipleItems: layout,
        previousMargin: layout,
        nextMargin: layout,
        indicatorDots: layout,
        indicatorColor: layout,
        indicatorActiveColor: layout,
      },
      attached: () => {
        children.observe(part.element, { childList: true });
        sizes.observe(part.element);
        slides.start(part.number('current'));
        player.restart();
      },
      detached: () => {
        children.disconnect();
        sizes.disconnect();
        player.stop();
      },
    };
  },
};

export const swiperItem: PartDefinition = {
  tag: 'swiper-item',
  attributes: { itemId: '', skipHiddenItemLayout: false },
  create: () => ({}),
};
