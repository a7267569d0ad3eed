import type { Host } from '../../host';
import { api, type Answer } from '../support/call';
import { subscribe } from './subscribe';

/** WeChat answers every mini-program with the same anonymous user since 2022. */
function anonymousUser(): Answer {
  const userInfo = {
    nickName: '微信用户',
    avatarUrl: '',
    gender: 0,
    country: '',
    province: '',
    city: '',
    language: '',
  };
  return { userInfo, rawData: JSON.stringify(userInfo), signature: '', encryptedData: '', iv: '' };
}

export function accountApis(host: Host): Record<string, unknown> {
  return {
    login: api('login', () => ({ code: `local-${crypto.randomUUID()}` })),
    checkSession: api('checkSession', () => undefined),
    getUserProfile: api('getUserProfile', anonymousUser),
    getUserInfo: api('getUserInfo', anonymousUser),
    requestSubscribeMessage: api('requestSubscribeMessage', (options) => subscribe(host, options)),
  };
}
