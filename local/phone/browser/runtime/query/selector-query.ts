/**
 * wx.createSelectorQuery (https://developers.weixin.qq.com/miniprogram/dev/api/wxml/wx.createSelectorQuery.html).
 * Coordinates are those of WeChat: from the page's own window, which begins below the navigation bar.
 */
import { componentOfCaller, domOf, glassEasel, type EngineElement } from '../platform/engine';
import type { GeneralComponent } from '../../host';
import { pageOriginOf } from '../page/origin';
import { readComputedStyle } from '../wxs/style';

interface Fields {
  readonly id?: boolean;
  readonly dataset?: boolean;
  readonly mark?: boolean;
  readonly rect?: boolean;
  readonly size?: boolean;
  readonly scrollOffset?: boolean;
  readonly properties?: readonly string[];
  readonly computedStyle?: readonly string[];
  readonly node?: boolean;
  readonly context?: boolean;
}
type Result = Record<string, unknown>;
type Callback = (result: unknown) => void;
interface Request {
  read(): unknown;
  readonly callback: Callback | undefined;
}

/** What the built-in components answer for `node` and `context`. */
export interface NodeSource {
  nodeOf(element: Element): object | null;
  contextOf(element: Element): object | null;
}

function readRect(dom: Element, fields: Fields): Result {
  const { left, top, width, height } = dom.getBoundingClientRect();
  const origin = pageOriginOf(dom);
  const [x, y] = [left - origin.left, top - origin.top];
  return {
    ...(fields.rect ? { left: x, top: y, right: x + width, bottom: y + height } : {}),
    ...(fields.size ? { width, height } : {}),
  };
}

function readProperties(element: EngineElement, names: readonly string[]): Result {
  if (!glassEasel.Component.isComponent(element)) return {};
  const data: Result = element.data;
  return Object.fromEntries(
    names.filter((name) => name in data).map((name) => [name, glassEasel.dataUtils.simpleDeepCopy(data[name])]),
  );
}

function readElement(element: EngineElement, fields: Fields, source: NodeSource): Result {
  const dom = domOf(element);
  const result: Result = {};
  if (fields.id) result['id'] = element.id;
  if (fields.dataset) result['dataset'] = { ...element.dataset };
  if (fields.mark) result['mark'] = element.collectMarks();
  if (fields.properties) Object.assign(result, readProperties(element, fields.properties));
  if (!dom) return result;
  Object.assign(result, readRect(dom, fields));
  if (fields.scrollOffset) Object.assign(result, scrollOf(dom));
  if (fields.computedStyle) Object.assign(result, readComputedStyle(dom, fields.computedStyle));
  if (fields.node) result['node'] = source.nodeOf(dom);
  if (fields.context) result['context'] = source.contextOf(dom);
  return result;
}

function scrollOf(dom: Element): Result {
  const { scrollLeft, scrollTop, scrollWidth, scrollHeight } = dom;
  return { scrollLeft, scrollTop, scrollWidth, scrollHeight };
}

function readViewport(component: GeneralComponent, fields: Fields): Result {
  const view = domOf(component)?.closest('.page-view');
  const { clientWidth: width = 0, clientHeight: height = 0 } = view ?? {};
  return {
    ...(fields.id ? { id: '' } : {}),
    ...(fields.dataset ? { dataset: {} } : {}),
    ...(fields.rect ? { left: 0, top: 0, right: width, bottom: height } : {}),
    ...(fields.size ? { width, height } : {}),
    ...(fields.scrollOffset && view ? scrollOf(view) : {}),
  };
}

class NodesRef {
  readonly #query: SelectorQuery;
  readonly #read: (fields: Fields) => unknown;

  constructor(query: SelectorQuery, read: (fields: Fields) => unknown) {
    this.#query = query;
    this.#read = read;
  }

  fields(fields: Fields, callback?: Callback): SelectorQuery {
    return this.#query.add({ read: () => this.#read(fields), callback });
  }

  boundingClientRect(callback?: Callback): SelectorQuery {
    return this.fields({ id: true, dataset: true, rect: true, size: true }, callback);
  }

  scrollOffset(callback?: Callback): SelectorQuery {
    return this.fields({ id: true, dataset: true, scrollOffset: true }, callback);
  }

  node(callback?: Callback): SelectorQuery {
    return this.fields({ node: true }, callback);
  }

  context(callback?: Callback): SelectorQuery {
    return this.fields({ context: true }, callback);
  }
}

export class SelectorQuery {
  #component: GeneralComponent | undefined;
  readonly #source: NodeSource;
  readonly #requests: Request[] = [];

  constructor(component: GeneralComponent | undefined, source: NodeSource) {
    this.#component = component;
    this.#source = source;
  }

  /** @param caller the `this` of a page or component */
  in(caller: unknown): this {
    this.#component = componentOfCaller(caller) ?? this.#component;
    return this;
  }

  select(selector: string): NodesRef {
    const component = this.#component;
    return new NodesRef(this, (fields) => {
      const found = component?.getShadowRoot()?.querySelector(selector);
      return found ? readElement(found, fields, this.#source) : null;
    });
  }

  selectAll(selector: string): NodesRef {
    const component = this.#component;
    return new NodesRef(this, (fields) =>
      (component?.getShadowRoot()?.querySelectorAll(selector) ?? []).map((element) =>
        readElement(element, fields, this.#source),
      ),
    );
  }

  selectViewport(): NodesRef {
    const component = this.#component;
    return new NodesRef(this, (fields) => (component ? readViewport(component, fields) : null));
  }

  add(request: Request): this {
    this.#requests.push(request);
    return this;
  }

  /** Reads everything after the current update has been rendered; the results are in the order of the requests. */
  exec(callback?: (results: unknown[]) => void): this {
    const requests = this.#requests.splice(0);
    window.setTimeout(() => {
      const results = requests.map((request) => request.read());
      for (const [index, request] of requests.entries()) request.callback?.(results[index]);
      callback?.(results);
    });
    return this;
  }
}
