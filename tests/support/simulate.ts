/**
 * Mounts the pages and components of the mini-program in a DOM, with the very templates that WeChat compiles (npm
 * components have to be packed: `npm run build`). The cloud behind them answers with samples.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { EndpointName, Input, Output } from '../../miniprogram/contracts/api';
import type { ErrorCode, OrderName } from '../../miniprogram/contracts/error';
import type { SessionView } from '../../miniprogram/contracts/person';
import { replies } from '../miniprogram/samples/replies';

/** The first page of a file brings the compiler and every component with it. */
jest.setTimeout(60_000);

export const miniprogramFolder = path.resolve(__dirname, '../../miniprogram');

interface Mounted {
  readonly dom: HTMLElement;
  readonly instance: Instance;
  readonly data: Record<string, unknown>;
  attach(parent: HTMLElement): void;
  detach(): void;
  addEventListener(name: string, listener: (event: { detail: unknown }) => void): void;
  querySelector(
    selector: string,
  ): { dispatchEvent(name: string, options?: object): void; dom: HTMLElement; instance: Instance } | undefined;
}
export interface Instance extends Record<string, unknown> {
  data: Record<string, unknown>;
  setData(change: Record<string, unknown>, done?: () => void): void;
}
interface Simulator {
  load(file: string, options: object): string;
  render(id: string, properties?: object): Mounted;
  sleep(durationMs: number): Promise<void>;
}
const simulator = require('miniprogram-simulate') as Simulator;
/** A phone, on which nothing of a computer's can be had. */
Object.assign((globalThis as unknown as { wx: object }).wx, {
  canIUse: (name: string) => !/^o(n|ff)Key/.test(name),
  enableAlertBeforeUnload: () => undefined,
  disableAlertBeforeUnload: () => undefined,
});

function usingOf(file: string): Record<string, string> {
  return (JSON.parse(readFileSync(file, 'utf8')) as { usingComponents?: Record<string, string> }).usingComponents ?? {};
}

/** The simulator resolves relative and absolute names alone: npm components are named for it, all the way down. */
function npmComponents(file: string, found: Record<string, string> = {}): Record<string, string> {
  for (const [tag, target] of Object.entries(usingOf(file))) {
    if (!/^[./]/.test(target)) found[tag] = `/miniprogram_npm/${target}`;
    else {
      const folder = target.startsWith('/') ? miniprogramFolder : path.dirname(file);
      const json = `${path.join(folder, target)}.json`;
      if (existsSync(json)) npmComponents(json, found);
    }
  }
  return found;
}

/** What a phone waits between two tries passes faster here. */
const timesAsFast = 20;
const clockFile = path.join(miniprogramFolder, 'services/platform/clock');
jest.doMock(clockFile, () => {
  const clock = jest.requireActual<{ wait(durationMs: number): Promise<void> }>(clockFile);
  return { ...clock, wait: (durationMs: number) => clock.wait(durationMs / timesAsFast) };
});

interface PageDefinition {
  data: Record<string, unknown>;
}
const fields = Symbol('fields');
const isFunction = (value: unknown): value is (...args: never[]) => unknown => typeof value === 'function';

/** The simulator knows no pages: one is a component whose lifecycle the test calls. */
function asComponent(definition: PageDefinition): void {
  const entries = Object.entries(definition).filter(([name]) => name !== 'data');
  const methods = Object.fromEntries(entries.filter(([, value]) => isFunction(value)));
  const own = Object.fromEntries(entries.filter(([, value]) => !isFunction(value)));
  definitions.push(definition);
  const register = globalThis as unknown as { Component(definition: object): void };
  register.Component({
    data: definition.data,
    methods,
    lifetimes: {
      created(this: Record<symbol | string, unknown>) {
        this[fields] = own;
      },
    },
  });
}
const definitions: PageDefinition[] = [];
Object.assign(globalThis, { Page: asComponent });

interface Loaded {
  readonly id: string;
  /** Of the modules that this file was loaded with. */
  readonly saveSession: (session: SessionView) => void;
}
const loadedFiles = new Map<string, Loaded>();

/** All templates of the app compile to more than the megabyte that the compiler's output has room for by itself. */
const compiledBytes = 64 * 1024 * 1024;

/**
 * Loads each file once. A component's module registers it when it runs, so that every load starts with fresh modules:
 * one that two pages share would otherwise stay silent for the second.
 */
function load(file: string): Loaded {
  const known = loadedFiles.get(file);
  if (known !== undefined) return known;
  jest.resetModules();
  const full = path.join(miniprogramFolder, file);
  const id = simulator.load(full, {
    rootPath: miniprogramFolder,
    compiler: 'official',
    compilerOptions: { maxBuffer: compiledBytes },
    usingComponents: npmComponents(`${full}.json`),
  });
  const { saveSession } = jest.requireActual<{ saveSession(session: SessionView): void }>(
    path.join(miniprogramFolder, 'session/session'),
  );
  const loaded = { id, saveSession };
  loadedFiles.set(file, loaded);
  return loaded;
}

export function mountComponent(file: string, properties: object = {}): Mounted {
  const mounted = simulator.render(load(file).id, properties);
  mounted.attach(document.body);
  return mounted;
}

export type Answer<Name extends EndpointName> =
  | { ok: true; data: Output<Name> }
  | { ok: false; code: ErrorCode; field?: string; order?: OrderName; requestId: string };
type Given<Name extends EndpointName> = Answer<Name> | Promise<Answer<Name>>;
/** An answer, or what makes one of each input. */
export type Answers = { [Name in EndpointName]?: Given<Name> | ((input: Input<Name>) => Given<Name>) };

export const answered = <T>(data: T): { ok: true; data: T } => ({ ok: true, data });
export const refused = (code: ErrorCode): { ok: false; code: ErrorCode; requestId: string } => ({
  ok: false,
  code,
  requestId: 'test',
});

export interface Called {
  readonly name: EndpointName;
  readonly input: Record<string, unknown>;
}

/** The cloud as this test wants it; what it does not say is answered from the samples. Answers the list of calls. */
export function cloudOf(answers: Answers = {}): Called[] {
  const calls: Called[] = [];
  const { wx } = globalThis as unknown as { wx: Record<string, unknown> };
  wx['cloud'] = {
    init: () => undefined,
    callFunction: async ({ data }: { data: Called }) => {
      calls.push(data);
      const answer: unknown = answers[data.name] ?? answered(replies[data.name]);
      return { result: await (isFunction(answer) ? (answer as (input: unknown) => unknown)(data.input) : answer) };
    },
    uploadFile: async ({ cloudPath }: { cloudPath: string }) => ({ fileID: `cloud://test/${cloudPath}` }),
    getTempFileURL: async ({ fileList }: { fileList: string[] }) => ({
      fileList: fileList.map((fileID) => ({ fileID, tempFileURL: `https://files.test/${fileID.slice(8)}` })),
    }),
  };
  return calls;
}

export interface MountedPage {
  readonly dom: HTMLElement;
  readonly instance: Instance;
  /** The component that a tab shows (packages/passbook/page/tab-content.ts), of a page without one the page. */
  readonly content: Instance;
  /** What each setData carried, since the page was mounted. */
  readonly changes: readonly Record<string, unknown>[];
  readonly definition: PageDefinition;
  /** Calls a handler as WXML does. */
  call(method: string, detail?: unknown, dataset?: object): unknown;
  /** Lets replies arrive and the view follow. */
  settle(): Promise<void>;
  /** Lets time pass until the page says this. */
  says(words: string): Promise<void>;
  text(): string;
}

function handler(instances: readonly Instance[], method: string): (...args: unknown[]) => unknown {
  const instance = instances.find((one) => isFunction(one[method]));
  const found = instance?.[method];
  if (!isFunction(found)) throw new Error(`The page has no ${method}.`);
  return found.bind(instance) as (...args: unknown[]) => unknown;
}

/** Notes what each setData of an instance carries. */
function noteChanges(instance: Instance, changes: Record<string, unknown>[]): void {
  const set = instance.setData.bind(instance);
  instance.setData = (change, done) => {
    changes.push(change);
    set(change, done);
  };
}

async function saysSoon(dom: HTMLElement, words: string): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    if (dom.textContent?.includes(words)) return;
    await simulator.sleep(20);
  }
  throw new Error(`The page never said ${words}: ${dom.textContent ?? ''}`);
}

/** Opens a page as WeChat does, for somebody who opened the product before: options first, then onLoad and onShow. */
export function mountPage(file: string, query: Record<string, string> = {}, session?: SessionView): MountedPage {
  const before = definitions.length;
  const { id, saveSession } = load(file);
  if (session !== undefined) saveSession(session);
  const definition = definitions[before] ?? pageDefinitions.get(file);
  if (definition === undefined) throw new Error(`${file} called no Page().`);
  pageDefinitions.set(file, definition);
  const mounted = simulator.render(id);
  const { instance } = mounted;
  const changes: Record<string, unknown>[] = [];
  Object.assign(instance, (instance as unknown as Record<symbol, object>)[fields], { options: query });
  noteChanges(instance, changes);
  Object.assign(globalThis, { getCurrentPages: () => [instance] });
  // what a tab shows is a component of its own (page/tab-shell.ts): it is called and watched as the page is
  const content = mounted.querySelector('.content')?.instance;
  if (content) noteChanges(content, changes);
  // where the page's answer decides which content it has, that stands there later
  const instances = () => [mounted.querySelector('.content')?.instance, instance].filter((one) => one !== undefined);
  mounted.attach(document.body);
  for (const lifecycle of ['onLoad', 'onShow'])
    if (isFunction(instance[lifecycle])) handler([instance], lifecycle)(query);
  return {
    dom: mounted.dom,
    instance,
    get content() {
      return mounted.querySelector('.content')?.instance ?? instance;
    },
    changes,
    definition,
    call: (method, detail, dataset = {}) => handler(instances(), method)({ detail, currentTarget: { dataset } }),
    settle: () => simulator.sleep(20),
    says: (words) => saysSoon(mounted.dom, words),
    text: () => mounted.dom.textContent ?? '',
  };
}
const pageDefinitions = new Map<string, PageDefinition>();
