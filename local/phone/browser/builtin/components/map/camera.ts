import { onDrag } from '../../support/drag';
import type { Builtin } from '../../support/builtin';
import { clamp } from '../../support/values';
import { fromScreen, type Camera, type Location, type Size } from './projection';

type Cause = 'drag' | 'scale' | 'update';

/** The distance between the first two fingers; 0 for one finger. */
function touchDistancePx({ touches: [one, other] }: TouchEvent): number {
  if (one === undefined || other === undefined) return 0;
  return Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
}

/** Moves and zooms one map, and fires `regionchange` when the visible region begins and ends to change. */
export class MapCamera {
  camera: Camera = { latitude: 0, longitude: 0, scale: 16 };
  private endTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly builtin: Builtin,
    private readonly render: () => void,
  ) {
    this.watchDrag();
    this.watchZoom();
    this.watchKeys();
  }

  size(): Size {
    return { width: this.builtin.element.clientWidth, height: this.builtin.element.clientHeight };
  }

  /** The corners of the visible region, named as WeChat's getRegion names them. */
  region(): { southwest: Location; northeast: Location } {
    const { width, height } = this.size();
    return {
      southwest: fromScreen({ x: 0, y: height }, this.camera, this.size()),
      northeast: fromScreen({ x: width, y: 0 }, this.camera, this.size()),
    };
  }

  set(change: Partial<Camera>, cause: Cause): void {
    if (this.endTimer === undefined) this.fireRegionChange('begin', cause === 'update' ? 'update' : 'gesture');
    const scale = clamp(
      change.scale ?? this.camera.scale,
      this.builtin.number('minScale', 3),
      this.builtin.number('maxScale', 20),
    );
    this.camera = { ...this.camera, ...change, scale };
    this.render();
    clearTimeout(this.endTimer);
    this.endTimer = setTimeout(() => {
      this.endTimer = undefined;
      this.fireRegionChange('end', cause);
    }, 150);
  }

  stop(): void {
    clearTimeout(this.endTimer);
  }

  private fireRegionChange(type: 'begin' | 'end', causedBy: string): void {
    const { latitude, longitude, scale } = this.camera;
    const detail = {
      type,
      causedBy,
      scale,
      rotate: 0,
      skew: 0,
      centerLocation: { latitude, longitude },
      region: this.region(),
    };
    this.builtin.fire('regionchange', detail, { fields: { type, causedBy } });
  }

  private zoomAt(x: number, y: number, scale: number): void {
    const size = this.size();
    const clampedScale = clamp(scale, this.builtin.number('minScale', 3), this.builtin.number('maxScale', 20));
    const before = fromScreen({ x, y }, this.camera, size);
    const after = fromScreen({ x, y }, { ...this.camera, scale: clampedScale }, size);
    this.set(
      {
        scale: clampedScale,
        latitude: this.camera.latitude + before.latitude - after.latitude,
        longitude: this.camera.longitude + before.longitude - after.longitude,
      },
      'scale',
    );
  }

  private watchDrag(): void {
    let from: Camera = this.camera;
    onDrag(this.builtin.element, {
      axis: 'both',
      start: () => {
        from = this.camera;
        return this.builtin.flag('enableScroll');
      },
      move: ({ deltaX, deltaY }) => {
        const { width, height } = this.size();
        const { latitude, longitude } = fromScreen(
          { x: width / 2 - deltaX, y: height / 2 - deltaY },
          { ...from, scale: this.camera.scale },
          this.size(),
        );
        if (this.touchCount < 2) this.set({ latitude, longitude }, 'drag');
      },
      end: () => undefined,
    });
  }

  private touchCount = 0;

  private watchZoom(): void {
    const { element } = this.builtin;
    const zoomByWheel = (event: WheelEvent): void => {
      if (!this.builtin.flag('enableZoom')) return;
      event.preventDefault();
      const { left, top } = element.getBoundingClientRect();
      this.zoomAt(event.clientX - left, event.clientY - top, this.camera.scale - Math.sign(event.deltaY) * 0.5);
    };
    element.addEventListener('wheel', zoomByWheel, { passive: false });
    let start = { distancePx: 0, scale: 16 };
    const touchStarted = (event: TouchEvent): void => {
      this.touchCount = event.touches.length;
      start = { distancePx: touchDistancePx(event), scale: this.camera.scale };
    };
    element.addEventListener('touchstart', touchStarted, { passive: true });
    element.addEventListener('touchend', (event) => (this.touchCount = event.touches.length), { passive: true });
    element.addEventListener('touchmove', (event) => this.zoomByTouch(event, start), { passive: true });
  }

  private zoomByTouch(event: TouchEvent, start: { distancePx: number; scale: number }): void {
    const [one, other] = event.touches;
    if (!this.builtin.flag('enableZoom') || one === undefined || other === undefined || start.distancePx === 0) return;
    const { left, top } = this.builtin.element.getBoundingClientRect();
    this.zoomAt(
      (one.clientX + other.clientX) / 2 - left,
      (one.clientY + other.clientY) / 2 - top,
      start.scale + Math.log2(touchDistancePx(event) / start.distancePx),
    );
  }

  private watchKeys(): void {
    this.builtin.element.addEventListener('keydown', (event) => {
      if (event.target !== this.builtin.element) return;
      const { width, height } = this.size();
      const zoom = { '+': 1, '=': 1, '-': -1 }[event.key];
      const step = { ArrowUp: [0, -60], ArrowDown: [0, 60], ArrowLeft: [-60, 0], ArrowRight: [60, 0] }[event.key];
      if (zoom !== undefined && this.builtin.flag('enableZoom'))
        this.zoomAt(width / 2, height / 2, this.camera.scale + zoom);
      else if (step !== undefined && this.builtin.flag('enableScroll')) {
        this.set(
          fromScreen({ x: width / 2 + (step[0] ?? 0), y: height / 2 + (step[1] ?? 0) }, this.camera, this.size()),
          'drag',
        );
      } else return;
      event.preventDefault();
    });
  }
}
