import { appId } from './environment';

/** What starts a function: the mini-program, another function, a timer, or a push of WeChat's. */
export type Origin = 'client' | 'function' | 'timer' | 'push' | 'sdk';

export interface Identity {
  readonly origin: Origin;
  /** As `getWXContext().SOURCE`; it accumulates along a chain of calls, e.g. `wx_client,scf`. */
  readonly source: string;
  readonly openid?: string;
  readonly unionid?: string;
}

const clientAddress = '127.0.0.1';

/**
 * The variables from which `getWXContext()` reads who calls. A timer gives no OPENID, and the SDK takes its token
 * from another name.
 * @param token tells the cloud which invocation a later request of the SDK belongs to
 */
export function callVariables(identity: Identity, token: string): Record<string, string> {
  const isTimer = identity.source.startsWith('wx_trigger');
  const person: Record<string, string> = isTimer ? {} : { WX_APPID: appId };
  if (identity.openid !== undefined) Object.assign(person, { WX_OPENID: identity.openid, WX_CLIENTIP: clientAddress });
  if (identity.unionid !== undefined) person['WX_UNIONID'] = identity.unionid;
  const tokens: Record<string, string> = isTimer ? { WX_TRIGGER_API_TOKEN_V0: token } : { WX_API_TOKEN: token };
  const variables = { ...person, ...tokens };
  return {
    ...variables,
    ...(isTimer && { TRIGGER_SRC: 'timer' }),
    WX_CONTEXT_KEYS: Object.keys(variables).join(','),
    TCB_SOURCE: identity.source,
  };
}

/** Calls that come from a user carry who it is in the event, too; a client cannot say it itself. */
export function withUserInfo(event: object, identity: Identity): object {
  if (identity.openid !== undefined) return { ...event, userInfo: { appId: appId, openId: identity.openid } };
  return identity.origin === 'client' ? { ...event, userInfo: undefined } : event;
}
