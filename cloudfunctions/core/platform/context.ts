import type { Clock } from './clock';
import type { Database } from './database';
import type { Functions } from './functions';
import type { Ids } from './ids';
import type { Log } from './log';
import type { Found } from './look-up';
import type { Openapi } from './openapi';
import type { RequestRecord } from './request';
import type { Signer } from './signer';
import type { Storage } from './storage';

/** The world as endpoints see it; `tests/` replaces what it wants to watch. */
export interface Services {
  readonly database: Database;
  readonly clock: Clock;
  readonly openapi: Openapi;
  readonly storage: Storage;
  readonly functions: Functions;
  readonly ids: Ids;
  readonly log: Log;
  /** Absent where the environment holds no signing key: nothing is signed then. */
  readonly signer: Signer | null;
}

export interface Context extends Services {
  /** The client's `requestId` for a write, else one made for this call; it stands in replies and log lines. */
  readonly requestId: string;
  /** Tells a repeated request from a `requestId` that was used for something else. */
  readonly request: RequestRecord;
  /** Who calls, by `getWXContext()` alone; empty for the clock and for WeChat's pushes. */
  readonly openid: string;
  /** What was found in the same request as the caller; absent where nothing was looked up. */
  readonly found?: Found;
}
