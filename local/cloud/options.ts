import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SimplePermission, WrittenRule } from './rules/permission';
import type { KeptInstances } from './functions/kept-instances';
import type { Database, DuplicateKeyForm, IndexSpecification } from './database';

/** The page of a code that names none, unless the options say otherwise. */
export const defaultHomePage = 'pages/home/home';

export interface StorageRule {
  readonly read: boolean | string;
  readonly write: boolean | string;
}

export interface CollectionManifest {
  readonly name: string;
  readonly indexes: readonly IndexSpecification[];
  /** One of the console's four simple permissions, by CloudBase's names; PRIVATE without it. */
  readonly permission?: SimplePermission;
  /** A security rule in their place, e.g. `{ "read": true, "write": "doc._openid == auth.openid" }`. */
  readonly rule?: WrittenRule;
}

/** Collections and indexes that the cloud makes when it starts; the same shape as the product's `core/schema`. */
export interface Manifest {
  readonly collections: readonly CollectionManifest[];
  /** By function: whether the mini-program may call it (`invoke: false` closes it to clients). */
  readonly functionRules?: Readonly<Record<string, { invoke: boolean }>>;
  /**
   * What clients may do with files: `true`, `false`, `auth != null`, or `resource.openid == auth.openid`. Without it,
   * everything.
   */
  readonly storageRule?: StorageRule;
}

export interface Persona {
  readonly openid: string;
  readonly name: string;
  readonly hats: readonly string[];
  readonly communityId: string;
  /** The name that people use; the picker shows the id where there is none. */
  readonly communityName?: string;
  /** What the phone answers at "get phone number". */
  readonly phoneNumber?: string;
}

/** A file that is in the cloud's storage from the start. */
export interface DemoFile {
  readonly cloudPath: string;
  /** Its path on this machine. */
  readonly file: string;
}

/** Where demo data comes from; the cloud itself has none. */
export interface DemoSource {
  /** `now` is the cloud's clock: the data is to be current then. */
  load(database: Database, scale: number, now: Date): void | Promise<void>;
  personas(): readonly Persona[];
  files?(): readonly DemoFile[];
  /** Cards that a phone's scanner can pick, by the token in their scene; those that stand in the database now, too. */
  cards?(database: Database): readonly { token: string; label: string }[];
}

export interface CloudOptions {
  readonly functionsFolder: string;
  readonly dataFolder: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Refuses scans, sorts in memory, undeclared indexes, unbounded reads. */
  readonly strict?: boolean;
  readonly manifest?: Manifest;
  readonly demo?: DemoSource;
  /** Pages of the mini-program, so that a code for a missing one is refused. */
  readonly pages?: readonly string[];
  /** The page of a code that names none. */
  readonly homePage?: string;
  /** The page that a card's code opens, e.g. `packages/resident/card/card`. */
  readonly cardPage?: string;
  readonly duplicateKeyForm?: DuplicateKeyForm;
  /** Variables that every function finds in its environment, as a console would have set them. */
  readonly functionEnvironment?: Readonly<Record<string, string>>;
  /** Instances of one function at a time; further calls wait. */
  readonly instanceLimit?: number;
  /** For tests: where idle instances go when the cloud ends, and come from. A reset leaves them warm then. */
  readonly keptInstances?: KeptInstances;
  /** False: timers run only when the clock is moved, not as time passes; for tests. */
  readonly automaticTimers?: boolean;
  /** What functions print, and what this cloud warns of. */
  log?(line: string): void;
  /** A handler of other addresses on the same port, e.g. a browser's phone; false means that it did not answer. */
  serve?(request: IncomingMessage, response: ServerResponse): boolean;
}
