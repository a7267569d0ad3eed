import type { Host } from '../../host';
import { addButton, addChild, focusFirst, openLayer } from './layer';

export interface ModalOptions {
  readonly title: string;
  readonly content: string;
  readonly showCancel: boolean;
  readonly cancelText: string;
  readonly cancelColor: string;
  readonly confirmText: string;
  readonly confirmColor: string;
  readonly editable: boolean;
  readonly placeholderText: string;
}

export interface ModalAnswer {
  readonly confirm: boolean;
  readonly cancel: boolean;
  /** What was typed, if the dialog is editable and was confirmed. */
  readonly content: string | null;
}

function contentField(
  box: HTMLElement,
  { editable, content, placeholderText, title }: ModalOptions,
): HTMLTextAreaElement | undefined {
  if (!editable) {
    if (content !== '') addChild(box, 'div', 'wx-modal-content', content);
    return undefined;
  }
  const field = addChild(box, 'textarea', 'wx-modal-field');
  field.value = content;
  field.placeholder = placeholderText;
  field.setAttribute('aria-label', placeholderText === '' ? title || '请填写' : placeholderText);
  return field;
}

/** Opens WeChat's dialog in the middle of the screen. */
export function openModal(host: Host, options: ModalOptions): Promise<ModalAnswer> {
  return new Promise((resolve) => {
    const finish = (confirm: boolean): void => {
      layer.close();
      resolve({ confirm, cancel: !confirm, content: confirm && field !== undefined ? field.value : null });
    };
    const dismiss = (): void => {
      if (options.showCancel) finish(false);
    };
    const layer = openLayer(host, { className: 'wx-modal', label: options.title || options.content });
    if (options.title !== '') addChild(layer.element, 'div', 'wx-modal-title', options.title);
    const field = contentField(layer.element, options);
    const answers = addChild(layer.element, 'div', 'wx-modal-answers');
    if (options.showCancel)
      addButton(answers, 'wx-modal-answer', options.cancelText, () => finish(false)).style.color = options.cancelColor;
    const confirm = addButton(answers, 'wx-modal-answer wx-modal-confirm', options.confirmText, () => finish(true));
    confirm.style.color = options.confirmColor;
    layer.element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') dismiss();
    });
    focusFirst(layer, field ?? confirm);
  });
}

/** What WeChat asks before the bar's button leaves a page that wanted it: whether it may be left. */
export async function askToLeave(host: Host, question: string): Promise<boolean> {
  const { confirm } = await openModal(host, {
    ...{ title: '', content: question, editable: false, placeholderText: '' },
    ...{ showCancel: true, cancelText: '取消', cancelColor: '#000000' },
    ...{ confirmText: '确定', confirmColor: '#576B95' },
  });
  return confirm;
}
