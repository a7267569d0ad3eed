import { DatabaseError } from '../database';
import { readEjsonFields } from '../database/values/ejson';
import type { Fields as Document } from '../database/values/value';
import type { Access } from '../rules/permission';
import { RuleError } from '../rules/tokens';
import type { CloudServices } from '../services';
import { isFields, listOf, textOf, type Fields } from '../values';
import { handleDatabase } from '../wire/database-request';
import { failure, type WireAnswer } from '../wire/reply';
import { judge, type Target } from './access';
import { dataOf, ownOf, readSent, touchesOwner } from './documents';
import { permissionOf } from './permission';
import { foreignCollections, ownStages, queryOf, readStages, writeStages } from './stages';

type Services = Pick<CloudServices, 'options' | 'state' | 'database' | 'faults' | 'clock'>;

/** Documents of one read by a client, where a function gets 100. */
const maxDocuments = 20;

/** A request that is answered without the database. */
class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

const denied = (): Refusal => new Refusal('DATABASE_PERMISSION_DENIED', 'Permission denied');
const ownerChange = (): Refusal => new Refusal('INVALID_PARAM', '[InvalidParameter] Invalid Key Name: _openid');

/** One request of a client, with what is known of it. */
class ClientRequest {
  readonly collection: string;

  constructor(
    private readonly services: Services,
    readonly fields: Fields,
    readonly openid: string | undefined,
  ) {
    this.collection = textOf(fields['collectionName']);
  }

  /** @throws Refusal where clients may not */
  judge(access: Access, target: Target, data?: Document, collection = this.collection): 'allowed' | 'own' {
    const { database, clock } = this.services;
    const verdict = judge(database, {
      permission: permissionOf(this.services, collection),
      access,
      target,
      openid: this.openid,
      nowMs: clock.nowMs(),
      ...(data !== undefined && { data }),
    });
    if (verdict === 'refused') throw denied();
    return verdict;
  }

  typed(fields: Fields): Document {
    return readEjsonFields(JSON.stringify(fields), this.services.clock.now());
  }

  /** The query as it is sent on. @throws Refusal where clients may not */
  query(access: Access, data?: Document): string {
    const query = readSent(this.fields['query'], this.openid);
    const verdict = this.judge(access, { query: this.typed(query) }, data);
    return JSON.stringify(verdict === 'own' && this.openid !== undefined ? ownOf(query, this.openid) : query);
  }

  /** @throws Refusal for what is no id of one document */
  stored(id: unknown): Fields | undefined {
    const { database } = this.services;
    if (typeof id !== 'string' && typeof id !== 'number')
      throw new Refusal('INVALID_PARAM', '[InvalidParameter] a set takes the _id of one document');
    const isKnown = database.describe().some(({ name }) => name === this.collection);
    const found: unknown = isKnown ? database.get(this.collection, id) : undefined;
    return isFields(found) ? found : undefined;
  }
}

function readDocuments(request: ClientRequest): Fields {
  const limit = request.fields['limit'];
  const given = typeof limit === 'number' && limit > 0 ? limit : maxDocuments;
  return { query: request.query('read'), limit: Math.min(given, maxDocuments) };
}

function aggregate(request: ClientRequest): Fields {
  const stages = readStages(request.fields['stages'], request.openid);
  if (stages.some(({ key }) => key === '$out' || key === '$merge')) throw denied();
  for (const from of foreignCollections(stages))
    if (request.judge('read', { query: {} }, undefined, from) !== 'allowed') throw denied();
  const verdict = request.judge('read', { query: request.typed(queryOf(stages)) });
  const isOwn = verdict === 'own' && request.openid !== undefined;
  return { stages: writeStages(isOwn ? ownStages(stages, request.openid ?? '') : stages) };
}

/** New documents are the caller's: `_openid` says so, and nobody may say it otherwise. */
function withOwner(request: ClientRequest, document: Fields): Fields {
  const { openid } = request;
  if ('_openid' in document && document['_openid'] !== openid) throw ownerChange();
  const owned = openid === undefined ? document : { ...document, _openid: openid };
  request.judge('create', { document: request.typed(owned) }, request.typed(document));
  return owned;
}

function insert(request: ClientRequest): Fields {
  const { fields, openid } = request;
  const texts = Array.isArray(fields['data']) ? listOf(fields['data']) : [fields['data']];
  return { data: texts.map((text) => JSON.stringify(withOwner(request, readSent(text, openid)))) };
}

function update(request: ClientRequest): Fields {
  const change = readSent(request.fields['data'], request.openid);
  if (touchesOwner(change)) throw ownerChange();
  const data = request.typed(dataOf(change));
  return { query: request.query('update', data), data: JSON.stringify(change), upsert: false };
}

/** `doc.set`: a new document, or another one in the place of what stands there, whose owner stays. */
function replace(request: ClientRequest): Fields {
  const { fields, openid } = request;
  const document = readSent(fields['data'], openid);
  const { _id: id } = readSent(fields['query'], openid);
  const stored = request.stored(id);
  if (stored === undefined) {
    const owned = withOwner(request, document);
    return { query: JSON.stringify({ _id: id }), data: JSON.stringify(owned), multi: false };
  }
  if ('_openid' in document) throw ownerChange();
  const query = request.query('update', request.typed(document));
  const owner = stored['_openid'];
  return {
    query,
    data: JSON.stringify(owner === undefined ? document : { ...document, _openid: owner }),
    multi: false,
  };
}

const prepare: Readonly<Record<string, (request: ClientRequest) => Fields>> = {
  'database.getDocument': readDocuments,
  'database.calculateDocument': (request) => ({ query: request.query('read') }),
  'database.aggregateDocuments': aggregate,
  'database.insertDocument': insert,
  'database.modifyDocument': (request) => (request.fields['merge'] === false ? replace(request) : update(request)),
  'database.removeDocument': (request) => ({ query: request.query('delete') }),
};

/** The answer to what cannot be asked: a refusal of ours or of a rule. Other errors are thrown on. */
export function refusalOf(error: unknown): WireAnswer {
  if (error instanceof Refusal) return failure(error.code, error.message);
  if (error instanceof DatabaseError) return failure(error.code, error.message);
  if (error instanceof RuleError) return failure('DATABASE_PERMISSION_DENIED', error.message);
  if (error instanceof SyntaxError) return failure('INVALID_PARAM', `[InvalidParameter] ${error.message}`);
  throw error;
}

/** The query of a client that may read what it finds. @throws what refusalOf answers */
export function readableQuery(services: Services, fields: Fields, openid: string | undefined): string {
  return new ClientRequest(services, fields, openid).query('read');
}

/**
 * One request of `wx.cloud.database()`, in the SDK's own form: the collection's permission decides, `{openid}` is
 * replaced, and what is sent on has the owner in it. Transactions and new collections are for functions alone.
 */
export async function handleClientRequest(
  services: Services,
  fields: Fields,
  openid: string | undefined,
): Promise<WireAnswer> {
  const action = textOf(fields['action']);
  const make = Object.hasOwn(prepare, action) ? prepare[action] : undefined;
  if (make === undefined) return failure('INVALID_PARAM', `[InvalidParameter] ${action} is not for clients`);
  const { database, faults, options } = services;
  try {
    const request = { ...fields, ...make(new ClientRequest(services, fields, openid)), transactionId: undefined };
    const endpoint = { database, faults, strict: options.strict ?? false, isRefusal: () => false };
    return await handleDatabase(endpoint, request, undefined);
  } catch (error) {
    return refusalOf(error);
  }
}
