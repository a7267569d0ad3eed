import type { Collection, Database, Stored } from '../../cloudfunctions/core/platform/database';
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
  return { database: absent('database'), openapi: absent('openapi'), storage: absent('storage'), ids: randomIds, clock, log, ...replaced, lines };
}

export function testContext(replaced: Partial<Context> = {}): Context {
  return { ...testServices(replaced), requestId: 'request-0001', inputHash: 'hash', openid: 'o_tester', ...replaced };
}

function absent<T extends object>(name: string): T {
  return new Proxy({} as T, {
    get(_target, method) {
      throw new Error(`This test gave no ${name}.${String(method)}`);
    },
  });
}

/** Documents by `_id` in memory: enough for code that asks by `_id` alone. */
export function mapDatabase(): Database & { documents: Map<string, Record<string, unknown>> } {
  const documents = new Map<string, Record<string, unknown>>();
  const unsupported = () => Promise.reject(new Error('Only by _id.'));
  return {
    documents,
    get: async <T extends Stored>(_from: Collection<T>, id: string) => documents.get(id) as T | undefined,
    insert: async (_into, document) => (documents.has(document._id) ? false : (documents.set(document._id, { ...(document as object) }), true)),
    updateWhere: async (_within, where, change) => {
      const document = documents.get(String(where['_id']));
      return document ? (Object.assign(document, change.set), 1) : 0;
    },
    removeWhere: async (_within, where) => (documents.delete(String(where['_id'])) ? 1 : 0),
    find: unsupported,
    count: unsupported,
    transaction: unsupported,
  };
}
