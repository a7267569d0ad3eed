import { openModal } from '../../overlay/modal';
import { phoneNumberDetail } from '../../device/phone-number';
import { openSettings } from '../../device/permission-settings';
import { chooseAvatar } from '../../device/avatar';
import type { Part } from '../../support/part';
import { allPermissions } from '../../device/permissions';
import { agreeToPrivacy, requirePrivacy } from '../../device/privacy';

type Act = (part: Part) => Promise<void>;

async function phoneNumber(part: Part, apiName: string, event: string): Promise<void> {
  try {
    await requirePrivacy(part.host, apiName);
  } catch (error) {
    return part.fire(event, { errMsg: `${apiName}:fail ${error instanceof Error ? error.message : ''}`, errno: 104 });
  }
  part.fire(event, await phoneNumberDetail(part.host, apiName));
}

async function contact(part: Part): Promise<void> {
  const title = part.text('sendMessageTitle');
  await openModal(part.host, {
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
  part.fire('contact', { errMsg: 'enterContact:ok', path: part.text('sendMessagePath'), query: {} });
}

/** What a tap on a button of each open-type does; the events and their details are those of WeChat's button. */
const acts: Readonly<Record<string, Act>> = {
  getPhoneNumber: (part) => phoneNumber(part, 'getPhoneNumber', 'getphonenumber'),
  getRealtimePhoneNumber: (part) => phoneNumber(part, 'getRealtimePhoneNumber', 'getrealtimephonenumber'),
  share: async (part) => {
    await part.host.share('button', part.component);
  },
  contact,
  chooseAvatar: async (part) => {
    await requirePrivacy(part.host, 'chooseAvatar');
    const avatarUrl = await chooseAvatar(part.host);
    if (avatarUrl !== undefined) part.fire('chooseavatar', { avatarUrl });
  },
  openSetting: async (part) => {
    await openSettings(part.host);
    part.fire('opensetting', { errMsg: 'openSetting:ok', authSetting: allPermissions(part.host) });
  },
  getUserInfo: async (part) => {
    const userInfo = {
      nickName: '微信用户',
      avatarUrl: '',
      gender: 0,
      country: '',
      province: '',
      city: '',
      language: '',
    };
    part.fire('getuserinfo', {
      errMsg: 'getUserInfo:ok',
      userInfo,
      rawData: JSON.stringify(userInfo),
      signature: '',
      encryptedData: '',
      iv: '',
    });
  },
  feedback: async (part) => {
    await openModal(part.host, {
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
  launchApp: async (part) => part.fire('error', { errMsg: 'launchApp:fail there is no app beside the browser' }),
};

/** Runs the button's open-type, which may name several at once: `getPhoneNumber|agreePrivacyAuthorization`. */
export function runOpenType(part: Part): void {
  const names = part.text('openType').split('|').filter(Boolean);
  if (names.includes('agreePrivacyAuthorization')) {
    agreeToPrivacy(part.host);
    part.fire('agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' });
  }
  for (const name of names) {
    if (name === 'agreePrivacyAuthorization') continue;
    const act = acts[name];
    if (act === undefined) console.error(`<button open-type="${name}"> is not available in the browser`);
    else
      act(part).catch((error: unknown) =>
        part.fire('error', { errMsg: `${name}:fail ${error instanceof Error ? error.message : ''}` }),
      );
  }
}
