import type { Builtin } from '../../support/builtin';
import { setOwnStyle } from '../../platform/node-style';
import { asPixels, asText, clamp } from '../../support/values';

type Source = 'touch' | 'autoplay' | '';

const easings: Readonly<Record<string, string>> = {
  default: 'cubic-bezier(0.25, 0.1, 0.25, 1)',
  linear: 'linear',
  easeInCubic: 'cubic-bezier(0.32, 0, 0.67, 0)',
  easeOutCubic: 'cubic-bezier(0.33, 1, 0.68, 1)',
  easeInOutCubic: 'cubic-bezier(0.65, 0, 0.35, 1)',
};

/** Positions the pages of a swiper by transforms, so that any page of a circular one can be moved to the other end. */
export class SwiperLayout {
  current = 0;
  dragging = false;
  private readonly offsets = new WeakMap<Element, number>();
  private readonly dots: HTMLElement;
  private finishTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly builtin: Builtin) {
    this.dots = builtin.append('div', 'wx-swiper-dots');
    this.dots.setAttribute('aria-hidden', 'true');
  }

  count(): number {
    return this.items().length;
  }

  lastIndex(): number {
    return this.isCircular() ? this.count() - 1 : Math.max(0, this.count() - this.visibleCount());
  }

  /** The length of one page along the direction of travel, in px. */
  pageLengthPx(): number {
    const { element } = this.builtin;
    const whole = this.builtin.flag('vertical') ? element.clientHeight : element.clientWidth;
    return Math.max(1, (whole - this.margin('previousMargin') - this.margin('nextMargin')) / this.visibleCount());
  }

  start(index: number): void {
    this.current = clamp(Math.floor(index), 0, Math.max(0, this.lastIndex()));
    this.update();
  }

  update(): void {
    this.current = clamp(this.current, 0, Math.max(0, this.lastIndex()));
    this.builtin.element.toggleAttribute('vertical', this.builtin.flag('vertical'));
    this.positionItems(0, 0);
    this.renderDots();
  }

  /** Moves the pages with a finger that is `movedPx` from where it came down. */
  drag(movedPx: number): void {
    this.dragging = true;
    const isBeyondEnd =
      !this.isCircular() && ((this.current === 0 && movedPx > 0) || (this.current === this.lastIndex() && movedPx < 0));
    const shift = isBeyondEnd ? movedPx / 3 : movedPx;
    this.positionItems(shift, 0);
    this.builtin.fire('transition', this.builtin.flag('vertical') ? { dx: 0, dy: -shift } : { dx: -shift, dy: 0 });
  }

  animateToCurrent(): void {
    this.dragging = false;
    this.positionItems(0, this.builtin.number('duration', 500));
  }

  goToItem(itemId: string): void {
    const index = this.items().findIndex((item) => this.itemIdOf(item) === itemId);
    if (index >= 0) this.goTo(index, '');
  }

  /**
   * Moves to a page: past an end a circular swiper wraps, another one stops. Fires `change` if the current page
   * changes.
   */
  goTo(index: number, source: Source): void {
    const count = this.count();
    if (count === 0) {
      this.current = Math.max(0, index);
      return;
    }
    const target = this.isCircular() ? ((index % count) + count) % count : clamp(index, 0, this.lastIndex());
    const isChanged = target !== this.current;
    this.current = target;
    this.animateToCurrent();
    this.renderDots();
    if (!isChanged) return;
    const detail = { current: target, currentItemId: this.itemIdOf(this.items()[target]), source };
    this.builtin.update('current', target);
    this.builtin.fire('change', detail);
    clearTimeout(this.finishTimer);
    this.finishTimer = setTimeout(
      () => this.builtin.fire('animationfinish', detail),
      this.builtin.number('duration', 500),
    );
  }

  private itemIdOf(item: HTMLElement | undefined): string {
    return item === undefined ? '' : asText(this.builtin.host.componentOf(item)?.data['itemId']);
  }

  private isCircular(): boolean {
    return this.builtin.flag('circular') && this.count() > this.visibleCount();
  }

  private visibleCount(): number {
    return Math.max(1, Math.floor(this.builtin.number('displayMultipleItems', 1)));
  }

  private margin(name: string): number {
    return asPixels(this.builtin.value(name), 0);
  }

  private items(): HTMLElement[] {
    return [...this.builtin.element.children].filter(
      (child): child is HTMLElement => child.tagName === 'WX-SWIPER-ITEM',
    );
  }

  /** The distance of a page from the current one, in pages; in a circular swiper the shorter way around. */
  private distance(index: number, shift: number): number {
    const plain = index - this.current;
    if (!this.isCircular()) return plain;
    const count = this.count();
    const wrapped = ((plain % count) + count) % count;
    const isBefore =
      count === 2 ? shift > 0 && wrapped === 1 : wrapped > count - Math.ceil((count - this.visibleCount() + 1) / 2);
    return isBefore ? wrapped - count : wrapped;
  }

  private positionItems(shift: number, durationMs: number): void {
    const lengthPx = this.pageLengthPx();
    const margin = this.margin('previousMargin');
    const hasMargins = margin > 0 || this.margin('nextMargin') > 0;
    for (const [index, item] of this.items().entries()) {
      const distance = this.distance(index, shift);
      const offset = margin + distance * lengthPx + shift;
      const before = this.offsets.get(item) ?? offset;
      const isWrapped = Math.abs(before - offset) > lengthPx * (this.visibleCount() + 0.5);
      this.offsets.set(item, offset);
      this.move(item, offset, isWrapped ? 0 : durationMs);
      item.inert = !hasMargins && shift === 0 && (distance < 0 || distance >= this.visibleCount());
    }
  }

  private move(item: HTMLElement, offset: number, durationMs: number): void {
    const component = this.builtin.host.componentOf(item);
    if (component === undefined) return;
    const vertical = this.builtin.flag('vertical');
    const length = `${this.pageLengthPx()}px`;
    const easing = easings[this.builtin.text('easingFunction')] ?? 'ease';
    setOwnStyle(
      component,
      [
        `width:${vertical ? '100%' : length}`,
        `height:${vertical ? length : '100%'}`,
        `transform:translate(${vertical ? `0px,${offset}px` : `${offset}px,0px`}) translateZ(0px)`,
        `transition:${durationMs === 0 ? 'none' : `transform ${durationMs}ms ${easing}`}`,
      ].join(';'),
    );
  }

  private renderDots(): void {
    this.dots.hidden = !this.builtin.flag('indicatorDots');
    while (this.dots.children.length > this.count()) this.dots.lastElementChild?.remove();
    while (this.dots.children.length < this.count()) this.builtin.append('div', 'wx-swiper-dot', this.dots);
    for (const [index, dot] of [...this.dots.children].entries()) {
      const active = index >= this.current && index < this.current + this.visibleCount();
      dot.classList.toggle('wx-swiper-dot-active', active);
      if (dot instanceof HTMLElement)
        dot.style.background = this.builtin.text(active ? 'indicatorActiveColor' : 'indicatorColor');
    }
  }
}
