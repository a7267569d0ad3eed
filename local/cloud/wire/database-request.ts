import type { Database } from '../database';
import type { Fault, Faults } from '../observe/faults';
import { recordOperation, type Invocation } from '../observe/trace';
import { listOf, textOf, type Fields } from '../values';
import { failure, type WireAnswer } from './reply';

const DATA_LIMIT_BYTES = 5 * 1024 * 1024;
const CONFLICT =
  '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. Please check your code, the transaction id is ';
const WRITES = /^database\.(insertDocument|modifyDocument|modifyAndReturnDoc|removeDocument|commitTransaction)$/;

export interface DatabaseDoor {
  database: Database;
  faults: Faults;
  strict: boolean;
  /** set by strict mode in the message of a refusal */
  isRefusal(message: string): boolean;
}

/** Documents travel as text, one or a list. */
function sizeBytesOf(data: unknown): number {
  if (typeof data === 'string') return Buffer.byteLength(data);
  return listOf(data).reduce<number>((sum, each) => sum + Buffer.byteLength(textOf(each)), 0);
}

const timedOut = (action: string) => failure('SERVER_TIMEOUT', `${action}: no reply within the limit; it may have run`);

/** A conflict ends the transaction, as the engine behind the cloud does. */
async function conflict(door: DatabaseDoor, transactionId: string): Promise<WireAnswer> {
  await door.database.handle(
    { action: 'database.abortTransaction', transactionId },
    { token: '', strict: false, record: () => undefined },
  );
  return failure('DATABASE_TRANSACTION_CONFLICT', CONFLICT + transactionId);
}

function takeFault(door: DatabaseDoor, request: Fields, invocation: Invocation | undefined): Fault | undefined {
  const action = textOf(request['action']);
  const target = {
    label: `${action} ${textOf(request['collectionName'])}`,
    inside: invocation?.trace.name,
    openid: invocation?.identity.openid,
  };
  const inTransaction = textOf(request['transactionId']) !== '' && WRITES.test(action);
  return door.faults.take(
    inTransaction ? ['conflict', 'timeout-before', 'timeout-after'] : ['timeout-before', 'timeout-after'],
    target,
  );
}

/** Passes one `database.*` request on, with the faults that were planned for it, and notes what it cost. */
export async function handleDatabase(
  door: DatabaseDoor,
  request: Fields,
  invocation: Invocation | undefined,
): Promise<WireAnswer> {
  const action = textOf(request['action']);
  if (sizeBytesOf(request['data']) > DATA_LIMIT_BYTES)
    return failure(
      'DATABASE_REQUEST_FAILED',
      `[InvalidParameter] the data of a write is limited to ${DATA_LIMIT_BYTES} bytes`,
    );
  const fault = takeFault(door, request, invocation);
  if (fault?.kind === 'conflict') return conflict(door, textOf(request['transactionId']));
  if (fault?.kind === 'timeout-before') return timedOut(action);
  const reply = await door.database.handle(request, {
    token: invocation?.token ?? '',
    strict: door.strict,
    record: (operation) => invocation && recordOperation(invocation.trace, operation),
  });
  if ('message' in reply && door.isRefusal(reply.message)) invocation?.trace.refusals.push(reply.message);
  return fault ? timedOut(action) : reply;
}
