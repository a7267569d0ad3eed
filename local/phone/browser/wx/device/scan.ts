import type { Host } from '../../host';
import { addButton, addChild, focusFirst, openLayer, type Layer } from '../../builtin/overlay/layer';
import { asRecord, asList, asText } from '../../builtin/support/values';
import { api, ApiFailure, type Answer } from '../support/call';
import { addCameraScanner } from './camera';

/** A code of the local cloud: its text, and the page that a mini-program code opens. */
interface ScanCard {
  readonly title: string;
  readonly result: string;
  readonly path: string;
}

async function readCards(host: Host): Promise<ScanCard[]> {
  const response = await host.request('/local/cards').catch(() => undefined);
  if (response === undefined || !response.ok) return [];
  const list = asList(await response.json().catch(() => [])).map(asRecord);
  return list.map((card) => ({
    title: asText(card['title']),
    result: asText(card['result']),
    path: asText(card['path']),
  }));
}

const base64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

/** The answer of scanCode: the path of a mini-program code, or the text of any other code. */
function toAnswer({ result, path }: Pick<ScanCard, 'result' | 'path'>): Answer {
  return {
    result,
    scanType: path === '' ? 'QR_CODE' : 'WX_CODE',
    charSet: 'utf-8',
    rawData: base64(result || path),
    ...(path === '' ? {} : { path }),
  };
}

/** Interprets a typed or scanned text: a path of the mini-program counts as its code. */
function parseCode(text: string): Answer {
  const path = /^\/?((?:pages|packages|subpackages)\/\S+)$/.exec(text)?.[1] ?? '';
  return toAnswer({ result: path === '' ? text : '', path });
}

/** Adds the field for the text of a code. */
function addTextField(layer: Layer, finish: (result: Answer) => void): HTMLInputElement {
  const field = addChild(layer.element, 'input', 'wx-permission-field');
  field.placeholder = '二维码里的内容';
  field.setAttribute('aria-label', '二维码里的内容');
  const submit = (): void => {
    if (field.value.trim() !== '') finish(parseCode(field.value.trim()));
  };
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') submit();
  });
  addButton(layer.element, 'wx-permission-agree', '就用这个', submit);
  return field;
}

/**
 * Offers the cards of the local cloud, a field for the text of a code, and the camera if the browser can read codes.
 */
async function scan(host: Host): Promise<Answer> {
  const cards = await readCards(host);
  return new Promise((resolve, reject) => {
    const finish = (result: Answer | undefined): void => {
      stopCamera();
      layer.close();
      if (result === undefined) reject(new ApiFailure('cancel'));
      else resolve(result);
    };
    const layer = openLayer(host, {
      className: 'wx-sheet wx-permission wx-scan',
      label: '扫一扫',
      dismiss: () => finish(undefined),
    });
    addChild(layer.element, 'div', 'wx-permission-title', '扫一扫');
    const stopCamera = addCameraScanner(layer.element, (text) => finish(parseCode(text)));
    const buttons = cards.map((card) =>
      addButton(layer.element, 'wx-sheet-item', card.title, () => finish(toAnswer(card))),
    );
    const field = addTextField(layer, finish);
    addButton(layer.element, 'wx-sheet-item', '取消', () => finish(undefined));
    focusFirst(layer, buttons[0] ?? field);
  });
}

export function scanApis(host: Host): Record<string, unknown> {
  return { scanCode: api('scanCode', () => scan(host)) };
}
