import { openModal } from '../../overlay/modal';
import { phoneNumberDetail } from '../../device/phone-number';
import { openPermissionSettings } from '../../device/permission-settings';
import { chooseAvatar } from '../../device/avatar';
import type { Builtin } from '../../support/builtin';
import { allPermissions } from '../../device/permissions';
import { agreeToPrivacy, requirePrivacy } from '../../device/privacy';

type OpenTypeHandler = (builtin: Builtin) => Promise<void>;

async function phoneNumber(builtin: Builtin, apiName: string, event: string): Promise<void> {
  try {
    await requirePrivacy(builtin.host, apiName);
  } catch (error) {
    return builtin.fire(event, {
      errMsg: `${apiName}:fail ${error instanceof Error ? error.message : ''}`,
      errno: 104,
    });
  }
  builtin.fire(event, await phoneNumberDetail(builtin.host, apiName));
}

async function contact(builtin: Builtin): Promise<void> {
  const title = builtin.text('sendMessageTitle');
  await openModal(builtin.host, {
    title: '客服会话',
    content: title === '' ? '这里没有客服会话，在微信里会打开聊天窗口。' : `带着“${title}”打开客服会话。`,
    showCancel: false,
    cancelText: '',
    cancelColor: '',
    confirmText: '返回',
    confirmColor: '#576b95',
    editable: false,
    placeholderText: '',
  });
  builtin.fire('contact', { errMsg: 'enterContact:ok', path: builtin.text('sendMessagePath'), query: {} });
}

/** What a tap on a button of each open-type does; the events and their details are those of WeChat's button. */
const handlers: Readonly<Record<string, OpenTypeHandler>> = {
  getPhoneNumber: (builtin) => phoneNumber(builtin, 'getPhoneNumber', 'getphonenumber'),
  getRealtimePhoneNumber: (builtin) => phoneNumber(builtin, 'getRealtimePhoneNumber', 'getrealtimephonenumber'),
  share: async (builtin) => {
    await builtin.host.share('button', builtin.component);
  },
  contact,
  chooseAvatar: async (builtin) => {
    await requirePrivacy(builtin.host, 'chooseAvatar');
    const avatarUrl = await chooseAvatar(builtin.host);
    if (avatarUrl !== undefined) builtin.fire('chooseavatar', { avatarUrl });
  },
  openSetting: async (builtin) => {
    await openPermissionSettings(builtin.host);
    builtin.fire('opensetting', { errMsg: 'openSetting:ok', authSetting: allPermissions(builtin.host) });
  },
  getUserInfo: async (builtin) => {
    const userInfo = {
      nickName: '微信用户',
      avatarUrl: '',
      gender: 0,
      country: '',
      province: '',
      city: '',
      language: '',
    };
    builtin.fire('getuserinfo', {
      errMsg: 'getUserInfo:ok',
      userInfo,
      rawData: JSON.stringify(userInfo),
      signature: '',
      encryptedData: '',
      iv: '',
    });
  },
  feedback: async (builtin) => {
    await openModal(builtin.host, {
      title: '意见反馈',
      content: '',
      showCancel: true,
      cancelText: '取消',
      cancelColor: '#000000',
      confirmText: '提交',
      confirmColor: '#576b95',
      editable: true,
      placeholderText: '哪里不好用',
    });
  },
  launchApp: async (builtin) => builtin.fire('error', { errMsg: 'launchApp:fail there is no app beside the browser' }),
};

/** Runs the button's open-type, which may name several at once: `getPhoneNumber|agreePrivacyAuthorization`. */
export function runOpenType(builtin: Builtin): void {
  const names = builtin.text('openType').split('|').filter(Boolean);
  if (names.includes('agreePrivacyAuthorization')) {
    agreeToPrivacy(builtin.host);
    builtin.fire('agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' });
  }
  for (const name of names) {
    if (name === 'agreePrivacyAuthorization') continue;
    const handler = handlers[name];
    if (handler === undefined) console.error(`<button open-type="${name}"> is not available in the browser`);
    else
      handler(builtin).catch((error: unknown) =>
        builtin.fire('error', { errMsg: `${name}:fail ${error instanceof Error ? error.message : ''}` }),
      );
  }
}
