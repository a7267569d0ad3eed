/** One page of the stack: its component, the element that scrolls it, its lifecycles. */
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
  };
}

export interface PageParts {
  route: string;
  query: Query;
  config: Record<string, unknown>;
  root: PageRoot;
  instance: PageInstance;
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
  #shown = false;
  #ready = false;

  constructor(parts: PageParts, container: HTMLElement) {
    Object.assign(parts.instance, { route: parts.route, __route__: parts.route, options: parts.query });
    this.route = parts.route;
    this.query = parts.query;
    this.config = parts.config;
    this.instance = parts.instance;
    this.component = parts.root.getComponent();
    this.bar = initialBar(parts.config);
    this.#root = parts.root;
    this.frame.className = 'page-frame';
    this.view.className = 'page-view';
    this.view.style.background = text(parts.config['backgroundColorContent'], '');
    this.frame.style.background = text(parts.config['backgroundColor'], '');
    this.frame.append(this.view);
    container.append(this.frame);
    this.frame.addEventListener('animationend', ({ target }) => {
      if (target === this.frame) delete this.frame.dataset['arrives'];
    });
    if (parts.config['disableScroll'] === true) this.view.style.overflow = 'hidden';
    this.pullDown = parts.config['enablePullDownRefresh'] === true ? watchPullDown(this) : undefined;
    watchScrolling(this);
  }

  /** Lays the page into the document: created and attached have run after this. */
  attach(): void {
    const placeholder = document.createElement('div');
    this.view.append(placeholder);
    this.#root.attach(this.view, placeholder);
  }

  get path(): string {
    return formatPath(this.route, this.query);
  }

  /** Calls a lifecycle or handler of the page if it has one; what it throws is logged, as on a phone. */
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
    if (this.#shown) return;
    this.#shown = true;
    this.frame.hidden = false;
    this.call('onShow');
    this.component.triggerPageLifetime('show', []);
    this.pullDown?.resume();
  }

  /** onReady, once, when the page has been drawn. */
  async becomeReady(): Promise<void> {
    if (this.#ready) return;
    this.#ready = true;
    await afterPaint();
    this.call('onReady');
  }

  hide(): void {
    if (!this.#shown) return;
    this.#shown = false;
    this.call('onHide');
    this.component.triggerPageLifetime('hide', []);
  }

  /** Slides in over what was there; whoever asks their system for less motion sees it stand at once (phone.css). */
  arrive(from: 'right' | 'left'): void {
    this.frame.dataset['arrives'] = from;
  }

  conceal(): void {
    this.frame.hidden = true;
    delete this.frame.dataset['arrives'];
  }

  destroy(): void {
    this.call('onUnload');
    this.#root.release();
    this.frame.remove();
  }
}
