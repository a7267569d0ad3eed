import type { Database } from '../database';
import type { Fault, Faults } from '../observe/faults';
import { recordOperation, type Invocation } from '../observe/trace';
import { listOf, textOf, type Fields } from '../values';
import { failure, type WireAnswer } from './reply';

const dataLimitBytes = 5 * 1024 * 1024;
const conflictMessage =
  '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ' +
  'Please check your code, the transaction id is ';
const writeActions = /^database\.(insertDocument|modifyDocument|modifyAndReturnDoc|removeDocument|commitTransaction)$/;

export interface DatabaseEndpoint {
  readonly database: Database;
  readonly faults: Faults;
  readonly strict: boolean;
  /** Set by strict mode in the message of a refusal. */
  isRefusal(message: string): boolean;
}

/** Documents travel as text, one or a list. */
function sizeBytesOf(data: unknown): number {
  if (typeof data === 'string') return Buffer.byteLength(data);
  return listOf(data).reduce<number>((sum, each) => sum + Buffer.byteLength(textOf(each)), 0);
}

const timedOut = (action: string) => failure('SERVER_TIMEOUT', `${action}: no reply within the limit; it may have run`);

/** A conflict ends the transaction, as the engine behind the cloud does. */
async function conflict(endpoint: DatabaseEndpoint, transactionId: string): Promise<WireAnswer> {
  await endpoint.database.handle(
    { action: 'database.abortTransaction', transactionId },
    { token: '', strict: false, record: () => undefined },
  );
  return failure('DATABASE_TRANSACTION_CONFLICT', conflictMessage + transactionId);
}

function takeFault(endpoint: DatabaseEndpoint, request: Fields, invocation: Invocation | undefined): Fault | undefined {
  const action = textOf(request['action']);
  const target = {
    label: `${action} ${textOf(request['collectionName'])}`,
    inside: invocation?.trace.name,
    openid: invocation?.identity.openid,
  };
  const inTransaction = textOf(request['transactionId']) !== '' && writeActions.test(action);
  return endpoint.faults.take(
    inTransaction ? ['conflict', 'timeout-before', 'timeout-after'] : ['timeout-before', 'timeout-after'],
    target,
  );
}

/** Passes one `database.*` request on, with the faults that were planned for it, and records what it cost. */
export async function handleDatabase(
  endpoint: DatabaseEndpoint,
  request: Fields,
  invocation: Invocation | undefined,
): Promise<WireAnswer> {
  const action = textOf(request['action']);
  if (sizeBytesOf(request['data']) > dataLimitBytes)
    return failure(
      'DATABASE_REQUEST_FAILED',
      `[InvalidParameter] the data of a write is limited to ${dataLimitBytes} bytes`,
    );
  const fault = takeFault(endpoint, request, invocation);
  if (fault?.kind === 'conflict') return conflict(endpoint, textOf(request['transactionId']));
  if (fault?.kind === 'timeout-before') return timedOut(action);
  const reply = await endpoint.database.handle(request, {
    token: invocation?.token ?? '',
    strict: endpoint.strict,
    record: (operation) => invocation && recordOperation(invocation.trace, operation),
  });
  if ('message' in reply && endpoint.isRefusal(reply.message)) invocation?.trace.refusals.push(reply.message);
  return fault ? timedOut(action) : reply;
}
