import type { Host } from '../../host';
import { currentPersona } from './persona';
import { asRecord, asText } from '../support/values';
import { addButton, addChild, focusFirst, openLayer } from '../overlay/layer';

/** An empty text stands for the number that the cloud has for this user. */
const isPhoneNumber = (number: string): boolean => /^(1\d{10})?$/.test(number);

/** Asks the user which number the page may have: the persona's or a typed one. Answers undefined if none is allowed. */
function askNumber(host: Host, known: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const finish = (number: string | undefined): void => {
      layer.close();
      resolve(number);
    };
    const title = '申请获取并验证你的手机号';
    const layer = openLayer(host, {
      className: 'wx-sheet wx-permission',
      label: title,
      dismiss: () => finish(undefined),
    });
    addChild(layer.element, 'div', 'wx-permission-title', title);
    const field = addChild(layer.element, 'input', 'wx-permission-field');
    field.inputMode = 'numeric';
    field.value = known;
    field.placeholder = '11 位手机号';
    field.setAttribute('aria-label', '手机号');
    const answers = addChild(layer.element, 'div', 'wx-permission-answers');
    addButton(answers, 'wx-permission-refuse', '不允许', () => finish(undefined));
    const allow = addButton(answers, 'wx-permission-agree', '允许', () => finish(field.value.trim()));
    const check = (): void => {
      allow.disabled = !isPhoneNumber(field.value.trim());
    };
    field.addEventListener('input', check);
    field.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !allow.disabled) allow.click();
    });
    check();
    focusFirst(layer, known === '' ? field : allow);
  });
}

/**
 * Answers the detail of a `getphonenumber` event: a code that a cloud function exchanges for the number, or a failure.
 */
export async function phoneNumberDetail(host: Host, apiName: string): Promise<Record<string, unknown>> {
  const { phoneNumber } = await currentPersona(host);
  const number = await askNumber(host, phoneNumber);
  if (number === undefined) return { errMsg: `${apiName}:fail user deny` };
  try {
    const response = await host.request('/local/phone-code', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(number === '' ? {} : { phoneNumber: number }),
    });
    const code = asText(asRecord(await response.json())['code']);
    if (!response.ok || code === '') return { errMsg: `${apiName}:fail ${response.status}` };
    return { code, encryptedData: '', iv: '', errMsg: `${apiName}:ok` };
  } catch (error) {
    return { errMsg: `${apiName}:fail ${error instanceof Error ? error.message : ''}` };
  }
}
