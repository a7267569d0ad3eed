import type { Host } from '../../host';
import {
  offNeedPrivacyAuthorization,
  onNeedPrivacyAuthorization,
  openPrivacyContract,
  privacySetting,
  requirePrivacy,
} from '../../builtin/device/privacy';
import { api } from '../support/call';

export function privacyApis(host: Host): Record<string, unknown> {
  return {
    getPrivacySetting: api('getPrivacySetting', () => privacySetting(host)),
    requirePrivacyAuthorize: api('requirePrivacyAuthorize', () => requirePrivacy(host, 'requirePrivacyAuthorize')),
    openPrivacyContract: api('openPrivacyContract', () => openPrivacyContract(host)),
    onNeedPrivacyAuthorization,
    offNeedPrivacyAuthorization,
  };
}
