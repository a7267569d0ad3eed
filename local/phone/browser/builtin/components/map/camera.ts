import { onDrag } from '../../support/drag';
import type { Part } from '../../support/part';
import { limit } from '../../support/values';
import { fromScreen, type Camera, type Location, type Size } from './projection';

type Cause = 'drag' | 'scale' | 'update';

/** Moves and zooms one map, and tells the page when what it shows changed (`regionchange` begin and end). */
export class MapCamera {
  camera: Camera = { latitude: 0, longitude: 0, scale: 16 };
  private ending: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly part: Part,
    private readonly redraw: () => void,
  ) {
    this.watchDrag();
    this.watchZoom();
    this.watchKeys();
  }

  size(): Size {
    return { width: this.part.element.clientWidth, height: this.part.element.clientHeight };
  }

  /** The corners, as WeChat's getRegion names them. */
  region(): { southwest: Location; northeast: Location } {
    const { width, height } = this.size();
    return {
      southwest: fromScreen({ x: 0, y: height }, this.camera, this.size()),
      northeast: fromScreen({ x: width, y: 0 }, this.camera, this.size()),
    };
  }

  set(change: Partial<Camera>, cause: Cause): void {
    if (this.ending === undefined) this.tell('begin', cause === 'update' ? 'update' : 'gesture');
    const scale = limit(
      change.scale ?? this.camera.scale,
      this.part.number('minScale', 3),
      this.part.number('maxScale', 20),
    );
    this.camera = { ...this.camera, ...change, scale };
    this.redraw();
    clearTimeout(this.ending);
    this.ending = setTimeout(() => {
      this.ending = undefined;
      this.tell('end', cause);
    }, 150);
  }

  stop(): void {
    clearTimeout(this.ending);
  }

  private tell(type: 'begin' | 'end', causedBy: string): void {
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
    this.part.fire('regionchange', detail, { fields: { type, causedBy } });
  }

  private zoomAt(x: number, y: number, scale: number): void {
    const size = this.size();
    const limited = limit(scale, this.part.number('minScale', 3), this.part.number('maxScale', 20));
    const under = fromScreen({ x, y }, this.camera, size);
    const there = fromScreen({ x, y }, { ...this.camera, scale: limited }, size);
    this.set(
      {
        scale: limited,
        latitude: this.camera.latitude + under.latitude - there.latitude,
        longitude: this.camera.longitude + under.longitude - there.longitude,
      },
      'scale',
    );
  }

  private watchDrag(): void {
    let from: Camera = this.camera;
    onDrag(this.part.element, {
      axis: 'both',
      start: () => {
        from = this.camera;
        return this.part.flag('enableScroll');
      },
      move: ({ deltaX, deltaY }) => {
        const { width, height } = this.size();
        const { latitude, longitude } = fromScreen(
          { x: width / 2 - deltaX, y: height / 2 - deltaY },
          { ...from, scale: this.camera.scale },
          this.size(),
        );
        if (this.fingers < 2) this.set({ latitude, longitude }, 'drag');
      },
      end: () => undefined,
    });
  }

  private fingers = 0;

  private watchZoom(): void {
    const { element } = this.part;
    element.addEventListener(
      'wheel',
      (event) => {
        if (!this.part.flag('enableZoom')) return;
        event.preventDefault();
        const { left, top } = element.getBoundingClientRect();
        this.zoomAt(event.clientX - left, event.clientY - top, this.camera.scale - Math.sign(event.deltaY) * 0.5);
      },
      { passive: false },
    );
    let start = { distance: 0, scale: 16 };
    const measure = ({ touches: [one, other] }: TouchEvent): number =>
      one === undefined || other === undefined
        ? 0
        : Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
    element.addEventListener(
      'touchstart',
      (event) => {
        this.fingers = event.touches.length;
        start = { distance: measure(event), scale: this.camera.scale };
      },
      { passive: true },
    );
    element.addEventListener('touchend', (event) => (this.fingers = event.touches.length), { passive: true });
    element.addEventListener(
      'touchmove',
      (event) => {
        const [one, other] = event.touches;
        if (!this.part.flag('enableZoom') || one === undefined || other === undefined || start.distance === 0) return;
        const { left, top } = element.getBoundingClientRect();
        this.zoomAt(
          (one.clientX + other.clientX) / 2 - left,
          (one.clientY + other.clientY) / 2 - top,
          start.scale + Math.log2(measure(event) / start.distance),
        );
      },
      { passive: true },
    );
  }

  private watchKeys(): void {
    this.part.element.addEventListener('keydown', (event) => {
      if (event.target !== this.part.element) return;
      const { width, height } = this.size();
      const zoom = { '+': 1, '=': 1, '-': -1 }[event.key];
      const step = { ArrowUp: [0, -60], ArrowDown: [0, 60], ArrowLeft: [-60, 0], ArrowRight: [60, 0] }[event.key];
      if (zoom !== undefined && this.part.flag('enableZoom'))
        this.zoomAt(width / 2, height / 2, this.camera.scale + zoom);
      else if (step !== undefined && this.part.flag('enableScroll')) {
        this.set(
          fromScreen({ x: width / 2 + (step[0] ?? 0), y: height / 2 + (step[1] ?? 0) }, this.camera, this.size()),
          'drag',
        );
      } else return;
      event.preventDefault();
    });
  }
}
