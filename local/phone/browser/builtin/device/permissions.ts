import type { Host } from '../../host';
import { askPermission } from '../overlay/sheet';
import { isRecord } from '../support/values';

/** WeChat's scopes, which a user grants or refuses once and can change in the settings. */
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

const storageKey = (host: Host): string => `wx:permissions:${host.settings.openid}`;

/** The permissions that were requested already, with the answer: WeChat's `authSetting`. */
export function allPermissions(host: Host): Record<string, boolean> {
  const stored: unknown = JSON.parse(localStorage.getItem(storageKey(host)) ?? '{}');
  return isRecord(stored)
    ? Object.fromEntries(Object.entries(stored).map(([name, value]) => [name, value === true]))
    : {};
}

export function setPermission(host: Host, scope: Permission, granted: boolean): void {
  localStorage.setItem(storageKey(host), JSON.stringify({ ...allPermissions(host), [scope]: granted }));
}

/**
 * Answers whether the user grants a permission, and asks only the first time; the settings can change the answer later.
 */
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
