import type { Host } from '../../host';
import { openPermissionSettings } from '../../builtin/device/permission-settings';
import { allPermissions, permissions, requirePermission } from '../../builtin/device/permissions';
import { api, ApiFailure, requireText } from '../support/call';

export function permissionApis(host: Host): Record<string, unknown> {
  return {
    getSetting: api('getSetting', (options) => ({
      authSetting: allPermissions(host),
      ...(options['withSubscriptions'] === true
        ? { subscriptionsSetting: { mainSwitch: true, itemSettings: {} } }
        : {}),
    })),
    openSetting: api('openSetting', async () => {
      await openPermissionSettings(host);
      return { authSetting: allPermissions(host) };
    }),
    authorize: api('authorize', async (options) => {
      const requested = requireText(options, 'scope');
      const scope = permissions.find((known) => known === requested);
      if (scope === undefined) throw new ApiFailure(`invalid scope ${requested}`);
      if (!(await requirePermission(host, scope))) throw new ApiFailure('auth deny');
    }),
  };
}
