/** The one place that calls the cloud. */
import { functionOf, type Api, type EndpointName, type Input, type Output } from '../../contracts/api';
import { errorTable, type ErrorCode, type Reply } from '../../contracts/error';
import { contractNumber } from '../../contracts/version';
import { jittered, newRequestId } from './random';
import { wait } from './clock';

/** A lost reply is asked for again with the same requestId, so that what did happen is answered and not repeated. */
const pausesMs = [400, 1200] as const;
const retriedCodes: readonly ErrorCode[] = ['NETWORK', 'BUSY'];

let outdated: () => void = () => undefined;

/** @param whenOutdated is told of each call that was refused because this mini-program is too old */
export function openCloud(whenOutdated: () => void): void {
  outdated = whenOutdated;
  wx.cloud.init({ traceUser: false });
}

const isReply = (value: unknown): value is Reply<unknown> => {
  if (typeof value !== 'object' || value === null || !('ok' in value)) return false;
  return (
    value.ok === true ||
    (value.ok === false &&
      'code' in value &&
      typeof value.code === 'string' &&
      Object.keys(errorTable).includes(value.code))
  );
};

async function callOnce<Name extends EndpointName>(name: Name, input: Input<Name>): Promise<Reply<Output<Name>>> {
  try {
    const { result } = await wx.cloud.callFunction({
      name: functionOf(name),
      data: { name, input, contract: contractNumber },
    });
    return isReply(result) ? (result as Reply<Output<Name>>) : { ok: false, code: 'INTERNAL', requestId: '' };
  } catch {
    return { ok: false, code: 'NETWORK', requestId: '' };
  }
}

/** Asks one endpoint; a refusal is a value. `NETWORK`: no reply came, the call may have run. */
export async function call<Name extends EndpointName>(name: Name, input: Input<Name>): Promise<Reply<Output<Name>>> {
  let reply = await callOnce(name, input);
  for (const pauseMs of pausesMs) {
    if (reply.ok || !retriedCodes.includes(reply.code)) break;
    await wait(jittered(pauseMs));
    reply = await callOnce(name, input);
  }
  if (!reply.ok && reply.code === 'CLIENT_OUTDATED') outdated();
  return reply;
}

type WriteName = { [Name in EndpointName]: 'requestId' extends keyof Api[Name]['input'] ? Name : never }[EndpointName];

/** A write under an id of its own. */
export function write<Name extends WriteName>(
  name: Name,
  input: Omit<Input<Name>, 'requestId'>,
): Promise<Reply<Output<Name>>> {
  return call(name, { ...input, requestId: newRequestId() } as Input<Name>);
}
