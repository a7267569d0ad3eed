import type { Host } from '../../host';
import { addButton, addChild, focusFirst, openLayer } from '../../builtin/overlay/layer';
import { showToast } from '../../builtin/overlay/toast';
import { asNumber, asText, clamp } from '../../builtin/support/values';
import { api, ApiFailure, requireText } from '../support/call';

/** A browser may refuse access to its clipboard; what a page copied can be pasted here in any case. */
let copied = '';

async function copy(host: Host, text: string): Promise<void> {
  copied = text;
  await navigator.clipboard?.writeText(text).catch(() => undefined);
  showToast(host, 'toast', { title: '内容已复制', icon: 'success', image: '', durationMs: 1500, mask: false });
}

function showCall(host: Host, phoneNumber: string): void {
  const layer = openLayer(host, {
    className: 'wx-modal wx-call',
    label: `正在呼叫 ${phoneNumber}`,
    dismiss: () => layer.close(),
  });
  addChild(layer.element, 'div', 'wx-call-state', '正在呼叫');
  addChild(layer.element, 'div', 'wx-call-number', phoneNumber);
  focusFirst(
    layer,
    addButton(layer.element, 'wx-permission-refuse', '挂断', () => layer.close()),
  );
}

/** Shows the number that a phone would dial; resolves when the user confirms. */
function confirmCall(host: Host, phoneNumber: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const cancel = (): void => {
      layer.close();
      reject(new ApiFailure('cancel'));
    };
    const layer = openLayer(host, { className: 'wx-sheet wx-call', label: `呼叫 ${phoneNumber}`, dismiss: cancel });
    addChild(layer.element, 'div', 'wx-call-number', phoneNumber);
    const answers = addChild(layer.element, 'div', 'wx-permission-answers');
    addButton(answers, 'wx-permission-refuse', '取消', cancel);
    focusFirst(
      layer,
      addButton(answers, 'wx-permission-agree', '呼叫', () => {
        layer.close();
        showCall(host, phoneNumber);
        resolve();
      }),
    );
  });
}

/** From 0 to 1. */
let brightness = 0.5;

const vibrate = (ms: number): void => void navigator.vibrate?.(ms);

export function deviceApis(host: Host): Record<string, unknown> {
  return {
    makePhoneCall: api('makePhoneCall', (options) => confirmCall(host, requireText(options, 'phoneNumber'))),
    setClipboardData: api('setClipboardData', (options) => copy(host, requireText(options, 'data'))),
    getClipboardData: api('getClipboardData', async () => ({
      data: (await navigator.clipboard?.readText().catch(() => copied)) ?? copied,
    })),
    vibrateShort: api('vibrateShort', () => vibrate(15)),
    vibrateLong: api('vibrateLong', () => vibrate(400)),
    hideKeyboard: api('hideKeyboard', () => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    }),
    /** Has no effect: a browser decides when the screen turns off. */
    setKeepScreenOn: api('setKeepScreenOn', () => undefined),
    /** A page has no say in how bright its screen is: the value is remembered and has no effect. */
    getScreenBrightness: api('getScreenBrightness', () => ({ value: brightness })),
    setScreenBrightness: api('setScreenBrightness', (options) => {
      brightness = clamp(asNumber(options['value'], 1), 0, 1);
    }),
    loadFontFace: api('loadFontFace', async (options) => {
      const family = requireText(options, 'family');
      const face = await new FontFace(family, requireText(options, 'source')).load().catch(() => {
        throw new ApiFailure(`the font ${family} could not be loaded`);
      });
      document.fonts.add(face);
      return { status: 'loaded' };
    }),
    addPhoneContact: api('addPhoneContact', (options) => {
      throw new ApiFailure(`${asText(options['firstName'])} cannot be written into a browser's contacts`);
    }),
  };
}
