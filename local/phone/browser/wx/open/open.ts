import type { Host } from '../../host';
import { openSettings } from '../../builtin/device/permission-settings';
import { allPermissions, permissions, requirePermission } from '../../builtin/device/permissions';
import {
  offNeedPrivacyAuthorization,
  onNeedPrivacyAuthorization,
  openPrivacyContract,
  privacySetting,
  requirePrivacy,
} from '../../builtin/device/privacy';
import { api, ApiFailure, requireText } from '../support/call';
import { subscribe } from './subscribe';

export function privacyApis(host: Host): Record<string, unknown> {
  return {
    getPrivacySetting: api('getPrivacySetting', () => privacySetting(host)),
    requirePrivacyAuthorize: api('requirePrivacyAuthorize', () => requirePrivacy(host, 'requirePrivacyAuthorize')),
    openPrivacyContract: api('openPrivacyContract', () => openPrivacyContract(host)),
    onNeedPrivacyAuthorization,
    offNeedPrivacyAuthorization,
  };
}

const anonymous = { nickName: '微信用户', avatarUrl: '', gender: 0, country: '', province: '', city: '', language: '' };

export function openApis(host: Host): Record<string, unknown> {
  return {
    login: api('login', () => ({ code: `local-${crypto.randomUUID()}` })),
    checkSession: api('checkSession', () => undefined),
    /** WeChat answers every mini-program with the same anonymous user since 2022. */
    getUserProfile: api('getUserProfile', () => ({
      userInfo: anonymous,
      rawData: JSON.stringify(anonymous),
      signature: '',
      encryptedData: '',
      iv: '',
    })),
    getUserInfo: api('getUserInfo', () => ({
      userInfo: anonymous,
      rawData: JSON.stringify(anonymous),
      signature: '',
      encryptedData: '',
      iv: '',
    })),
    getSetting: api('getSetting', (options) => ({
      authSetting: allPermissions(host),
      ...(options['withSubscriptions'] === true
        ? { subscriptionsSetting: { mainSwitch: true, itemSettings: {} } }
        : {}),
    })),
    openSetting: api('openSetting', async () => {
      await openSettings(host);
      return { authSetting: allPermissions(host) };
    }),
    authorize: api('authorize', async (options) => {
      const wanted = requireText(options, 'scope');
      const scope = permissions.find((known) => known === wanted);
      if (scope === undefined) throw new ApiFailure(`invalid scope ${wanted}`);
      if (!(await requirePermission(host, scope))) throw new ApiFailure('auth deny');
    }),
    requestSubscribeMessage: api('requestSubscribeMessage', (options) => subscribe(host, options)),
    showShareMenu: api('showShareMenu', () => host.setShareMenu(true)),
    hideShareMenu: api('hideShareMenu', () => host.setShareMenu(false)),
    /** Private and updatable cards exist in chats alone. */
    updateShareMenu: api('updateShareMenu', () => undefined),
    shareAppMessage: api('shareAppMessage', async () => {
      await host.share('menu');
    }),
  };
}
