/** Pull-down refresh: by finger or mouse from the top of a page, or asked for by wx.startPullDownRefresh. */

/** How far the page is moved down while it refreshes. */
const refreshingPx = 50;
/** The page moves half as far as the finger. */
const resistance = 0.5;
const maxPullPx = 120;

export interface PullDown {
  start(): void;
  stop(): void;
  /** Resets a pull that was not finished when the page was hidden. */
  resume(): void;
}

/** Elements that scroll or are dragged themselves do not pull the page down. */
const draggableElements =
  'wx-scroll-view, wx-map, wx-picker-view, wx-slider, wx-movable-view, wx-canvas, wx-swiper[vertical], textarea, input';
/** The distance after which the direction of a finger is known. */
const directionPx = 8;

interface Point {
  readonly clientX: number;
  readonly clientY: number;
}

/** A page as far as pull-down needs it. */
export interface PullablePage {
  readonly config: Readonly<Record<string, unknown>>;
  readonly frame: HTMLElement;
  readonly view: HTMLElement;
  call(name: string, ...parameters: unknown[]): unknown;
}

class PullDownArea implements PullDown {
  readonly #page: PullablePage;
  #start: Point | undefined;
  #pulledPx = 0;
  #refreshing = false;

  constructor(page: PullablePage) {
    this.#page = page;
    const dots = document.createElement('div');
    dots.className = `pull-dots ${page.config['backgroundTextStyle'] === 'light' ? 'light' : 'dark'}`;
    dots.append(...[0, 1, 2].map(() => document.createElement('i')));
    page.frame.prepend(dots);
    this.#listen();
  }

  #listen(): void {
    const { frame } = this.#page;
    frame.addEventListener(
      'touchstart',
      (event) => {
        this.#begin(event, event.touches[0]);
      },
      { passive: true },
    );
    frame.addEventListener(
      'touchmove',
      (event) => {
        this.#move(event, event.touches[0]);
      },
      { passive: true },
    );
    frame.addEventListener('touchend', () => {
      this.#end();
    });
    frame.addEventListener('touchcancel', () => {
      this.#end();
    });
    frame.addEventListener('mousedown', (event) => {
      this.#begin(event, event);
    });
    window.addEventListener('mousemove', (event) => {
      this.#move(event, event);
    });
    window.addEventListener('mouseup', () => {
      this.#end();
    });
  }

  #moveTo(px: number, smooth: boolean): void {
    this.#pulledPx = px;
    const { view } = this.#page;
    view.style.transition = smooth ? 'top 0.2s' : '';
    view.style.top = `${px}px`;
  }

  #begin(event: Event, point: Point | undefined): void {
    const isDraggable = event.target instanceof Element && event.target.closest(draggableElements) !== null;
    this.#start = this.#page.view.scrollTop <= 0 && !this.#refreshing && !isDraggable ? point : undefined;
  }

  #move(event: Event, point: Point | undefined): void {
    if (!this.#start || !point) return;
    const down = point.clientY - this.#start.clientY;
    const sideways = Math.abs(point.clientX - this.#start.clientX);
    const isSideways = this.#pulledPx === 0 && sideways > directionPx && sideways > down;
    if (event.defaultPrevented || isSideways || this.#page.view.scrollTop > 0) this.#cancel();
    else this.#moveTo(Math.max(0, Math.min(maxPullPx, down * resistance)), false);
  }

  #cancel(): void {
    this.#start = undefined;
    if (this.#pulledPx > 0) this.#moveTo(0, true);
  }

  #end(): void {
    if (!this.#start) return;
    this.#start = undefined;
    if (this.#pulledPx >= refreshingPx) this.start();
    else if (this.#pulledPx > 0) this.#moveTo(0, true);
  }

  start(): void {
    if (this.#refreshing) return;
    this.#refreshing = true;
    this.#page.frame.classList.add('refreshing');
    this.#moveTo(refreshingPx, true);
    this.#page.call('onPullDownRefresh');
  }

  stop(): void {
    this.#refreshing = false;
    this.#page.frame.classList.remove('refreshing');
    this.#moveTo(0, true);
  }

  resume(): void {
    if (!this.#refreshing && this.#pulledPx > 0) this.#moveTo(0, false);
  }
}

export function watchPullDown(page: PullablePage): PullDown {
  return new PullDownArea(page);
}
