import type { DuplicateKeyForm } from './types';

/**
 * A refusal with a code that the SDK maps: -502001 for DATABASE_REQUEST_FAILED, -502005 for a missing collection,
 * -501001 for most others.
 */
export class DatabaseError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'DatabaseError';
  }
}

const supportNote = 'Please check your request, but if the problem persists, contact us.';

export function requestFailed(reason: string): DatabaseError {
  return new DatabaseError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${reason}`);
}

/** What mongod says about one write, in the wrapping that users of the cloud report. */
export function writeFailed(reason: string): DatabaseError {
  return requestFailed(`multiple write errors: [{write errors: [{${reason}}]}, {<nil>}]`);
}

export function invalidParameter(reason: string): DatabaseError {
  return new DatabaseError('INVALID_PARAM', `[InvalidParameter] ${reason}`);
}

export function noSuchCollection(name: string): DatabaseError {
  return new DatabaseError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}. ${supportNote}`,
  );
}

export function transactionConflict(): DatabaseError {
  return new DatabaseError(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ' +
      supportNote,
  );
}

export function transactionNotFound(): DatabaseError {
  return new DatabaseError(
    'DATABASE_TRANSACTION_FAIL',
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, ' +
      `transaction must be commit or abort in 30 seconds. ${supportNote}`,
  );
}

/**
 * A duplicate key, in one of the two forms that are known: what wx-server-sdk's users see, and what the list of codes
 * promises. Callers should know both.
 * @param values the key's values as JSON
 */
export function duplicateKey(
  form: DuplicateKeyForm,
  key: { collection: string; index: string; values: string },
): DatabaseError {
  const { collection, index, values } = key;
  const reason = `E11000 duplicate key error collection: local.${collection} index: ${index} dup key: { : ${values} }`;
  if (form === 'E11000') return writeFailed(reason);
  return new DatabaseError(
    'DATABASE_DUPLICATE_WRITE',
    `[FailedOperation.DuplicateWrite] duplicate key in ${collection}, index ${index}. ${supportNote}`,
  );
}
