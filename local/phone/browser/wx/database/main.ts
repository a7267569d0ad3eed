/**
 * The database of a mini-program, a script of its own: the phone loads it only for an app that names it. It is the
 * database library of WeChat's server SDK in the shape of `wx.cloud.database()`.
 */
import { Db, type CollectionReference } from '@cloudbase/database';
import { asRecord } from '../../builtin/support/values';
import { api } from '../support/call';
import { aggregationOf } from './aggregation';
import { ClientDocument } from './document';
import { checked, LinkRequest, type Link } from './link';
import { databaseKey } from './key';
import { ClientQuery, requireData } from './query';
import { geoOf, readDocument } from './values';
import { Watches } from './watches';

Db.reqClass = LinkRequest;

class ClientCollection extends ClientQuery {
  constructor(
    private readonly collection: CollectionReference,
    private readonly all: Watches,
    private readonly throwsOnNotFound: boolean,
  ) {
    super(collection, all, { collectionName: collection.name });
  }

  doc(id: string | number): ClientDocument {
    const { name: collectionName } = this.collection;
    return new ClientDocument(this.collection.doc(id), this.all, {
      collectionName,
      id,
      throwsOnNotFound: this.throwsOnNotFound,
    });
  }

  add(given?: unknown): unknown {
    return api('collection.add', async (options) => {
      const { id } = checked(asRecord(await this.collection.add(requireData(options))));
      return { _id: id };
    })(given);
  }

  aggregate(): object {
    return aggregationOf(this.collection.aggregate());
  }
}

function createDatabase(link: Link): (options?: unknown) => object {
  const watches = new Watches(link, readDocument);
  return (options) => {
    const { throwOnNotFound = true, ...config } = asRecord(options);
    const source = new Db({ ...config, link });
    const { command, serverDate, RegExp } = source;
    return {
      collection: (name: string) => new ClientCollection(source.collection(name), watches, throwOnNotFound !== false),
      command,
      Geo: geoOf(source),
      serverDate,
      RegExp,
      config: asRecord(options),
    };
  };
}

Reflect.set(globalThis, databaseKey, createDatabase);
