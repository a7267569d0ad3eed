import { connectField, fieldAttributes } from './text-field';
import type { Builtin, BuiltinDefinition } from '../../support/builtin';
import { setOwnStyle } from '../../platform/node-style';
import { addButton } from '../../overlay/layer';

const onTouchScreen = (): boolean => window.matchMedia('(pointer: coarse)').matches;

/**
 * Answers what measures the text: with `auto-height` the height follows it, and `linechange` reports the count of
 * lines.
 */
function createMeasure(builtin: Builtin, field: HTMLTextAreaElement): () => void {
  let lines = 0;
  return () => {
    if (!builtin.element.isConnected) return;
    const before = field.style.height;
    field.style.height = '0px';
    const contentHeightPx = field.scrollHeight;
    field.style.height = before;
    const lineHeight =
      parseFloat(getComputedStyle(field).lineHeight) || 1.2 * parseFloat(getComputedStyle(field).fontSize);
    // glyphs may overflow their line a little, so that the result is rounded to whole lines
    const lineCount = Math.max(1, Math.round(contentHeightPx / lineHeight));
    const height = lineCount * lineHeight;
    setOwnStyle(builtin.component, builtin.flag('autoHeight') ? `height:${height}px` : '');
    if (lineCount !== lines)
      builtin.fire('linechange', { height, heightRpx: (750 / window.innerWidth) * height, lineCount, lineHeight });
    lines = lineCount;
  };
}

/** Shows the bar with 完成 above a phone's keyboard; a desktop has no such keyboard. */
function watchConfirmBar(builtin: Builtin, field: HTMLTextAreaElement): void {
  let bar: HTMLElement | undefined;
  field.addEventListener('focus', () => {
    if (!builtin.flag('showConfirmBar') || !onTouchScreen()) return;
    bar = document.createElement('div');
    bar.className = 'wx-confirm-bar';
    addButton(bar, 'wx-confirm-bar-button', '完成', () => {
      builtin.fire('confirm', { value: field.value });
      field.blur();
    });
    // a press on the bar must not blur the field before the tap
    bar.addEventListener('pointerdown', (event) => event.preventDefault());
    builtin.host.overlay.append(bar);
  });
  field.addEventListener('blur', () => bar?.remove());
}

function watchConfirm(builtin: Builtin, field: HTMLTextAreaElement): void {
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing || builtin.text('confirmType') === 'return') return;
    event.preventDefault();
    builtin.fire('confirm', { value: field.value });
    if (!builtin.flag('confirmHold')) field.blur();
  });
}

export const textarea: BuiltinDefinition = {
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
  create(builtin) {
    const field = builtin.append('textarea', 'wx-textarea-inner');
    const connected = connectField(builtin, field);
    const measure = createMeasure(builtin, field);
    const sizes = new ResizeObserver(measure);
    connected.onText(measure);
    watchConfirm(builtin, field);
    watchConfirmBar(builtin, field);
    return {
      ...connected.behaviour,
      changed: { ...connected.behaviour.changed, autoHeight: measure },
      attached: () => {
        connected.behaviour.attached?.();
        sizes.observe(field);
      },
      detached: () => sizes.disconnect(),
    };
  },
};
