import { registerControl, registerField } from '../../support/fields';
import type { Behaviour, Part } from '../../support/part';
import { asNumber, asText, isBag } from '../../support/values';

/** What input and textarea share: an own placeholder, focus, cursor, length and the events of typing. */
export const fieldAttributes = {
  value: null,
  placeholder: '',
  placeholderStyle: '',
  disabled: false,
  maxlength: null,
  autoFocus: false,
  focus: false,
  name: '',
  cursor: null,
  cursorSpacing: 0,
  cursorColor: '',
  selectionStart: -1,
  selectionEnd: -1,
  adjustPosition: true,
  holdKeyboard: false,
  confirmHold: false,
  alwaysEmbed: false,
  selectedColor: '',
  ariaInvalid: null,
};

/** Characters; WeChat's default when the page says nothing, -1 is no limit. */
const defaultLength = 140;

export type NativeField = HTMLInputElement | HTMLTextAreaElement;

function placeholder(part: Part, field: NativeField): { element: HTMLElement; draw(): void } {
  const shadow = part.component.getShadowRoot();
  const node = shadow?.createNativeNode('div');
  node?.setNodeClass(`wx-placeholder ${part.element.tagName.slice(3).toLowerCase()}-placeholder placeholder-class`);
  if (node !== undefined) shadow?.appendChild(node);
  const made = node?.$$;
  const element = made instanceof HTMLElement ? made : part.append('div', 'wx-placeholder');
  element.setAttribute('aria-hidden', 'true');
  return {
    element,
    draw: () => {
      element.textContent = part.text('placeholder');
      node?.setNodeStyle(part.host.cssValue(part.text('placeholderStyle')));
      field.placeholder = part.text('placeholder');
      element.hidden = field.value !== '';
    },
  };
}

function select(part: Part, field: NativeField): void {
  const start = part.number('selectionStart', -1);
  const end = part.number('selectionEnd', -1);
  const cursor = asNumber(part.value('cursor'), -1);
  if (start >= 0 && end >= 0) field.setSelectionRange(start, end);
  else if (cursor >= 0) field.setSelectionRange(cursor, cursor);
}

/** A handler of bindinput may return the text that the field shall have, or `{ value, cursor }`. */
function replace(field: NativeField, answer: unknown): void {
  const value = isBag(answer) ? answer['value'] : answer;
  if (typeof value !== 'string') return;
  field.value = value;
  const cursor = isBag(answer) ? asNumber(answer['cursor'], value.length) : value.length;
  field.setSelectionRange(cursor, cursor);
}

export interface Typing {
  behaviour: Behaviour;
  /** after the text changed, by typing or by the page */
  onText(listener: () => void): void;
}

function watchTyping(part: Part, field: NativeField, redraw: () => void): void {
  let typed = field.value;
  field.addEventListener('input', (event) => {
    const keyCode = event instanceof InputEvent && event.data !== null ? (event.data.codePointAt(0) ?? 0) : 8;
    part.update('value', field.value);
    part.fire(
      'input',
      { value: field.value, cursor: field.selectionStart ?? field.value.length, keyCode },
      { returned: (answer) => replace(field, answer) },
    );
    if (part.text('value') !== field.value) part.update('value', field.value);
    redraw();
  });
  field.addEventListener('focus', () => {
    typed = field.value;
    select(part, field);
    part.update('focus', true);
    part.fire('focus', { value: field.value, height: 0 });
  });
  field.addEventListener('blur', () => {
    part.update('focus', false);
    part.fire('blur', {
      value: field.value,
      cursor: field.selectionStart ?? field.value.length,
      encryptedValue: undefined,
      encryptError: undefined,
    });
    if (typed !== field.value) part.fire('change', { value: field.value });
  });
}

/** The attributes that are the browser field's own. */
function attributesOf(part: Part, field: NativeField): Record<'limitLength' | 'able' | 'focus', () => void> {
  return {
    limitLength: () => {
      const length = asNumber(part.value('maxlength'), defaultLength);
      if (length < 0) field.removeAttribute('maxlength');
      else field.maxLength = length;
    },
    able: () => (field.disabled = part.flag('disabled')),
    focus: () => {
      if (part.flag('focus') || part.flag('autoFocus')) requestAnimationFrame(() => field.focus());
      else if (document.activeElement === field) field.blur();
    },
  };
}

/** Connects the attributes and events of a WeChat text field with the browser's own field inside it. */
export function connectField(part: Part, field: NativeField): Typing {
  const listeners: (() => void)[] = [];
  const shown = placeholder(part, field);
  const redraw = (): void => {
    shown.draw();
    listeners.forEach((listener) => listener());
  };
  const setText = (): void => {
    const text = asText(part.value('value'));
    if (field.value !== text) field.value = text;
    redraw();
  };
  const { limitLength, able, focus } = attributesOf(part, field);
  watchTyping(part, field, redraw);
  let initial = '';
  registerControl(part.element, () => field.focus());
  const reset = (): void => {
    part.update('value', initial);
    setText();
  };
  registerField(part, { value: () => field.value, reset });
  limitLength();
  const behaviour: Behaviour = {
    ariaElement: field,
    changed: {
      value: setText,
      placeholder: redraw,
      placeholderStyle: redraw,
      maxlength: limitLength,
      disabled: able,
      focus,
      autoFocus: focus,
      cursor: () => select(part, field),
    },
    attached: () => {
      initial = field.value;
      setText();
    },
  };
  return { behaviour, onText: (listener) => listeners.push(listener) };
}
