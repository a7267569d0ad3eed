import { onDrag } from '../../support/drag';
import type { Part, PartDefinition } from '../../support/part';
import { setOwnStyle } from '../../platform/node-style';
import { asPixels, limit } from '../../support/values';

const attributes = {
  direction: 'none',
  inertia: false,
  outOfBounds: false,
  x: null,
  y: null,
  damping: 20,
  friction: 2,
  disabled: false,
  scale: false,
  scaleMin: 0.1,
  scaleMax: 10,
  scaleValue: 1,
  animation: true,
};

interface Place {
  x: number;
  y: number;
  scale: number;
}

/** Where a movable view may stand: within its area, or around it when it is the larger one. */
function bounds(part: Part, scale: number): { minX: number; maxX: number; minY: number; maxY: number } {
  const area = part.element.closest('wx-movable-area');
  const spareX = (area?.clientWidth ?? 0) - part.element.offsetWidth * scale;
  const spareY = (area?.clientHeight ?? 0) - part.element.offsetHeight * scale;
  return { minX: Math.min(0, spareX), maxX: Math.max(0, spareX), minY: Math.min(0, spareY), maxY: Math.max(0, spareY) };
}

class Mover {
  private place: Place = { x: 0, y: 0, scale: 1 };

  constructor(private readonly part: Part) {}

  current(): Place {
    return this.place;
  }

  /** Moves as far as the area lets it; `source` as in WeChat's change event, '' for the page itself. */
  to(wish: Partial<Place>, source: string, animated: boolean): void {
    const next = { ...this.place, ...wish };
    const edge = bounds(this.part, next.scale);
    const free = source === 'touch' && this.part.flag('outOfBounds');
    const x = free ? next.x : limit(next.x, edge.minX, edge.maxX);
    const y = free ? next.y : limit(next.y, edge.minY, edge.maxY);
    const moved = x !== this.place.x || y !== this.place.y;
    const scaled = next.scale !== this.place.scale;
    this.place = { x, y, scale: next.scale };
    const outside = free && (x !== limit(x, edge.minX, edge.maxX) || y !== limit(y, edge.minY, edge.maxY));
    this.draw(animated && this.part.flag('animation'));
    if (moved) this.part.fire('change', { x, y, source: outside ? 'touch-out-of-bounds' : source });
    if (scaled) this.part.fire('scale', { x, y, scale: next.scale });
  }

  private draw(animated: boolean): void {
    const { x, y, scale } = this.place;
    const turn = animated
      ? `transform ${Math.round(4000 / Math.max(1, this.part.number('damping', 20)))}ms ease-out`
      : 'none';
    setOwnStyle(
      this.part.component,
      `transform-origin:0 0;transition:${turn};transform:translate(${x}px,${y}px) scale(${scale})`,
    );
  }
}

function dragging(part: Part, mover: Mover): void {
  let from = { x: 0, y: 0 };
  const along = (axis: 'horizontal' | 'vertical'): boolean =>
    part.text('direction') === 'all' || part.text('direction') === axis;
  const at = (deltaX: number, deltaY: number) => ({
    x: along('horizontal') ? from.x + deltaX : from.x,
    y: along('vertical') ? from.y + deltaY : from.y,
  });
  onDrag(part.element, {
    axis: 'both',
    start: (pointer) => {
      pointer.stopPropagation();
      from = mover.current();
      return !part.flag('disabled') && part.text('direction') !== 'none';
    },
    move: ({ deltaX, deltaY }) => mover.to(at(deltaX, deltaY), 'touch', false),
    end: ({ deltaX, deltaY, velocityX, velocityY }) => {
      const carry = part.flag('inertia') ? 300 / Math.max(0.1, part.number('friction', 2)) : 0;
      mover.to(
        at(deltaX + velocityX * carry, deltaY + velocityY * carry),
        carry > 0 ? 'friction' : part.flag('outOfBounds') ? 'out-of-bounds' : 'touch',
        true,
      );
    },
  });
}

/** Two fingers, or the mouse wheel. */
function scaling(part: Part, mover: Mover): void {
  const set = (scale: number): void =>
    mover.to({ scale: limit(scale, part.number('scaleMin', 0.1), part.number('scaleMax', 10)) }, 'touch', false);
  part.element.addEventListener(
    'wheel',
    (event) => {
      if (!part.flag('scale') || part.flag('disabled')) return;
      event.preventDefault();
      set(mover.current().scale * (event.deltaY < 0 ? 1.1 : 1 / 1.1));
    },
    { passive: false },
  );
  let start = { distance: 0, scale: 1 };
  const distance = ({ touches: [one, other] }: TouchEvent): number =>
    one === undefined || other === undefined ? 0 : Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
  part.element.addEventListener(
    'touchstart',
    (event) => {
      start = { distance: distance(event), scale: mover.current().scale };
    },
    { passive: true },
  );
  part.element.addEventListener(
    'touchmove',
    (event) => {
      if (part.flag('scale') && !part.flag('disabled') && start.distance > 0 && event.touches.length === 2)
        set((start.scale * distance(event)) / start.distance);
    },
    { passive: true },
  );
}

export const movableView: PartDefinition = {
  tag: 'movable-view',
  attributes,
  create(part) {
    const mover = new Mover(part);
    dragging(part, mover);
    scaling(part, mover);
    const place = (animated: boolean) => (): void => {
      const x = asPixels(part.value('x'), mover.current().x);
      const y = asPixels(part.value('y'), mover.current().y);
      mover.to(
        { x, y, scale: limit(part.number('scaleValue', 1), part.number('scaleMin', 0.1), part.number('scaleMax', 10)) },
        '',
        animated,
      );
    };
    const later = place(true);
    const moved = (): void => {
      if (part.element.isConnected) later();
    };
    const able = (): void =>
      void part.element.toggleAttribute('fixed', part.flag('disabled') || part.text('direction') === 'none');
    return {
      changed: { x: moved, y: moved, scaleValue: moved, disabled: able, direction: able },
      attached: () => {
        able();
        requestAnimationFrame(place(false));
      },
    };
  },
};

export const movableArea: PartDefinition = {
  tag: 'movable-area',
  attributes: { scaleArea: false },
  create: () => ({}),
};
