import { element, labelled, options, section } from './elements';
import { readSettings, type PhoneWindow } from './phone-window';

/** The steps of WeChat's 字体大小, as wx.getAppBaseInfo reports them. */
const fontScales = [
  { value: '1', label: '标准' },
  { value: '1.12', label: '大一号' },
  { value: '1.25', label: '大两号' },
  { value: '1.4', label: '大三号' },
  { value: '1.65', label: '最大' },
];
const networks = [
  { value: 'on', label: '正常' },
  { value: 'slow', label: '很慢' },
  { value: 'off', label: '断开' },
];

const devices = [
  { value: 'phone', label: '手机' },
  { value: 'computer', label: '电脑上的微信' },
];

/** Which device it is: a phone, or a computer's window of 1,280 px. */
function deviceField(phone: PhoneWindow): HTMLElement {
  const device = element('select');
  options(device, new Map([['', devices]]));
  device.value = readSettings().device;
  device.addEventListener('change', () => {
    phone.become(device.value === 'computer' ? 'computer' : 'phone');
  });
  return labelled('什么设备', device);
}

function networkField(phone: PhoneWindow, current: string): HTMLElement {
  const choices = networks.map(({ value, label }) => {
    const radio = element('input', { type: 'radio', name: 'network', value, checked: value === current });
    radio.addEventListener('change', () => {
      phone.change({ network: value });
    });
    return element('label', {}, radio, label);
  });
  return element('fieldset', {}, element('legend', {}, '网络'), ...choices);
}

/** The settings of the phone itself. */
export function deviceSection(phone: PhoneWindow): HTMLElement {
  const settings = readSettings();
  const scale = element('select');
  options(scale, new Map([['', fontScales]]));
  scale.value = String(settings.fontScale);
  scale.addEventListener('change', () => {
    phone.restartWith({ fontScale: Number(scale.value) });
  });
  return section(
    '这台手机',
    deviceField(phone),
    labelled('微信里的字体大小', scale),
    networkField(phone, settings.network),
  );
}
