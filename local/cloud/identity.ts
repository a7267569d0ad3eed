import { APP_ID } from './environment';

/** Who sets a function off: the mini-program, another function, a timer, or a push of WeChat's. */
export type Origin = 'client' | 'function' | 'timer' | 'push' | 'sdk';

export interface Identity {
  origin: Origin;
  /** as `getWXContext().SOURCE`; it accumulates along a chain of calls, e.g. `wx_client,scf` */
  source: string;
  openid?: string;
  unionid?: string;
}

const CLIENT_ADDRESS = '127.0.0.1';

/**
 * The variables from which `getWXContext()` reads who calls. A timer gives no OPENID, and the SDK takes its token from another name.
 * @param token tells the cloud which invocation a later request of the SDK belongs to
 */
export function callVariables(identity: Identity, token: string): Record<string, string> {
  const isTimer = identity.source.startsWith('wx_trigger');
  const person: Record<string, string> = isTimer ? {} : { WX_APPID: APP_ID };
  if (identity.openid !== undefined) Object.assign(person, { WX_OPENID: identity.openid, WX_CLIENTIP: CLIENT_ADDRESS });
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
  if (identity.openid !== undefined) return { ...event, userInfo: { appId: APP_ID, openId: identity.openid } };
  return identity.origin === 'client' ? { ...event, userInfo: undefined } : event;
}
