import type { Host } from '../../host';
import { addButton, addChild, focusFirst, openLayer } from './layer';

export interface SheetItem {
  readonly text: string;
  readonly color?: string;
}

/** Opens a sheet of choices at the bottom; resolves with the chosen index, or undefined if it is dismissed. */
export function chooseFromSheet(host: Host, title: string, items: readonly SheetItem[]): Promise<number | undefined> {
  return new Promise((resolve) => {
    const finish = (index: number | undefined): void => {
      layer.close();
      resolve(index);
    };
    const layer = openLayer(host, {
      className: 'wx-sheet',
      label: title === '' ? '请选择' : title,
      dismiss: () => finish(undefined),
    });
    if (title !== '') addChild(layer.element, 'div', 'wx-sheet-title', title);
    const buttons = items.map((item, index) => {
      const button = addButton(layer.element, 'wx-sheet-item', item.text, () => finish(index));
      if (item.color !== undefined) button.style.color = item.color;
      return button;
    });
    addButton(layer.element, 'wx-sheet-item wx-sheet-cancel', '取消', () => finish(undefined));
    focusFirst(layer, buttons[0]);
  });
}

export interface Prompt {
  readonly title: string;
  readonly lines: readonly string[];
  readonly agree: string;
  readonly refuse: string;
}

/** Asks a question with two answers in a sheet at the bottom, as WeChat asks for every permission. */
export function askPermission(host: Host, { title, lines, agree, refuse }: Prompt): Promise<boolean> {
  return new Promise((resolve) => {
    const finish = (answer: boolean): void => {
      layer.close();
      resolve(answer);
    };
    const layer = openLayer(host, { className: 'wx-sheet wx-permission', label: title, dismiss: () => finish(false) });
    addChild(layer.element, 'div', 'wx-permission-title', title);
    for (const line of lines) addChild(layer.element, 'div', 'wx-permission-line', line);
    const answers = addChild(layer.element, 'div', 'wx-permission-answers');
    addButton(answers, 'wx-permission-refuse', refuse, () => finish(false));
    focusFirst(
      layer,
      addButton(answers, 'wx-permission-agree', agree, () => finish(true)),
    );
  });
}
