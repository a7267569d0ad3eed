import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Database, DuplicateKeyForm, IndexSpecification } from './database';

/** The page of a code that names none, unless the options say otherwise. */
export const HOME_PAGE = 'pages/home/home';

/** Collections and indexes that the cloud makes when it starts; the same shape as the product's `core/schema`. */
export interface Manifest {
  collections: readonly { name: string; indexes: readonly IndexSpecification[] }[];
  /** by function: whether the mini-program may call it (`invoke: false` closes it to clients) */
  functionRules?: Readonly<Record<string, { invoke: boolean }>>;
}

export interface Persona {
  openid: string;
  name: string;
  hats: readonly string[];
  communityId: string;
  /** as people say it; the picker shows the id where there is none */
  communityName?: string;
  /** what the phone hands over at "get phone number" */
  phoneNumber?: string;
}

/** Where demo data comes from; the cloud itself knows none. */
/** A file that lies in the cloud's storage from the start. */
export interface DemoFile {
  readonly cloudPath: string;
  /** where it lies on this machine */
  readonly file: string;
}

export interface DemoSource {
  /** `now` is the cloud's own moment: the data is to look current then */
  load(database: Database, scale: number, now: Date): void | Promise<void>;
  personas(): readonly Persona[];
  files?(): readonly DemoFile[];
  /** cards that a phone's scanner can pick, by the token in their scene */
  cards?(): readonly { token: string; label: string }[];
}

export interface CloudOptions {
  functionsFolder: string;
  dataFolder: string;
  /** 0 takes any free port */
  port: number;
  /** see design: refuses scans, sorts in memory, undeclared indexes, unbounded reads */
  strict?: boolean;
  manifest?: Manifest;
  demo?: DemoSource;
  /** pages of the mini-program, so that a code for a missing one is refused */
  pages?: readonly string[];
  /** the page of a code that names none */
  homePage?: string;
  /** the page that a card's code opens, e.g. `packages/resident/card/card` */
  cardPage?: string;
  duplicateKeyForm?: DuplicateKeyForm;
  /** instances of one function at a time; further calls wait */
  instanceLimit?: number;
  /** false: timers run only when the clock is moved, not as time passes; for tests */
  ticks?: boolean;
  /** what functions print, and what this cloud has to complain of */
  log?(line: string): void;
  /** another part of the house on the same port; false means "not mine" */
  serve?(request: IncomingMessage, response: ServerResponse): boolean;
}
