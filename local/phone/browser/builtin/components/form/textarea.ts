import { connectField, fieldAttributes } from './native-field';
import type { Part, PartDefinition } from '../../support/part';
import { setOwnStyle } from '../../platform/node-style';
import { addButton } from '../../overlay/layer';

const onTouchScreen = (): boolean => window.matchMedia('(pointer: coarse)').matches;

/** Grows with its text when `auto-height` is set, and tells the page how many lines there are. */
function createHeight(part: Part, field: HTMLTextAreaElement): () => void {
  let lines = 0;
  return () => {
    if (!part.element.isConnected) return;
    const before = field.style.height;
    field.style.height = '0px';
    const filled = field.scrollHeight;
    field.style.height = before;
    const lineHeight =
      parseFloat(getComputedStyle(field).lineHeight) || 1.2 * parseFloat(getComputedStyle(field).fontSize);
    // letters may reach a little beyond their line; whole lines are what counts
    const lineCount = Math.max(1, Math.round(filled / lineHeight));
    const height = lineCount * lineHeight;
    setOwnStyle(part.component, part.flag('autoHeight') ? `height:${height}px` : '');
    if (lineCount !== lines)
      part.fire('linechange', { height, heightRpx: (750 / window.innerWidth) * height, lineCount, lineHeight });
    lines = lineCount;
  };
}

/** The bar with 完成 above a phone's keyboard. A desktop has no such keyboard. */
function watchConfirmBar(part: Part, field: HTMLTextAreaElement): void {
  let bar: HTMLElement | undefined;
  field.addEventListener('focus', () => {
    if (!part.flag('showConfirmBar') || !onTouchScreen()) return;
    bar = document.createElement('div');
    bar.className = 'wx-confirm-bar';
    addButton(bar, 'wx-confirm-bar-button', '完成', () => {
      part.fire('confirm', { value: field.value });
      field.blur();
    });
    // pressing the bar must not take the focus from the field before the tap arrives
    bar.addEventListener('pointerdown', (event) => event.preventDefault());
    part.host.overlay.append(bar);
  });
  field.addEventListener('blur', () => bar?.remove());
}

function watchConfirm(part: Part, field: HTMLTextAreaElement): void {
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing || part.text('confirmType') === 'return') return;
    event.preventDefault();
    part.fire('confirm', { value: field.value });
    if (!part.flag('confirmHold')) field.blur();
  });
}

export const textarea: PartDefinition = {
  tag: 'textarea',
  attributes: {
    ...fieldAttributes,
    autoHeight: false,
    fixed: false,
    showConfirmBar: true,
    disableDefaultPadding: false,
    confirmType: 'return',
    adjustKeyboardTo: 'cursor',
    cursor: -1,
    controlled: false,
  },
  externalClasses: ['placeholder-class'],
  create(part) {
    const field = part.append('textarea', 'wx-textarea-inner');
    const typing = connectField(part, field);
    const measure = createHeight(part, field);
    const sizes = new ResizeObserver(measure);
    typing.onText(measure);
    watchConfirm(part, field);
    watchConfirmBar(part, field);
    return {
      ...typing.behaviour,
      changed: { ...typing.behaviour.changed, autoHeight: measure },
      attached: () => {
        typing.behaviour.attached?.();
        sizes.observe(field);
      },
      detached: () => sizes.disconnect(),
    };
  },
};
