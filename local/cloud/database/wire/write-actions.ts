import type * as v from 'valibot';
import type { Collection } from '../storage/catalog';
import type { Transaction } from '../transaction/transactions';
import { readEjsonFields, writeEjson } from '../values/ejson';
import type { Fields } from '../values/value';
import { PlainWrites, type Modification, type Modified } from '../write/plain-writes';
import { TransactionWrites } from '../write/transaction-writes';
import { sizeBytesOf, transactionOf, viewOf, type ActionReply, type RequestContext } from './context';
import { readFilter, type requestSchemas } from './requests';
import { refuseSelfWait, refuseWriteBesideTransaction } from './strict';

type Request<Name extends keyof typeof requestSchemas> = v.InferOutput<(typeof requestSchemas)[Name]>;

/** `insertDocument`: one document, or several in order. */
export async function insertDocuments(request: Request<'insert'>, context: RequestContext): Promise<ActionReply> {
  const { metrics, now } = context;
  const collection = context.indexes.collection(request.collectionName);
  const texts = Array.isArray(request.data) ? request.data : [request.data];
  metrics.bytes += sizeBytesOf(texts);
  metrics.plans.push('INSERT');
  const documents = texts.map((text) => readEjsonFields(text, now));
  const insertedIds = await writesOf(context, transactionOf(context, request)).insert(collection, documents);
  metrics.returned += insertedIds.length;
  return { data: { insertedIds } };
}

/** `modifyDocument`: one document or many, by operators or as a whole. */
export async function modifyDocuments(request: Request<'modify'>, context: RequestContext): Promise<ActionReply> {
  const { updated, upsertId } = await modify(request, context);
  return { data: upsertId === undefined ? { updated } : { updated, upsert_id: upsertId } };
}

/** `modifyAndReturnDoc`: one document, sent back as it is afterwards. */
export async function modifyAndReturn(request: Request<'modify'>, context: RequestContext): Promise<ActionReply> {
  const { updated, document } = await modify({ ...request, multi: false, merge: true, upsert: false }, context);
  return { data: { updated, ...(document === undefined ? {} : { doc: writeEjson(document) }) } };
}

async function modify(request: Request<'modify'>, context: RequestContext): Promise<Modified> {
  const { metrics, now } = context;
  const collection = context.indexes.collection(request.collectionName);
  metrics.bytes += Buffer.byteLength(request.data);
  const modification: Modification = {
    filter: readFilter(request.query, now),
    update: readEjsonFields(request.data, now),
    isReplacement: !request.merge,
    isMulti: request.multi,
    isUpsert: request.upsert,
    now,
  };
  const transaction = transactionForWrite(context, request, collection, modification.filter);
  const result = await writesOf(context, transaction).modify(collection, modification, metrics);
  metrics.returned += result.updated;
  return result;
}

/** `removeDocument`: one document, or all that a filter finds. */
export async function removeDocuments(request: Request<'remove'>, context: RequestContext): Promise<ActionReply> {
  const { metrics } = context;
  const collection = context.indexes.collection(request.collectionName);
  const removal = { filter: readFilter(request.query, context.now), isMulti: request.multi };
  const transaction = transactionForWrite(context, request, collection, removal.filter);
  const deleted = await writesOf(context, transaction).remove(collection, removal, metrics);
  metrics.returned += deleted;
  return { data: { deleted } };
}

/**
 * The SDK sends `where().update()` and `where().remove()` without their transaction, so that they are committed at
 * once.
 */
function transactionForWrite(
  context: RequestContext,
  request: { queryType: string; transactionId?: string | undefined },
  collection: Collection,
  filter: Fields,
): Transaction | undefined {
  const { caller, transactions } = context;
  const transaction = transactionOf(context, request);
  const isBeside = transaction === undefined && request.queryType === 'WHERE' && transactions.isOpenFor(caller.token);
  if (isBeside && caller.strict) refuseWriteBesideTransaction(collection.name, filter);
  return transaction;
}

function writesOf(context: RequestContext, transaction: Transaction | undefined): PlainWrites | TransactionWrites {
  const { transactions, writer, caller } = context;
  if (transaction !== undefined) return new TransactionWrites(viewOf(context, transaction), writer, transaction);
  return new PlainWrites(viewOf(context), writer, transactions.locks, (collection, owner) => {
    if (caller.strict && transactions.isOpenFor(caller.token, owner)) refuseSelfWait(collection.name);
  });
}
