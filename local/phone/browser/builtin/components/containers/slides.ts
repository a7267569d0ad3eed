import type { Part } from '../../support/part';
import { setOwnStyle } from '../../platform/node-style';
import { asPixels, asText, limit } from '../../support/values';

type Source = 'touch' | 'autoplay' | '';

const easings: Readonly<Record<string, string>> = {
  default: 'cubic-bezier(0.25, 0.1, 0.25, 1)',
  linear: 'linear',
  easeInCubic: 'cubic-bezier(0.32, 0, 0.67, 0)',
  easeOutCubic: 'cubic-bezier(0.33, 1, 0.68, 1)',
  easeInOutCubic: 'cubic-bezier(0.65, 0, 0.35, 1)',
};

/** Where the pages of a swiper stand: all are positioned by transforms, so that a circular one can wrap any of them around. */
export class Slides {
  current = 0;
  dragging = false;
  private readonly offsets = new WeakMap<Element, number>();
  private readonly dots: HTMLElement;
  private finish: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly part: Part) {
    this.dots = part.append('div', 'wx-swiper-dots');
    this.dots.setAttribute('aria-hidden', 'true');
  }

  count(): number {
    return this.items().length;
  }

  last(): number {
    return this.circular() ? this.count() - 1 : Math.max(0, this.count() - this.visible());
  }

  /** Length of one page along the direction of travel, in px. */
  step(): number {
    const { element } = this.part;
    const whole = this.part.flag('vertical') ? element.clientHeight : element.clientWidth;
    return Math.max(1, (whole - this.margin('previousMargin') - this.margin('nextMargin')) / this.visible());
  }

  start(index: number): void {
    this.current = limit(Math.floor(index), 0, Math.max(0, this.last()));
    this.layout();
  }

  layout(): void {
    this.current = limit(this.current, 0, Math.max(0, this.last()));
    this.part.element.toggleAttribute('vertical', this.part.flag('vertical'));
    this.place(0, 0);
    this.drawDots();
  }

  /** The pages follow a finger that is `moved` px from where it came down. */
  drag(moved: number): void {
    this.dragging = true;
    const beyond =
      !this.circular() && ((this.current === 0 && moved > 0) || (this.current === this.last() && moved < 0));
    const shift = beyond ? moved / 3 : moved;
    this.place(shift, 0);
    this.part.fire('transition', this.part.flag('vertical') ? { dx: 0, dy: -shift } : { dx: -shift, dy: 0 });
  }

  settle(): void {
    this.dragging = false;
    this.place(0, this.part.number('duration', 500));
  }

  goToItem(itemId: string): void {
    const index = this.items().findIndex((item) => this.idOf(item) === itemId);
    if (index >= 0) this.go(index, '');
  }

  /** Moves to a page; past either end a circular swiper wraps, another stops. Tells the page (`change`) if it is another one. */
  go(index: number, source: Source): void {
    const count = this.count();
    if (count === 0) {
      this.current = Math.max(0, index);
      return;
    }
    const target = this.circular() ? ((index % count) + count) % count : limit(index, 0, this.last());
    const changed = target !== this.current;
    this.current = target;
    this.settle();
    this.drawDots();
    if (!changed) return;
    const detail = { current: target, currentItemId: this.idOf(this.items()[target]), source };
    this.part.update('current', target);
    this.part.fire('change', detail);
    clearTimeout(this.finish);
    this.finish = setTimeout(() => this.part.fire('animationfinish', detail), this.part.number('duration', 500));
  }

  private idOf(item: HTMLElement | undefined): string {
    return item === undefined ? '' : asText(this.part.host.componentOf(item)?.data['itemId']);
  }

  private circular(): boolean {
    return this.part.flag('circular') && this.count() > this.visible();
  }

  private visible(): number {
    return Math.max(1, Math.floor(this.part.number('displayMultipleItems', 1)));
  }

  private margin(name: string): number {
    return asPixels(this.part.value(name), 0);
  }

  private items(): HTMLElement[] {
    return [...this.part.element.children].filter((child): child is HTMLElement => child.tagName === 'WX-SWIPER-ITEM');
  }

  /** Distance of a page from the current one, in pages; around the shorter way in a circular swiper. */
  private distance(index: number, shift: number): number {
    const plain = index - this.current;
    if (!this.circular()) return plain;
    const count = this.count();
    const wrapped = ((plain % count) + count) % count;
    const before =
      count === 2 ? shift > 0 && wrapped === 1 : wrapped > count - Math.ceil((count - this.visible() + 1) / 2);
    return before ? wrapped - count : wrapped;
  }

  private place(shift: number, durationMs: number): void {
    const step = this.step();
    const margin = this.margin('previousMargin');
    const peeks = margin > 0 || this.margin('nextMargin') > 0;
    for (const [index, item] of this.items().entries()) {
      const distance = this.distance(index, shift);
      const offset = margin + distance * step + shift;
      const before = this.offsets.get(item) ?? offset;
      const wraps = Math.abs(before - offset) > step * (this.visible() + 0.5);
      this.offsets.set(item, offset);
      this.move(item, offset, wraps ? 0 : durationMs);
      item.inert = !peeks && shift === 0 && (distance < 0 || distance >= this.visible());
    }
  }

  private move(item: HTMLElement, offset: number, durationMs: number): void {
    const component = this.part.host.componentOf(item);
    if (component === undefined) return;
    const vertical = this.part.flag('vertical');
    const length = `${this.step()}px`;
    const easing = easings[this.part.text('easingFunction')] ?? 'ease';
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

  private drawDots(): void {
    this.dots.hidden = !this.part.flag('indicatorDots');
    while (this.dots.children.length > this.count()) this.dots.lastElementChild?.remove();
    while (this.dots.children.length < this.count()) this.part.append('div', 'wx-swiper-dot', this.dots);
    for (const [index, dot] of [...this.dots.children].entries()) {
      const active = index >= this.current && index < this.current + this.visible();
      dot.classList.toggle('wx-swiper-dot-active', active);
      if (dot instanceof HTMLElement)
        dot.style.background = this.part.text(active ? 'indicatorActiveColor' : 'indicatorColor');
    }
  }
}
