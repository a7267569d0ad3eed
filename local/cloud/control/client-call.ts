import { CallFailure, notAllowed } from '../functions/failure';
import { mayClientInvoke } from '../management/permissions';
import type { CloudServices } from '../services';
import { isFields, parseJson, textOf } from '../values';

/** Who a mini-program's call comes from. `source` replaces `wx_client` for tools that act as another caller. */
export interface ClientCaller {
  readonly openid?: string;
  readonly source?: string;
}

const openidPattern = /^[\x21-\x7e]{1,128}$/;

function mayCall(services: CloudServices, name: string, openid: string | undefined): boolean {
  return (
    services.options.manifest?.functionRules?.[name]?.invoke !== false &&
    mayClientInvoke(services.state, name, openid !== undefined)
  );
}

/** A call as `wx.cloud.callFunction` makes it. @returns JSON text of what the function returned. @throws CallFailure */
export async function callAsClient(
  services: CloudServices,
  name: string,
  event: unknown,
  caller: ClientCaller,
): Promise<string> {
  const { openid, source = 'wx_client' } = caller;
  if (openid !== undefined && !openidPattern.test(openid))
    throw new CallFailure(-501007, 'INVALID_PARAM', 'x-openid is not an openid');
  if (!isFields(event)) throw new CallFailure(-501007, 'INVALID_PARAM', 'the event is no object');
  if (source === 'wx_client' && !mayCall(services, name, openid)) throw notAllowed(name);
  if (openid !== undefined) services.presence.record(openid);
  const label = `function ${name} ${textOf(event['name'])}`.trimEnd();
  return services.functions.call({
    name,
    event,
    identity: { origin: 'client', source, ...(openid !== undefined && { openid }) },
    label,
  });
}

/** The same for tests and tools in the same process. */
export async function invoke(
  services: CloudServices,
  name: string,
  event: unknown,
  caller: ClientCaller,
): Promise<unknown> {
  const copy = parseJson(JSON.stringify(event ?? {}));
  return parseJson(await callAsClient(services, name, copy, caller));
}
