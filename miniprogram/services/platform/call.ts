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

/** Writes that are under way, by what they say: a second touch waits for the first one's answer. */
const underWay = new Map<string, Promise<unknown>>();
/** The last write to which no reply came: it may have happened. */
let unanswered: { readonly said: string; readonly requestId: string } | null = null;

/**
 * A write under an id of its own. Said again while it is under way, it is the same; said again after no reply came,
 * with no other write between, it goes under the same id, so that it happens once.
 */
export function write<Name extends WriteName>(
  name: Name,
  input: Omit<Input<Name>, 'requestId'>,
): Promise<Reply<Output<Name>>> {
  const said = JSON.stringify([name, input]);
  const known = underWay.get(said) as Promise<Reply<Output<Name>>> | undefined;
  if (known !== undefined) return known;
  const requestId = unanswered?.said === said ? unanswered.requestId : newRequestId();
  unanswered = null;
  const asked = call(name, { ...input, requestId } as Input<Name>).then((reply) => {
    underWay.delete(said);
    if (underWay.size === 0) wx.hideNavigationBarLoading();
    if (!reply.ok && reply.code === 'NETWORK') unanswered = { said, requestId };
    return reply;
  });
  underWay.set(said, asked);
  // whatever the page draws itself, the touch is seen to have been taken
  wx.showNavigationBarLoading();
  return asked;
}
