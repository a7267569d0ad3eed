import { onDrag } from '../../support/drag';
import { limit } from '../../support/values';

export interface WheelOptions {
  /** what the finger turns */
  box: HTMLElement;
  /** what moves inside it; its children are the items, all of one height */
  list: HTMLElement;
  itemHeightPx(): number;
  /** a screen reader's name of the column, and its text of the item in the middle */
  label: string;
  onStart?(): void;
  /** after the wheel came to rest; only when it rests on another item than before */
  onChange(index: number): void;
  onEnd?(): void;
}

const turnMs = 200;
/** How much further (px) a flick of one px per ms carries the wheel. */
const carry = 120;

/** One column of a picker: turned by finger, mouse, mouse wheel, arrow keys or a tap on an item. */
export class Wheel {
  index = 0;
  private offset = 0;
  private settled: ReturnType<typeof setTimeout> | undefined;
  private lastNotch = 0;

  constructor(private readonly options: WheelOptions) {
    const { box, label } = options;
    box.classList.add('wx-wheel');
    box.setAttribute('role', 'spinbutton');
    box.setAttribute('aria-label', label);
    box.tabIndex = 0;
    onDrag(box, {
      axis: 'y',
      move: ({ deltaY }) => this.follow(deltaY),
      end: ({ deltaY, velocityY }) => this.turnTo(this.at(this.offset + deltaY + velocityY * carry)),
    });
    box.addEventListener('wheel', (event) => this.notch(event), { passive: false });
    box.addEventListener('keydown', (event) => this.key(event));
    box.addEventListener('click', (event) => this.tap(event));
  }

  count(): number {
    return this.options.list.children.length;
  }

  /** Puts an item into the middle without telling anybody; past the end it is the last one. */
  show(index: number, animated = false): void {
    this.index = limit(index, 0, Math.max(0, this.count() - 1));
    this.offset = -this.index * this.options.itemHeightPx();
    this.move(this.offset, animated);
    this.describe();
  }

  private move(offset: number, animated: boolean): void {
    this.options.list.style.transition = animated ? `transform ${turnMs}ms ease-out` : 'none';
    this.options.list.style.transform = `translateY(${offset}px)`;
  }

  private at(offset: number): number {
    return limit(Math.round(-offset / Math.max(1, this.options.itemHeightPx())), 0, Math.max(0, this.count() - 1));
  }

  private follow(deltaY: number): void {
    if (this.settled === undefined) this.begin();
    const end = -(this.count() - 1) * this.options.itemHeightPx();
    this.move(limit(this.offset + deltaY, end - this.options.itemHeightPx(), this.options.itemHeightPx()), false);
  }

  private begin(): void {
    this.settled = setTimeout(() => undefined);
    this.options.onStart?.();
  }

  private turnTo(index: number): void {
    if (this.settled === undefined) this.begin();
    const changed = index !== this.index;
    this.show(index, true);
    clearTimeout(this.settled);
    this.settled = setTimeout(() => {
      this.settled = undefined;
      if (changed) this.options.onChange(this.index);
      this.options.onEnd?.();
    }, turnMs);
  }

  private notch(event: WheelEvent): void {
    event.preventDefault();
    if (event.timeStamp - this.lastNotch < 50 || event.deltaY === 0) return;
    this.lastNotch = event.timeStamp;
    this.turnTo(limit(this.index + Math.sign(event.deltaY), 0, this.count() - 1));
  }

  private key(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 5, PageUp: -5, Home: -this.count(), End: this.count() }[
      event.key
    ];
    if (step === undefined) return;
    event.preventDefault();
    this.turnTo(limit(this.index + step, 0, this.count() - 1));
  }

  private tap(event: MouseEvent): void {
    const { top, height } = this.options.box.getBoundingClientRect();
    const away = Math.round((event.clientY - top - height / 2) / Math.max(1, this.options.itemHeightPx()));
    if (event.detail > 0 && away !== 0 && this.settled === undefined)
      this.turnTo(limit(this.index + away, 0, this.count() - 1));
  }

  private describe(): void {
    const { box, list } = this.options;
    box.setAttribute('aria-valuemin', '1');
    box.setAttribute('aria-valuemax', String(Math.max(1, this.count())));
    box.setAttribute('aria-valuenow', String(this.index + 1));
    box.setAttribute('aria-valuetext', list.children[this.index]?.textContent?.trim() ?? '');
  }
}
