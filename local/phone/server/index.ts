/**
 * The phone as a part of an HTTP server: it compiles a mini-program and answers the requests of the pages that run it.
 */
import { mkdir } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { resolve } from 'node:path';
import type { Duplex } from 'node:stream';
import { AppBuilder, describeOutcome } from './builder';
import { noteBuilt, readBuilt, type BuiltApp } from './built';
import type { PanelOptions } from '../panel';
import { supportedNames } from '../browser/supported';
import { EventStream } from './event-stream';
import { bundleAreas, bundleDatabase, bundleHost } from './host-bundle';
import { failureHtml, frameHtml, phoneHtml } from './page-html';
import { outsideAnswer } from './outside';
import { outsideSockets, type OutsideSockets } from './outside-socket';
import { answerText, staticAnswers } from './static-files';
import { watchFolder } from './watch';

export interface PhoneOptions {
  /** The folder of app.json. */
  readonly appFolder: string;
  /** The folder to which compiled scripts are written. */
  readonly outFolder: string;
  /** `outFolder` holds what an earlier phone built of this very app: it is served as it lies there. */
  readonly isBuilt?: boolean;
  /** Builds small scripts without source maps. */
  readonly production?: boolean;
  /** Builds again when a file changes, and reloads the open pages. */
  readonly watch?: boolean;
  /** A page that uses a component or an API that the phone does not have fails the build. */
  readonly strict?: boolean;
  /** A mistake is shown where it is made, and the rest of the app is served; otherwise one mistake fails the build. */
  readonly partial?: boolean;
  /** Origins that `wx.request` and its like may reach, as `https://api.example.com`; none by default. */
  readonly allowedAddresses?: readonly string[];
  /** What the app adds to the panel beside the phone. */
  readonly panel?: PanelOptions;
  /** Called with the outcome of every build; it goes to the console by default. */
  readonly log?: (text: string) => void;
}

export interface PhoneServer {
  /** Answers a request of the phone; false for any other request, which is left unanswered. */
  handle(request: IncomingMessage, response: ServerResponse): boolean;
  /** Connects a web socket of the phone, which is the server's event `upgrade`; any other one is ended. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Builds again. @throws Error with every mistake in the app */
  rebuild(): Promise<void>;
  close(): Promise<void>;
}

/**
 * True for the address of the phone without its frame: one with `bare=1`, or with a page that the frame did not write
 * itself.
 */
function isBarePhone(address: URLSearchParams): boolean {
  if (address.get('bare') === '1') return true;
  return address.has('page') && address.get('frame') !== '1';
}

class Server implements PhoneServer {
  readonly #builder: AppBuilder;
  readonly #events = new EventStream();
  readonly #answers: ReturnType<typeof staticAnswers>;
  readonly #outside: ReturnType<typeof outsideAnswer>;
  readonly #sockets: OutsideSockets;
  readonly #isWatching: boolean;
  readonly #outFolder: string;
  readonly #panel: PanelOptions;
  /** Of an app that was built before. */
  #built: BuiltApp | undefined;
  readonly #hasPart = new Set<'areas' | 'database'>();
  readonly #log: (text: string) => void;
  #stopWatching: () => Promise<void> = () => Promise.resolve();

  constructor(options: PhoneOptions) {
    const { production = false, watch = false, strict = false, partial = false } = options;
    this.#isWatching = watch;
    this.#outFolder = options.outFolder;
    this.#panel = options.panel ?? {};
    this.#log = options.log ?? console.log;
    this.#outside = outsideAnswer(options.allowedAddresses ?? []);
    this.#sockets = outsideSockets(options.allowedAddresses ?? []);
    this.#builder = new AppBuilder(
      { appFolder: options.appFolder, production, strict, partial, supported: supportedNames() },
      options.outFolder,
    );
    this.#answers = staticAnswers({ appFolder: options.appFolder, outFolder: options.outFolder });
  }

  async #buildAndNotify(): Promise<void> {
    const outcome = await this.#builder.build();
    if (outcome.ok && outcome.result.usesRegions) await this.#bundle('areas', bundleAreas);
    if (outcome.ok && outcome.result.usesDatabase) await this.#bundle('database', bundleDatabase);
    this.#log(describeOutcome(outcome));
    if (outcome.ok) await noteBuilt(this.#outFolder, outcome.result);
    if (outcome.ok) this.#events.send('built', String(outcome.ms));
    else this.#events.send('failed', outcome.message);
  }

  /** What only some apps need is made when the first build asks for it. */
  async #bundle(part: 'areas' | 'database', make: (outFolder: string) => Promise<void>): Promise<void> {
    if (this.#hasPart.has(part)) return;
    this.#hasPart.add(part);
    await make(this.#outFolder);
  }

  async rebuild(): Promise<void> {
    await this.#buildAndNotify();
    const { outcome } = this.#builder;
    if (!outcome.ok) throw new Error(outcome.message);
  }

  /** Serves what an earlier phone built. @throws Error where it built nothing */
  async takeBuilt(): Promise<void> {
    this.#built = await readBuilt(this.#outFolder);
  }

  /** Builds for the first time. While watching, a mistake is shown in the browser; otherwise it is an error. */
  async start(appFolder: string): Promise<void> {
    if (!this.#isWatching) return this.rebuild();
    await this.#buildAndNotify();
    this.#stopWatching = await watchFolder(appFolder, () => {
      void this.#buildAndNotify();
    });
  }

  #answerPage(response: ServerResponse, isBare: boolean): void {
    const { outcome } = this.#builder;
    const built = this.#built ?? (outcome.ok ? outcome.result : undefined);
    if (!isBare) answerText(response, 'text/html', frameHtml(this.#isWatching, this.#panel));
    else if (built !== undefined) answerText(response, 'text/html', phoneHtml(this.#isWatching, built));
    else if (!outcome.ok) answerText(response, 'text/html', failureHtml(this.#isWatching, outcome.message), 500);
  }

  handle(request: IncomingMessage, response: ServerResponse): boolean {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://phone');
    if (request.method === 'POST' && pathname === '/outside') {
      void this.#outside(request, response);
      return true;
    }
    if (request.method === 'POST' && pathname === '/outside/socket') {
      this.#sockets.answer(request, response);
      return true;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    if (pathname === '/') this.#answerPage(response, isBarePhone(searchParams));
    else if (pathname === '/events') this.#events.subscribe(response);
    else {
      const prefix = Object.keys(this.#answers).find((start) => pathname.startsWith(start));
      if (prefix === undefined) return false;
      this.#answers[prefix]?.(request, response, decodeURIComponent(pathname.slice(prefix.length)));
    }
    return true;
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (request.url?.startsWith('/outside/socket?') === true) this.#sockets.connect(request, socket, head);
    else socket.destroy();
  }

  async close(): Promise<void> {
    this.#events.close();
    await this.#stopWatching();
  }
}

/**
 * Compiles an app and creates the phone that runs it.
 * @throws Error without `watch`, with every mistake of the app, each with file, line and column
 */
export async function createPhone(options: PhoneOptions): Promise<PhoneServer> {
  const folders = { appFolder: resolve(options.appFolder), outFolder: resolve(options.outFolder) };
  await mkdir(folders.outFolder, { recursive: true });
  const server = new Server({ ...options, ...folders });
  if (options.isBuilt === true) {
    await server.takeBuilt();
    return server;
  }
  await Promise.all([bundleHost(folders.outFolder, options.production ?? false), server.start(folders.appFolder)]);
  return server;
}
