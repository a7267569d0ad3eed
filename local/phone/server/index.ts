/** The phone in the browser: compiles a mini-program and answers the requests of the pages that run it. */
import { mkdir } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { resolve } from 'node:path';
import { AppBuilder, describeOutcome } from './builder';
import { supportedNames } from '../browser/supported';
import { EventStream } from './event-stream';
import { bundleAreas, bundleHost } from './host-bundle';
import { failureHtml, frameHtml, phoneHtml } from './page-html';
import { answerText, staticAnswers } from './static-files';
import { watchFolder } from './watch';

export interface PhoneOptions {
  /** folder of app.json */
  appFolder: string;
  /** where compiled scripts are written */
  outFolder: string;
  /** small, without source maps */
  production?: boolean;
  /** builds again when a file changes, and tells the open pages */
  watch?: boolean;
  /** a page that uses a component or an API that is not there fails the build */
  strict?: boolean;
  /** a mistake is shown where it is made, and the rest of the app served; otherwise one mistake stops the whole app */
  partial?: boolean;
  /** hears what a build says; the console by default */
  log?: (text: string) => void;
}

export interface PhoneServer {
  /** False if the request is none of the phone's. */
  handle(request: IncomingMessage, response: ServerResponse): boolean;
  /** Builds again now. @throws Error with everything that is wrong */
  rebuild(): Promise<void>;
  close(): Promise<void>;
}

/** `/` is the frame; an address that names a page is the phone at that page, unless the frame wrote it for its own reload. */
function isPhoneAlone(address: URLSearchParams): boolean {
  if (address.get('bare') === '1') return true;
  return address.has('page') && address.get('frame') !== '1';
}

class Server implements PhoneServer {
  readonly #builder: AppBuilder;
  readonly #events = new EventStream();
  readonly #answers: ReturnType<typeof staticAnswers>;
  readonly #watched: boolean;
  readonly #outFolder: string;
  #hasAreas = false;
  readonly #log: (text: string) => void;
  #stopWatching: () => Promise<void> = () => Promise.resolve();

  constructor(options: PhoneOptions) {
    const { production = false, watch = false, strict = false, partial = false } = options;
    this.#watched = watch;
    this.#outFolder = options.outFolder;
    this.#log = options.log ?? console.log;
    this.#builder = new AppBuilder(
      { appFolder: options.appFolder, production, strict, partial, supported: supportedNames() },
      options.outFolder,
    );
    this.#answers = staticAnswers({ appFolder: options.appFolder, outFolder: options.outFolder });
  }

  async #buildAndTell(): Promise<void> {
    const outcome = await this.#builder.build();
    if (outcome.ok && outcome.result.usesRegions && !this.#hasAreas) {
      this.#hasAreas = true;
      await bundleAreas(this.#outFolder);
    }
    this.#log(describeOutcome(outcome));
    if (outcome.ok) this.#events.send('built', String(outcome.ms));
    else this.#events.send('failed', outcome.message);
  }

  async rebuild(): Promise<void> {
    await this.#buildAndTell();
    const { outcome } = this.#builder;
    if (!outcome.ok) throw new Error(outcome.message);
  }

  /** While watching, an app that does not build yet is shown as such; otherwise it is an error. */
  async start(appFolder: string): Promise<void> {
    if (!this.#watched) return this.rebuild();
    await this.#buildAndTell();
    this.#stopWatching = await watchFolder(appFolder, () => {
      void this.#buildAndTell();
    });
  }

  #answerPage(response: ServerResponse, isBare: boolean): void {
    const { outcome } = this.#builder;
    if (!isBare) answerText(response, 'text/html', frameHtml(this.#watched));
    else if (outcome.ok) answerText(response, 'text/html', phoneHtml(this.#watched));
    else answerText(response, 'text/html', failureHtml(this.#watched, outcome.message), 500);
  }

  handle(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://phone');
    if (pathname === '/') this.#answerPage(response, isPhoneAlone(searchParams));
    else if (pathname === '/events') this.#events.open(response);
    else {
      const prefix = Object.keys(this.#answers).find((start) => pathname.startsWith(start));
      if (prefix === undefined) return false;
      this.#answers[prefix]?.(request, response, decodeURIComponent(pathname.slice(prefix.length)));
    }
    return true;
  }

  async close(): Promise<void> {
    this.#events.close();
    await this.#stopWatching();
  }
}

/**
 * Compiles the app and readies the phone.
 * @throws Error with every mistake of the app, each with file, line and column (without `watch`)
 */
export async function createPhone(options: PhoneOptions): Promise<PhoneServer> {
  const folders = { appFolder: resolve(options.appFolder), outFolder: resolve(options.outFolder) };
  await mkdir(folders.outFolder, { recursive: true });
  const server = new Server({ ...options, ...folders });
  await Promise.all([bundleHost(folders.outFolder, options.production ?? false), server.start(folders.appFolder)]);
  return server;
}
