import type { Host } from '../../host';
import { askPermission } from '../overlay/sheet';
import { isBag } from '../support/values';

/** WeChat's scopes that a user grants or refuses once, and changes in the settings. */
export const permissions = [
  'scope.userLocation',
  'scope.writePhotosAlbum',
  'scope.camera',
  'scope.record',
  'scope.address',
  'scope.werun',
  'scope.addPhoneContact',
  'scope.bluetooth',
  'scope.addPhoneCalendar',
] as const;
export type Permission = (typeof permissions)[number];

const purposes: Readonly<Partial<Record<Permission, string>>> = {
  'scope.userLocation': '你的位置信息将用于小程序位置接口的效果展示',
  'scope.writePhotosAlbum': '保存图片到你的相册',
  'scope.camera': '使用你的摄像头',
};

const place = (host: Host): string => `wx:permissions:${host.settings.openid}`;

/** What was asked already, with the answer: WeChat's `authSetting`. */
export function allPermissions(host: Host): Record<string, boolean> {
  const stored: unknown = JSON.parse(localStorage.getItem(place(host)) ?? '{}');
  return isBag(stored) ? Object.fromEntries(Object.entries(stored).map(([name, value]) => [name, value === true])) : {};
}

export function setPermission(host: Host, scope: Permission, granted: boolean): void {
  localStorage.setItem(place(host), JSON.stringify({ ...allPermissions(host), [scope]: granted }));
}

/** The earlier answer, or the user's answer now. A refusal stays until the settings change it. */
export async function requirePermission(host: Host, scope: Permission): Promise<boolean> {
  const known = allPermissions(host)[scope];
  if (known !== undefined) return known;
  const granted = await askPermission(host, {
    title: '申请使用',
    lines: [purposes[scope] ?? scope],
    agree: '允许',
    refuse: '拒绝',
  });
  setPermission(host, scope, granted);
  return granted;
}
