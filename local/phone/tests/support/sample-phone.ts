/** The sample app in a browser, for the tests of the runtime. */
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import {
  launchBrowser,
  newPhonePage,
  openPhone,
  startPhone,
  watchErrors,
  type ErrorWatch,
  type RunningPhone,
} from '../../testing';

/** The phone's inspection, in the browser. */
export interface Inside {
  __lianxin: {
    routes(): string[];
    path(): string;
    data(): Record<string, unknown>;
    packages(): string[];
    metrics(): Record<string, Record<string, number>>;
    resetMetrics(): void;
    tree(): { nodes: number; depth: number; children: number };
    lastShare(): { title: string; path: string };
  };
}

export class SamplePhone {
  page!: Page;
  watch!: ErrorWatch;
  #browser!: Browser;
  #running!: RunningPhone;

  async start(): Promise<void> {
    [this.#browser, this.#running] = await Promise.all([
      launchBrowser(),
      startPhone({ appFolder: join(__dirname, '..', 'fixtures', 'sample') }),
    ]);
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await this.#running.close();
  }

  async open(path?: string, options: BrowserContextOptions = {}): Promise<void> {
    this.page = await newPhonePage(this.#browser, options);
    this.watch = watchErrors(this.page);
    await openPhone(this.page, {
      url: this.#running.url,
      as: 'somebody',
      ...(path === undefined ? {} : { page: path }),
    });
  }

  async closePage(): Promise<void> {
    this.watch.expectNone();
    await this.page.context().close();
  }

  inside<T>(read: (window: Inside) => T | Promise<T>): Promise<T> {
    return this.page.evaluate(`(${read.toString()})(window)`);
  }

  /** Calls a wx function and answers its errMsg, or what it failed with. */
  call(name: string, argument: object): Promise<string> {
    return this.page.evaluate(
      `window.wx.${name}(${JSON.stringify(argument)}).then(
        (done) => done?.errMsg ?? 'ok',
        (error) => error.errMsg ?? error.message,
      )`,
    );
  }

  /** The log of the app since the last call. */
  async takeLog(): Promise<string[]> {
    await this.page.evaluate('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))');
    return this.page.evaluate('window.wx.__log.splice(0)');
  }
}
