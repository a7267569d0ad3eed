import type { Host } from '../../host';
import { askPermission } from '../overlay/sheet';
import { openModal } from '../overlay/modal';
import { asText, isBag, isFunction } from '../support/values';

/** WeChat's 用户隐私保护指引: nothing personal is given to a page before the user agreed once. */
type Listener = (resolve: (answer: unknown) => void, info: { referrer: string; eventName: string }) => void;

const contractName = '《用户隐私保护指引》';
const listeners = new Set<Listener>();
const waiting = new Set<(agreed: boolean) => void>();

export class PrivacyRefused extends Error {
  readonly errno = 104;
  constructor() {
    super('privacy permission is not authorized');
  }
}

const place = (host: Host): string => `wx:privacy:${host.settings.openid}`;

export function privacySetting(host: Host): { needAuthorization: boolean; privacyContractName: string } {
  return { needAuthorization: localStorage.getItem(place(host)) !== 'agreed', privacyContractName: contractName };
}

/** The user agreed, by the page's own button or in WeChat's window. */
export function agreeToPrivacy(host: Host): void {
  localStorage.setItem(place(host), 'agreed');
  for (const settle of [...waiting]) settle(true);
}

export function onNeedPrivacyAuthorization(listener: Listener): void {
  listeners.add(listener);
}

export function offNeedPrivacyAuthorization(listener?: Listener): void {
  if (listener === undefined) listeners.clear();
  else listeners.delete(listener);
}

export async function openPrivacyContract(host: Host): Promise<void> {
  await openModal(host, {
    title: contractName,
    content: '在微信里，这里是小程序写下的隐私说明全文。',
    showCancel: false,
    cancelText: '',
    cancelColor: '',
    confirmText: '我知道了',
    confirmColor: '#576b95',
    editable: false,
    placeholderText: '',
  });
}

/** A page that listens shows its own window and answers; the last listener counts, as on a phone. */
function askPage(listener: Listener, apiName: string): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (agreed: boolean): void => {
      waiting.delete(settle);
      resolve(agreed);
    };
    waiting.add(settle);
    listener(
      (answer) => {
        const event = isBag(answer) ? asText(answer['event']) : '';
        if (event === 'agree' || event === 'disagree') settle(event === 'agree');
      },
      { referrer: apiName, eventName: 'needPrivacyAuthorization' },
    );
  });
}

/** Resolves when the user has agreed, asks first if needed; rejects with {@link PrivacyRefused}. `apiName` is what wanted it. */
export async function requirePrivacy(host: Host, apiName: string): Promise<void> {
  if (!privacySetting(host).needAuthorization) return;
  const listener = [...listeners].at(-1);
  const agreed =
    listener !== undefined && isFunction(listener)
      ? await askPage(listener, apiName)
      : await askPermission(host, {
          title: '用户隐私保护提示',
          lines: [`使用前请先阅读并同意${contractName}`],
          agree: '同意',
          refuse: '拒绝',
        });
  if (!agreed) throw new PrivacyRefused();
  agreeToPrivacy(host);
}
