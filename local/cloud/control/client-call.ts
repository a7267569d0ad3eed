import { CallFailure, notAllowed } from '../functions/failure';
import { mayClientInvoke } from '../management/permissions';
import type { Parts } from '../services';
import { isFields, parseJson, textOf } from '../values';

/** Who a mini-program's call comes from. `source` replaces `wx_client` for tools that play another caller. */
export interface ClientCaller {
  openid?: string;
  source?: string;
}

const OPENID = /^[\x21-\x7e]{1,128}$/;

function mayCall(parts: Parts, name: string, openid: string | undefined): boolean {
  return (
    parts.options.manifest?.functionRules?.[name]?.invoke !== false &&
    mayClientInvoke(parts.state, name, openid !== undefined)
  );
}

/** A call as `wx.cloud.callFunction` makes it. @returns JSON text of what the function returned. @throws CallFailure */
export async function callAsClient(parts: Parts, name: string, event: unknown, caller: ClientCaller): Promise<string> {
  const { openid, source = 'wx_client' } = caller;
  if (openid !== undefined && !OPENID.test(openid))
    throw new CallFailure(-501007, 'INVALID_PARAM', 'x-openid is not an openid');
  if (!isFields(event)) throw new CallFailure(-501007, 'INVALID_PARAM', 'the event is no object');
  if (source === 'wx_client' && !mayCall(parts, name, openid)) throw notAllowed(name);
  if (openid !== undefined) parts.presence.note(openid);
  const label = `function ${name} ${textOf(event['name'])}`.trimEnd();
  return parts.functions.call({
    name,
    event,
    identity: { origin: 'client', source, ...(openid !== undefined && { openid }) },
    label,
  });
}

/** The same for the house's own tests and tools, in process. */
export async function invoke(parts: Parts, name: string, event: unknown, caller: ClientCaller): Promise<unknown> {
  const copy = parseJson(JSON.stringify(event ?? {}));
  return parseJson(await callAsClient(parts, name, copy, caller));
}
