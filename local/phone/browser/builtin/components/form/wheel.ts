import { onDrag } from '../../support/drag';
import { clamp } from '../../support/values';

export interface WheelOptions {
  /** The element that is turned. */
  readonly box: HTMLElement;
  /** The element that moves inside it; its children are the items, all of one height. */
  readonly list: HTMLElement;
  itemHeightPx(): number;
  /** The name of the column for a screen reader. */
  readonly label: string;
  onStart?(): void;
  /** Called after the wheel came to rest on another item than before. */
  onChange(index: number): void;
  onEnd?(): void;
}

const turnMs = 200;
/** The distance that a flick of one px per ms adds. */
const flickPx = 120;

/** One column of a picker, which is turned by finger, mouse, mouse wheel, arrow keys or a tap on an item. */
export class Wheel {
  index = 0;
  private offset = 0;
  private settleTimer: ReturnType<typeof setTimeout> | undefined;
  private lastWheelMs = 0;

  constructor(private readonly options: WheelOptions) {
    const { box, label } = options;
    box.classList.add('wx-wheel');
    box.setAttribute('role', 'spinbutton');
    box.setAttribute('aria-label', label);
    box.tabIndex = 0;
    onDrag(box, {
      axis: 'y',
      move: ({ deltaY }) => this.follow(deltaY),
      end: ({ deltaY, velocityY }) => this.turnTo(this.indexAt(this.offset + deltaY + velocityY * flickPx)),
    });
    box.addEventListener('wheel', (event) => this.onWheel(event), { passive: false });
    box.addEventListener('keydown', (event) => this.onKey(event));
    box.addEventListener('click', (event) => this.onClick(event));
  }

  count(): number {
    return this.options.list.children.length;
  }

  /** Puts an item into the middle without an event; past the end it is the last one. */
  setIndex(index: number, animated = false): void {
    this.index = clamp(index, 0, Math.max(0, this.count() - 1));
    this.offset = -this.index * this.options.itemHeightPx();
    this.move(this.offset, animated);
    this.describe();
  }

  private move(offset: number, animated: boolean): void {
    this.options.list.style.transition = animated ? `transform ${turnMs}ms ease-out` : 'none';
    this.options.list.style.transform = `translateY(${offset}px)`;
  }

  private indexAt(offset: number): number {
    return clamp(Math.round(-offset / Math.max(1, this.options.itemHeightPx())), 0, Math.max(0, this.count() - 1));
  }

  private follow(deltaY: number): void {
    if (this.settleTimer === undefined) this.begin();
    const end = -(this.count() - 1) * this.options.itemHeightPx();
    this.move(clamp(this.offset + deltaY, end - this.options.itemHeightPx(), this.options.itemHeightPx()), false);
  }

  private begin(): void {
    this.settleTimer = setTimeout(() => undefined);
    this.options.onStart?.();
  }

  private turnTo(index: number): void {
    if (this.settleTimer === undefined) this.begin();
    const isChanged = index !== this.index;
    this.setIndex(index, true);
    clearTimeout(this.settleTimer);
    this.settleTimer = setTimeout(() => {
      this.settleTimer = undefined;
      if (isChanged) this.options.onChange(this.index);
      this.options.onEnd?.();
    }, turnMs);
  }

  private onWheel(event: WheelEvent): void {
    event.preventDefault();
    if (event.timeStamp - this.lastWheelMs < 50 || event.deltaY === 0) return;
    this.lastWheelMs = event.timeStamp;
    this.turnTo(clamp(this.index + Math.sign(event.deltaY), 0, this.count() - 1));
  }

  private onKey(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 5, PageUp: -5, Home: -this.count(), End: this.count() }[
      event.key
    ];
    if (step === undefined) return;
    event.preventDefault();
    this.turnTo(clamp(this.index + step, 0, this.count() - 1));
  }

  private onClick(event: MouseEvent): void {
    const { top, height } = this.options.box.getBoundingClientRect();
    const distance = Math.round((event.clientY - top - height / 2) / Math.max(1, this.options.itemHeightPx()));
    if (event.detail > 0 && distance !== 0 && this.settleTimer === undefined)
      this.turnTo(clamp(this.index + distance, 0, this.count() - 1));
  }

  private describe(): void {
    const { box, list } = this.options;
    box.setAttribute('aria-valuemin', '1');
    box.setAttribute('aria-valuemax', String(Math.max(1, this.count())));
    box.setAttribute('aria-valuenow', String(this.index + 1));
    box.setAttribute('aria-valuetext', list.children[this.index]?.textContent?.trim() ?? '');
  }
}
