/** Values of documents, as the database library reads and makes them. */
import type { Db } from '@cloudbase/database';
import { Util } from '@cloudbase/database/dist/esm/util';
import { EJSON } from 'bson';
import { asList, asRecord, type UnknownRecord } from '../../builtin/support/values';

/** A document that was sent as extended JSON: dates and places are objects again. */
export function readDocument(text: string): UnknownRecord {
  const { _id, ...fields } = asRecord(EJSON.parse(text));
  const [read] = asList(Util.formatResDocumentData([{ ...fields, _id: '' }]));
  return { ...asRecord(read), _id };
}

/** Makes a class callable without `new`, as WeChat's documentation calls it. */
function callable(make: new (...given: never[]) => object): unknown {
  return function create(...given: unknown[]): object {
    return Reflect.construct(make, given);
  };
}

/** `db.Geo`: `db.Geo.Point(113, 23)`, with `new` or without it. */
export function geoOf({ Geo }: Db): object {
  return Object.fromEntries(
    Object.entries(Geo).map(([name, make]) => [name, typeof make === 'function' ? callable(make) : make]),
  );
}
