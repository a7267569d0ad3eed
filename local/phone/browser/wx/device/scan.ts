import type { Host } from '../../host';
import { addButton, addChild, focusFirst, openLayer, type Layer } from '../../builtin/overlay/layer';
import { asBag, asList, asText } from '../../builtin/support/values';
import { api, ApiFailure, type Answer } from '../support/call';
import { watchCamera } from './camera';

/** A code that the demo has on paper: what it says, and where a mini-program code leads. */
interface DemoCard {
  title: string;
  result: string;
  path: string;
}

async function demoCards(host: Host): Promise<DemoCard[]> {
  const response = await host.request('/local/cards').catch(() => undefined);
  if (response === undefined || !response.ok) return [];
  const list = asList(await response.json().catch(() => [])).map(asBag);
  return list.map((card) => ({
    title: asText(card['title']),
    result: asText(card['result']),
    path: asText(card['path']),
  }));
}

const base64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

/** What WeChat answers: a mini-program code has a path, any other code its text. */
function answer({ result, path }: Pick<DemoCard, 'result' | 'path'>): Answer {
  return {
    result,
    scanType: path === '' ? 'QR_CODE' : 'WX_CODE',
    charSet: 'utf-8',
    rawData: base64(result || path),
    ...(path === '' ? {} : { path }),
  };
}

/** Typed, or read by the camera: an address inside the mini-program is taken for its code. */
function understand(text: string): Answer {
  const path = /^\/?((?:pages|packages|subpackages)\/\S+)$/.exec(text)?.[1] ?? '';
  return answer({ result: path === '' ? text : '', path });
}

function typing(layer: Layer, finish: (result: Answer) => void): HTMLInputElement {
  const field = addChild(layer.element, 'input', 'wx-permission-field');
  field.placeholder = '二维码里的内容';
  field.setAttribute('aria-label', '二维码里的内容');
  const enter = (): void => {
    if (field.value.trim() !== '') finish(understand(field.value.trim()));
  };
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') enter();
  });
  addButton(layer.element, 'wx-permission-agree', '就用这个', enter);
  return field;
}

/** Scanning without a camera that faces paper: pick one of the demo's cards, or type what a code says, or hold a code before the camera. */
async function scan(host: Host): Promise<Answer> {
  const cards = await demoCards(host);
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
    const stopCamera = watchCamera(layer.element, (text) => finish(understand(text)));
    const buttons = cards.map((card) =>
      addButton(layer.element, 'wx-sheet-item', card.title, () => finish(answer(card))),
    );
    const field = typing(layer, finish);
    addButton(layer.element, 'wx-sheet-item', '取消', () => finish(undefined));
    focusFirst(layer, buttons[0] ?? field);
  });
}

export function scanApis(host: Host): Record<string, unknown> {
  return { scanCode: api('scanCode', () => scan(host)) };
}
