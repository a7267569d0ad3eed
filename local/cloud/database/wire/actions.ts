import type { ActionReply, RequestContext } from './context';
import { aggregateDocuments, countDocuments, getDocuments } from './read-actions';
import { readRequest, requestSchemas } from './requests';
import { insertDocuments, modifyAndReturn, modifyDocuments, removeDocuments } from './write-actions';

type Action = (request: Record<string, unknown>, context: RequestContext) => ActionReply | Promise<ActionReply>;

/** The actions of the wire, each from the SDK's arguments to its reply. */
export const actions: Readonly<Record<string, Action>> = {
  insertDocument: (request, context) => insertDocuments(readRequest(requestSchemas.insert, request), context),
  getDocument: (request, context) => getDocuments(readRequest(requestSchemas.get, request), context),
  calculateDocument: (request, context) => countDocuments(readRequest(requestSchemas.count, request), context),
  modifyDocument: (request, context) => modifyDocuments(readRequest(requestSchemas.modify, request), context),
  modifyAndReturnDoc: (request, context) => modifyAndReturn(readRequest(requestSchemas.modify, request), context),
  removeDocument: (request, context) => removeDocuments(readRequest(requestSchemas.remove, request), context),
  aggregateDocuments: (request, context) => aggregateDocuments(readRequest(requestSchemas.aggregate, request), context),
  addCollection: (request, { indexes }) => {
    indexes.createCollection(readRequest(requestSchemas.collection, request).collectionName);
    return { data: {} };
  },
  startTransaction: (_, { transactions, caller }) => ({ transactionId: transactions.begin(caller.token).id }),
  commitTransaction: (request, { transactions, writer }) => {
    const { transactionId } = readRequest(requestSchemas.transaction, request);
    const transaction = transactions.get(transactionId);
    try {
      writer.commit(transaction);
    } finally {
      transactions.end(transactionId);
    }
    return { data: {} };
  },
  abortTransaction: (request, { transactions }) => {
    const { transactionId } = readRequest(requestSchemas.transaction, request);
    transactions.get(transactionId);
    transactions.end(transactionId);
    return { data: {} };
  },
};
