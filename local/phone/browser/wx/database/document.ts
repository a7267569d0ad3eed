import type { DocumentReference } from '@cloudbase/database';
import { asList, asRecord } from '../../builtin/support/values';
import { api, ApiFailure } from '../support/call';
import { checked } from './link';
import { requireData } from './query';
import type { Watches } from './watches';

interface Place {
  readonly collectionName: string;
  readonly id: string | number;
  /** False: a document that is not there is null, not a failure. */
  readonly throwsOnNotFound: boolean;
}

/** `db.collection('c').doc(id)`. */
export class ClientDocument {
  constructor(
    private readonly source: DocumentReference,
    private readonly watches: Watches,
    private readonly place: Place,
  ) {}

  field(fields: object): ClientDocument {
    return new ClientDocument(this.source.field(fields), this.watches, this.place);
  }

  get(given?: unknown): unknown {
    return api('document.get', async () => {
      const [data] = asList(checked(asRecord(await this.source.get()))['data']);
      if (data === undefined && this.place.throwsOnNotFound)
        throw new ApiFailure(`document with _id ${this.place.id} does not exist`, { errCode: -1 });
      return { data: data ?? null };
    })(given);
  }

  set(given?: unknown): unknown {
    return api('document.set', async (options) => {
      const { updated, upsertedId } = checked(asRecord(await this.source.set(requireData(options))));
      const created = upsertedId === undefined || upsertedId === null ? 0 : 1;
      return { _id: this.place.id, stats: { updated, created } };
    })(given);
  }

  update(given?: unknown): unknown {
    return api('document.update', async (options) => {
      const { updated } = checked(asRecord(await this.source.update(requireData(options))));
      return { stats: { updated } };
    })(given);
  }

  remove(given?: unknown): unknown {
    return api('document.remove', async () => {
      const { deleted } = checked(asRecord(await this.source.remove()));
      return { stats: { removed: deleted ?? 0 } };
    })(given);
  }

  watch(options: unknown): object {
    const { collectionName, id } = this.place;
    return this.watches.add({ collectionName, query: JSON.stringify({ _id: id }) }, asRecord(options));
  }
}
