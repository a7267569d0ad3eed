import type { Host } from '../../host';
import { askPermission } from '../overlay/sheet';
import { openModal } from '../overlay/modal';
import { asText, isRecord, isFunction } from '../support/values';

/**
 * A page that shows its own window for WeChat's 用户隐私保护指引: a page gets nothing personal before the user has agreed once.
 */
type Listener = (resolve: (answer: unknown) => void, info: { referrer: string; eventName: string }) => void;

const contractName = '《用户隐私保护指引》';
const listeners = new Set<Listener>();
const pending = new Set<(agreed: boolean) => void>();

export class PrivacyRefused extends Error {
  readonly errno = 104;
  constructor() {
    super('privacy permission is not authorized');
  }
}

const storageKey = (host: Host): string => `wx:privacy:${host.settings.openid}`;

export function privacySetting(host: Host): { needAuthorization: boolean; privacyContractName: string } {
  return { needAuthorization: localStorage.getItem(storageKey(host)) !== 'agreed', privacyContractName: contractName };
}

/** Records that the user agreed, by the page's own button or in WeChat's window. */
export function agreeToPrivacy(host: Host): void {
  localStorage.setItem(storageKey(host), 'agreed');
  for (const resolvePending of [...pending]) resolvePending(true);
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

/** Lets a page ask in its own window. */
function askPage(listener: Listener, apiName: string): Promise<boolean> {
  return new Promise((resolve) => {
    const resolvePending = (agreed: boolean): void => {
      pending.delete(resolvePending);
      resolve(agreed);
    };
    pending.add(resolvePending);
    listener(
      (answer) => {
        const event = isRecord(answer) ? asText(answer['event']) : '';
        if (event === 'agree' || event === 'disagree') resolvePending(event === 'agree');
      },
      { referrer: apiName, eventName: 'needPrivacyAuthorization' },
    );
  });
}

/**
 * Resolves when the user has agreed, and asks first if needed: the page that listened last, as on a phone, or WeChat's
 * own window. Rejects with {@link PrivacyRefused}. `apiName` is the API that requires it.
 */
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
