import type { Database } from '../../cloudfunctions/core/platform/database';
import type { Context, Services } from '../../cloudfunctions/core/platform/context';
import { randomIds } from '../../cloudfunctions/core/platform/ids';
import type { LogFields } from '../../cloudfunctions/core/platform/log';

export interface WatchedServices extends Services {
  readonly lines: ({ level: string } & LogFields)[];
}

/** Services for pure tests: what a test does not replace fails when it is called. */
export function testServices(replaced: Partial<Services> = {}): WatchedServices {
  const lines: WatchedServices['lines'] = [];
  const log = { line: (level: string, fields: LogFields) => void lines.push({ level, ...fields }) };
  const clock = { now: () => new Date('2026-11-23T02:00:00Z') };
  return {
    database: absent('database'),
    openapi: absent('openapi'),
    storage: absent('storage'),
    functions: absent('functions'),
    ids: randomIds,
    signer: null,
    clock,
    log,
    ...replaced,
    lines,
  };
}

export function testContext(replaced: Partial<Context> = {}): Context {
  return {
    ...testServices(replaced),
    requestId: 'request-0001',
    request: { requestKey: 'request-key', inputHash: 'hash' },
    openid: 'o_tester',
    ...replaced,
  };
}

/** A router's gate that has noted nothing. */
export const noMemory = { recentRequests: () => [] };

/** A database that holds nothing and takes nothing: only a document that is read ahead may be asked for. */
export function emptyDatabase(get: (from: unknown, id: string) => Promise<unknown> = async () => undefined): Database {
  return absent<Database>('database', { get });
}

function absent<T extends object>(name: string, present: Readonly<Record<string, unknown>> = {}): T {
  return new Proxy({} as T, {
    get(_target, method) {
      if (typeof method === 'string' && method in present) return present[method];
      throw new Error(`This test gave no ${name}.${String(method)}`);
    },
  });
}
