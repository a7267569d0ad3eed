import type { DuplicateKeyForm } from './types';

/** A refusal with a code that the SDK maps: -502001 for DATABASE_REQUEST_FAILED, -502005 for a missing collection, -501001 for most others. */
export class DatabaseError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'DatabaseError';
  }
}

const askUs = 'Please check your request, but if the problem persists, contact us.';

export const requestFailed = (reason: string): DatabaseError =>
  new DatabaseError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${reason}`);

/** What mongod says about one write, in the wrapping that users of the cloud report. */
export const writeFailed = (reason: string): DatabaseError =>
  requestFailed(`multiple write errors: [{write errors: [{${reason}}]}, {<nil>}]`);

export const invalidParameter = (reason: string): DatabaseError =>
  new DatabaseError('INVALID_PARAM', `[InvalidParameter] ${reason}`);

export const noSuchCollection = (name: string): DatabaseError =>
  new DatabaseError('DATABASE_COLLECTION_NOT_EXIST', `[ResourceNotFound] Db or Table not exist: ${name}. ${askUs}`);

export const transactionConflict = (): DatabaseError =>
  new DatabaseError(
    'DATABASE_TRANSACTION_CONFLICT',
    `[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ${askUs}`,
  );

export const transactionGone = (): DatabaseError =>
  new DatabaseError(
    'DATABASE_TRANSACTION_FAIL',
    `[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. ${askUs}`,
  );

/**
 * A duplicate key, in one of the two forms that are known: what wx-server-sdk's users see, and what the list of codes
 * promises. Callers should recognise both.
 * @param values the key's values as JSON
 */
export function duplicateKey(
  form: DuplicateKeyForm,
  place: { collection: string; index: string; values: string },
): DatabaseError {
  const reason = `E11000 duplicate key error collection: local.${place.collection} index: ${place.index} dup key: { : ${place.values} }`;
  if (form === 'E11000') return writeFailed(reason);
  return new DatabaseError(
    'DATABASE_DUPLICATE_WRITE',
    `[FailedOperation.DuplicateWrite] duplicate key in ${place.collection}, index ${place.index}. ${askUs}`,
  );
}
