import type { Host } from '../../host';
import { allPermissions, setPermission, type Permission } from './permissions';
import { addButton, addChild, focusFirst, openLayer } from '../overlay/layer';

const titles: Readonly<Record<Permission, string>> = {
  'scope.userLocation': '位置信息',
  'scope.writePhotosAlbum': '添加到相册',
  'scope.camera': '摄像头',
  'scope.record': '麦克风',
  'scope.address': '通讯地址',
  'scope.werun': '微信运动步数',
  'scope.addPhoneContact': '添加到联系人',
  'scope.bluetooth': '蓝牙',
  'scope.addPhoneCalendar': '添加到日历',
};

/** Opens WeChat's page with the permissions of one mini-program; resolves when it is closed. */
export function openPermissionSettings(host: Host): Promise<void> {
  return new Promise((resolve) => {
    const finish = (): void => {
      layer.close();
      resolve();
    };
    const layer = openLayer(host, { className: 'wx-full', label: '设置', dismiss: finish });
    addChild(layer.element, 'div', 'wx-full-title', '设置');
    const asked = Object.entries(allPermissions(host));
    if (asked.length === 0) addChild(layer.element, 'div', 'wx-permission-line', '还没有向你要过任何权限');
    for (const [name, granted] of asked) {
      const scope = Object.keys(titles).find((known): known is Permission => known === name);
      if (scope === undefined) continue;
      const row = addChild(layer.element, 'label', 'wx-setting', titles[scope]);
      const box = addChild(row, 'input', 'wx-setting-box');
      box.type = 'checkbox';
      box.checked = granted;
      box.addEventListener('change', () => setPermission(host, scope, box.checked));
    }
    focusFirst(layer, addButton(layer.element, 'wx-permission-agree', '返回', finish));
  });
}
