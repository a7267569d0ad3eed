/** An app whose pages show, one by one, what this phone does otherwise than a real one. */
import type { Browser, Page } from 'playwright-core';
import { rmSync } from 'node:fs';
import { launchBrowser, newPhonePage, openPhone, startPhone, watchErrors, type RunningPhone } from '../../testing';
import { scratchFolder, writeApp } from '../support/app-folder';

jest.setTimeout(60_000);

/** Script and template of a page; `events` of the page is what `record` was called with. */
export type LeniencyPages = Readonly<Record<string, readonly [template: string, script?: string]>>;

interface Recorded {
  readonly type: string;
  readonly detail: Readonly<Record<string, unknown>>;
  /** The force of each finger. */
  readonly forces: readonly number[];
}

const record =
  'record(e) { this.events = [...(this.events || []),' +
  ' { type: e.type, detail: e.detail, forces: (e.touches || []).map((touch) => touch.force) }] }';

const files = (pages: LeniencyPages): Record<string, string | object> => {
  const all: Record<string, string | object> = {
    'app.json': {
      pages: Object.keys(pages).map((name) => `${name}/${name}`),
      subPackages: [{ root: 'later', pages: ['one'] }],
      preloadRule: { [`${Object.keys(pages)[0] ?? ''}/${Object.keys(pages)[0] ?? ''}`]: { packages: ['later'] } },
    },
    'app.js': 'App({}); wx.__pages = getCurrentPages;',
    'later/one.js': 'Page({})',
    'later/one.wxml': '<view/>',
    'dot.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"/>',
  };
  for (const [name, [template, script = '']] of Object.entries(pages)) {
    all[`${name}/${name}.js`] = `Page({ ${record}, ${script} })`;
    all[`${name}/${name}.wxml`] = template;
  }
  return all;
};

/** Starts the phone before the tests of a file, and opens one page of the app for each test. */
export class LeniencyPhone {
  page!: Page;
  #browser!: Browser;
  #phone!: RunningPhone;
  #folder = '';

  constructor(pages: LeniencyPages) {
    beforeAll(async () => {
      this.#folder = writeApp(scratchFolder('leniencies'), files(pages));
      [this.#browser, this.#phone] = await Promise.all([launchBrowser(), startPhone({ appFolder: this.#folder })]);
    });
    afterEach(() => this.page.context().close());
    afterAll(async () => {
      await this.#browser.close();
      await this.#phone.close();
      rmSync(this.#folder, { recursive: true, force: true });
    });
  }

  async open(name: string, query = ''): Promise<Page> {
    this.page = await newPhonePage(this.#browser);
    watchErrors(this.page);
    await openPhone(this.page, { url: this.#phone.url, as: 'somebody', page: `/${name}/${name}${query}` });
    return this.page;
  }

  /** Runs the body of an async function with `wx`, `top` as the page on top, and `shown()` as its text. */
  run(body: string): Promise<unknown> {
    return this.page.evaluate(`(async () => {
      const wx = window.wx, top = wx.__pages().at(-1);
      const shown = () => [...document.querySelectorAll('wx-page')].at(-1).textContent;
      ${body}
    })()`);
  }

  /** What the page on top has recorded. */
  events(): Promise<readonly Recorded[]> {
    return this.run('return top.events ?? []') as Promise<readonly Recorded[]>;
  }
}
