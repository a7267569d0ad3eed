import type { Host } from '../../host';
import { allPermissions } from '../../builtin/device/permissions';
import { asText } from '../../builtin/support/values';
import { api, type Answer } from '../support/call';
import { updateApis } from './update';

/** The version of the base library that this phone implements. */
const sdkVersion = '3.8.0';
const wechatVersion = '8.0.50';

function appBase(host: Host): Answer {
  return {
    SDKVersion: sdkVersion,
    enableDebug: false,
    host: { env: 'WeChat', appId: '', version: 0 },
    language: 'zh_CN',
    version: wechatVersion,
    theme: 'light',
    fontSizeScaleFactor: host.settings.fontScale,
    fontSizeSetting: Math.round(16 * host.settings.fontScale),
    mode: 'default',
  };
}

function windowInfo(host: Host): Answer {
  const { screenWidth, screenHeight, windowWidth, windowHeight, statusBarHeight, navigationBarHeight } = host.sizes();
  return {
    pixelRatio: window.devicePixelRatio,
    screenWidth,
    screenHeight,
    windowWidth,
    windowHeight,
    statusBarHeight,
    screenTop: statusBarHeight + navigationBarHeight,
    safeArea: {
      left: 0,
      right: screenWidth,
      top: statusBarHeight,
      bottom: screenHeight,
      width: screenWidth,
      height: screenHeight - statusBarHeight,
    },
  };
}

/** The platform is `devtools`, as in WeChat's own simulator, so that pages can know that this is no phone. */
const deviceInfo = (): Answer => ({
  abi: '',
  deviceAbi: '',
  cpuType: '',
  benchmarkLevel: -1,
  brand: 'browser',
  model: 'browser',
  system: navigator.platform,
  platform: 'devtools',
  memorySize: 4096,
});

const systemSetting = (): Answer => ({
  bluetoothEnabled: false,
  locationEnabled: true,
  wifiEnabled: true,
  deviceOrientation: window.innerWidth > window.innerHeight ? 'landscape' : 'portrait',
});

function authorizeSetting(host: Host): Answer {
  const granted = allPermissions(host);
  const status = (scope: string): string =>
    granted[scope] === undefined ? 'not determined' : granted[scope] ? 'authorized' : 'denied';
  return {
    albumAuthorized: status('scope.writePhotosAlbum'),
    bluetoothAuthorized: 'not determined',
    cameraAuthorized: status('scope.camera'),
    locationAuthorized: status('scope.userLocation'),
    locationReducedAccuracy: false,
    microphoneAuthorized: status('scope.record'),
    notificationAuthorized: 'authorized',
    notificationAlertAuthorized: 'authorized',
    notificationBadgeAuthorized: 'authorized',
    notificationSoundAuthorized: 'authorized',
    phoneCalendarAuthorized: 'not determined',
  };
}

const systemInfo = (host: Host): Answer => ({
  ...appBase(host),
  ...windowInfo(host),
  ...deviceInfo(),
  ...systemSetting(),
  ...authorizeSetting(host),
  isDualScreen: false,
});

export function systemApis(host: Host): Record<string, unknown> {
  return {
    getAppBaseInfo: () => appBase(host),
    getWindowInfo: () => windowInfo(host),
    getDeviceInfo: () => deviceInfo(),
    getSystemSetting: () => systemSetting(),
    getAppAuthorizeSetting: () => authorizeSetting(host),
    getSystemInfoSync: () => systemInfo(host),
    getSystemInfo: api('getSystemInfo', () => systemInfo(host)),
    getSystemInfoAsync: api('getSystemInfoAsync', () => systemInfo(host)),
    getMenuButtonBoundingClientRect: () => ({ ...host.sizes().menuButton }),
    getAccountInfoSync: () => ({
      miniProgram: { appId: asText(host.config.raw['appid'], 'local'), envVersion: 'develop', version: '' },
      plugin: undefined,
    }),
    getLaunchOptionsSync: () => ({ ...host.launch }),
    getEnterOptionsSync: () => ({ ...host.launch }),
    ...updateApis(host),
  };
}
