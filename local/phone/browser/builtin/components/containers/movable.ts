import { onDrag } from '../../support/drag';
import type { Builtin, BuiltinDefinition } from '../../support/builtin';
import { setOwnStyle } from '../../platform/node-style';
import { asPixels, clamp } from '../../support/values';

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

interface Transform {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** The limits of a view's position: inside its area, or around it if the view is larger. */
function boundsOf(builtin: Builtin, scale: number): { minX: number; maxX: number; minY: number; maxY: number } {
  const area = builtin.element.closest('wx-movable-area');
  const spareX = (area?.clientWidth ?? 0) - builtin.element.offsetWidth * scale;
  const spareY = (area?.clientHeight ?? 0) - builtin.element.offsetHeight * scale;
  return { minX: Math.min(0, spareX), maxX: Math.max(0, spareX), minY: Math.min(0, spareY), maxY: Math.max(0, spareY) };
}

class MovableState {
  private transform: Transform = { x: 0, y: 0, scale: 1 };

  constructor(private readonly builtin: Builtin) {}

  current(): Transform {
    return this.transform;
  }

  /** Moves as far as the area allows. `source` is as in WeChat's change event; '' stands for the page itself. */
  moveTo(target: Partial<Transform>, source: string, animated: boolean): void {
    const next = { ...this.transform, ...target };
    const bounds = boundsOf(this.builtin, next.scale);
    const isFree = source === 'touch' && this.builtin.flag('outOfBounds');
    const x = isFree ? next.x : clamp(next.x, bounds.minX, bounds.maxX);
    const y = isFree ? next.y : clamp(next.y, bounds.minY, bounds.maxY);
    const isMoved = x !== this.transform.x || y !== this.transform.y;
    const isScaled = next.scale !== this.transform.scale;
    this.transform = { x, y, scale: next.scale };
    const isOutside = isFree && (x !== clamp(x, bounds.minX, bounds.maxX) || y !== clamp(y, bounds.minY, bounds.maxY));
    this.render(animated && this.builtin.flag('animation'));
    if (isMoved) this.builtin.fire('change', { x, y, source: isOutside ? 'touch-out-of-bounds' : source });
    if (isScaled) this.builtin.fire('scale', { x, y, scale: next.scale });
  }

  private render(animated: boolean): void {
    const { x, y, scale } = this.transform;
    const transition = animated
      ? `transform ${Math.round(4000 / Math.max(1, this.builtin.number('damping', 20)))}ms ease-out`
      : 'none';
    setOwnStyle(
      this.builtin.component,
      `transform-origin:0 0;transition:${transition};transform:translate(${x}px,${y}px) scale(${scale})`,
    );
  }
}

function enableDrag(builtin: Builtin, state: MovableState): void {
  let from = { x: 0, y: 0 };
  const allows = (axis: 'horizontal' | 'vertical'): boolean =>
    builtin.text('direction') === 'all' || builtin.text('direction') === axis;
  const at = (deltaX: number, deltaY: number) => ({
    x: allows('horizontal') ? from.x + deltaX : from.x,
    y: allows('vertical') ? from.y + deltaY : from.y,
  });
  onDrag(builtin.element, {
    axis: 'both',
    start: (pointer) => {
      pointer.stopPropagation();
      from = state.current();
      return !builtin.flag('disabled') && builtin.text('direction') !== 'none';
    },
    move: ({ deltaX, deltaY }) => state.moveTo(at(deltaX, deltaY), 'touch', false),
    end: ({ deltaX, deltaY, velocityX, velocityY }) => {
      const inertia = builtin.flag('inertia') ? 300 / Math.max(0.1, builtin.number('friction', 2)) : 0;
      state.moveTo(
        at(deltaX + velocityX * inertia, deltaY + velocityY * inertia),
        inertia > 0 ? 'friction' : builtin.flag('outOfBounds') ? 'out-of-bounds' : 'touch',
        true,
      );
    },
  });
}

/** Scales the view by two fingers or the mouse wheel. */
function enableScale(builtin: Builtin, state: MovableState): void {
  const set = (scale: number): void =>
    state.moveTo(
      { scale: clamp(scale, builtin.number('scaleMin', 0.1), builtin.number('scaleMax', 10)) },
      'touch',
      false,
    );
  builtin.element.addEventListener(
    'wheel',
    (event) => {
      if (!builtin.flag('scale') || builtin.flag('disabled')) return;
      event.preventDefault();
      set(state.current().scale * (event.deltaY < 0 ? 1.1 : 1 / 1.1));
    },
    { passive: false },
  );
  let start = { distance: 0, scale: 1 };
  const distance = ({ touches: [one, other] }: TouchEvent): number =>
    one === undefined || other === undefined ? 0 : Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
  builtin.element.addEventListener(
    'touchstart',
    (event) => {
      start = { distance: distance(event), scale: state.current().scale };
    },
    { passive: true },
  );
  builtin.element.addEventListener(
    'touchmove',
    (event) => {
      if (builtin.flag('scale') && !builtin.flag('disabled') && start.distance > 0 && event.touches.length === 2)
        set((start.scale * distance(event)) / start.distance);
    },
    { passive: true },
  );
}

/** Moves and scales the view to where its attributes say. */
function applyAttributes(builtin: Builtin, state: MovableState, animated: boolean): void {
  const x = asPixels(builtin.value('x'), state.current().x);
  const y = asPixels(builtin.value('y'), state.current().y);
  const [min, max] = [builtin.number('scaleMin', 0.1), builtin.number('scaleMax', 10)];
  state.moveTo({ x, y, scale: clamp(builtin.number('scaleValue', 1), min, max) }, '', animated);
}

export const movableView: BuiltinDefinition = {
  tag: 'movable-view',
  attributes,
  create(builtin) {
    const state = new MovableState(builtin);
    enableDrag(builtin, state);
    enableScale(builtin, state);
    const positionChanged = (): void => {
      if (builtin.element.isConnected) applyAttributes(builtin, state, true);
    };
    const updateFixed = (): void =>
      void builtin.element.toggleAttribute('fixed', builtin.flag('disabled') || builtin.text('direction') === 'none');
    return {
      changed: {
        x: positionChanged,
        y: positionChanged,
        scaleValue: positionChanged,
        disabled: updateFixed,
        direction: updateFixed,
      },
      attached: () => {
        updateFixed();
        requestAnimationFrame(() => applyAttributes(builtin, state, false));
      },
    };
  },
};

export const movableArea: BuiltinDefinition = {
  tag: 'movable-area',
  attributes: { scaleArea: false },
  create: () => ({}),
};
