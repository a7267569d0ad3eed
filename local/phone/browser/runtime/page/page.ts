/** One page of the stack: its component, the element that scrolls, its lifecycles. */
import type { GeneralComponent, PageInstance, PageView, Query } from '../../host';
import { afterPaint } from './ready';
import { watchScrolling } from './page-scroll';
import { watchPullDown, type PullDown } from './pull-down';
import { formatPath } from '../app/url';

export interface PageRoot {
  getComponent(): GeneralComponent;
  attach(parent: HTMLElement, placeholder: HTMLElement): void;
  release(): void;
}

export interface BarState {
  title: string;
  frontColor: string;
  backgroundColor: string;
  loading: boolean;
  homeHidden: boolean;
  /** Asked before its button leaves the page; '' asks nothing. */
  leaveQuestion: string;
}

function text(value: unknown, fallback: string): string {
  return typeof value === 'string' ? value : fallback;
}

function initialBar(config: Record<string, unknown>): BarState {
  return {
    title: text(config['navigationBarTitleText'], ''),
    frontColor: config['navigationBarTextStyle'] === 'white' ? '#ffffff' : '#000000',
    backgroundColor: text(
      config['navigationBarBackgroundColor'],
      config['navigationBarTextStyle'] === 'white' ? '#000000' : '#ffffff',
    ),
    loading: false,
    homeHidden: false,
    leaveQuestion: '',
  };
}

export interface PageOptions {
  readonly route: string;
  readonly query: Query;
  readonly config: Record<string, unknown>;
  readonly root: PageRoot;
  readonly instance: PageInstance;
}

let lastId = 0;

export class PageRecord implements PageView {
  readonly id = ++lastId;
  readonly route: string;
  readonly query: Query;
  readonly config: Record<string, unknown>;
  readonly instance: PageInstance;
  readonly component: GeneralComponent;
  readonly frame = document.createElement('div');
  readonly view = document.createElement('div');
  readonly bar: BarState;
  readonly pullDown: PullDown | undefined;
  shareMenuVisible = true;
  readonly #root: PageRoot;
  #isShown = false;
  #isReady = false;

  constructor(options: PageOptions, container: HTMLElement) {
    Object.assign(options.instance, { route: options.route, __route__: options.route, options: options.query });
    this.route = options.route;
    this.query = options.query;
    this.config = options.config;
    this.instance = options.instance;
    this.component = options.root.getComponent();
    this.bar = initialBar(options.config);
    this.#root = options.root;
    this.frame.className = 'page-frame';
    this.view.className = 'page-view';
    this.view.style.background = text(options.config['backgroundColorContent'], '');
    this.frame.style.background = text(options.config['backgroundColor'], '');
    this.frame.append(this.view);
    container.append(this.frame);
    this.frame.addEventListener('animationend', ({ target }) => {
      if (target === this.frame) delete this.frame.dataset['slidesFrom'];
    });
    if (options.config['disableScroll'] === true) this.view.style.overflow = 'hidden';
    this.pullDown = options.config['enablePullDownRefresh'] === true ? watchPullDown(this) : undefined;
    watchScrolling(this);
  }

  /** Adds the page to the document; afterwards `created` and `attached` have run. */
  attach(): void {
    const placeholder = document.createElement('div');
    this.view.append(placeholder);
    this.#root.attach(this.view, placeholder);
  }

  get path(): string {
    return formatPath(this.route, this.query);
  }

  /** Calls a lifecycle or handler of the page if it has one. What it throws is logged, as on a phone. */
  call(name: string, ...parameters: unknown[]): unknown {
    const handler: unknown = this.instance[name];
    if (typeof handler !== 'function') return undefined;
    try {
      const answer: unknown = handler.apply(this.instance, parameters);
      if (answer instanceof Promise)
        void answer.catch((error: unknown) => {
          reportError(error);
        });
      return answer;
    } catch (error) {
      reportError(error);
      return undefined;
    }
  }

  has(name: string): boolean {
    return typeof this.instance[name] === 'function';
  }

  show(): void {
    if (this.#isShown) return;
    this.#isShown = true;
    this.frame.hidden = false;
    this.call('onShow');
    this.component.triggerPageLifetime('show', []);
    this.pullDown?.resume();
  }

  /** Calls onReady once, when the page has been painted. */
  async fireReady(): Promise<void> {
    if (this.#isReady) return;
    this.#isReady = true;
    await afterPaint();
    this.call('onReady');
  }

  hide(): void {
    if (!this.#isShown) return;
    this.#isShown = false;
    this.call('onHide');
    this.component.triggerPageLifetime('hide', []);
  }

  /** Slides in over the page below, except for users who prefer reduced motion (pages.css). */
  slideIn(from: 'right' | 'left'): void {
    this.frame.dataset['slidesFrom'] = from;
  }

  /** Hides the page without its lifecycle, as it is covered by another one. */
  cover(): void {
    this.frame.hidden = true;
    delete this.frame.dataset['slidesFrom'];
  }

  destroy(): void {
    this.call('onUnload');
    this.#root.release();
    this.frame.remove();
  }
}
