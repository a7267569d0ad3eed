import type { CollectionReference, Query } from '@cloudbase/database';
import { QuerySerializer } from '@cloudbase/database/dist/esm/serializer/query';
import { asRecord, isRecord } from '../../builtin/support/values';
import { api, ApiFailure, type Options } from '../support/call';
import { checked } from './link';
import type { WatchedQuery, Watches } from './watches';

/** The data of a write. @throws ApiFailure with WeChat's message about a wrong parameter */
export function requireData(options: Options): object {
  const { data } = options;
  if (isRecord(data)) return data;
  throw new ApiFailure(`parameter error: parameter.data should be Object instead of ${typeof data};`, { errCode: -1 });
}

type Source = Query | CollectionReference;

/** `db.collection('c').where({ … })`: a query, each of whose steps makes a new one. */
export class ClientQuery {
  constructor(
    private readonly source: Source,
    private readonly watches: Watches,
    private readonly watched: WatchedQuery,
  ) {}

  #next(source: Source, watched: Partial<WatchedQuery> = {}): ClientQuery {
    return new ClientQuery(source, this.watches, { ...this.watched, ...watched });
  }

  where(filter: object): ClientQuery {
    const query: unknown = QuerySerializer.encodeEJSON(filter, false);
    return this.#next(this.source.where(filter), { query: String(query) });
  }

  orderBy(path: string, direction: 'asc' | 'desc'): ClientQuery {
    const sorted = asRecord(JSON.parse(this.watched.order ?? '{}'));
    const order = JSON.stringify({ ...sorted, [path]: direction === 'desc' ? -1 : 1 });
    return this.#next(this.source.orderBy(path, direction), { order });
  }

  limit(count: number): ClientQuery {
    return this.#next(this.source.limit(count), { limit: count });
  }

  skip(count: number): ClientQuery {
    return this.#next(this.source.skip(count));
  }

  field(fields: object): ClientQuery {
    return this.#next(this.source.field(fields));
  }

  get(given?: unknown): unknown {
    return api('collection.get', async () => ({ data: checked(await this.source.get()).data }))(given);
  }

  count(given?: unknown): unknown {
    return api('collection.count', async () => ({ total: checked(await this.source.count()).total }))(given);
  }

  update(given?: unknown): unknown {
    return api('collection.update', async (options) => {
      const { updated } = checked(await this.source.update(requireData(options)));
      return { stats: { updated } };
    })(given);
  }

  remove(given?: unknown): unknown {
    return api('collection.remove', async () => {
      const { deleted } = asRecord(checked(await this.source.remove()));
      return { stats: { removed: deleted ?? 0 } };
    })(given);
  }

  watch(options: unknown): object {
    return this.watches.add(this.watched, asRecord(options));
  }
}
