import { registerControl, registerField } from '../../support/fields';
import type { Behaviour, Builtin } from '../../support/builtin';
import { asNumber, asText, isRecord } from '../../support/values';

/** The attributes that input and textarea share. */
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

/** WeChat's default for `maxlength`, in characters; -1 is no limit. */
const defaultMaxLength = 140;

export type NativeTextField = HTMLInputElement | HTMLTextAreaElement;

/** Creates an own placeholder, which a page can style by class and style text. */
function createPlaceholder(builtin: Builtin, field: NativeTextField): { render(): void } {
  const shadow = builtin.component.getShadowRoot();
  const node = shadow?.createNativeNode('div');
  node?.setNodeClass(`wx-placeholder ${builtin.element.tagName.slice(3).toLowerCase()}-placeholder placeholder-class`);
  if (node !== undefined) shadow?.appendChild(node);
  const nativeElement = node?.$$;
  const element = nativeElement instanceof HTMLElement ? nativeElement : builtin.append('div', 'wx-placeholder');
  element.setAttribute('aria-hidden', 'true');
  return {
    render: () => {
      element.textContent = builtin.text('placeholder');
      node?.setNodeStyle(builtin.host.cssValue(builtin.text('placeholderStyle')));
      field.placeholder = builtin.text('placeholder');
      element.hidden = field.value !== '';
    },
  };
}

function applySelection(builtin: Builtin, field: NativeTextField): void {
  const start = builtin.number('selectionStart', -1);
  const end = builtin.number('selectionEnd', -1);
  const cursor = asNumber(builtin.value('cursor'), -1);
  if (start >= 0 && end >= 0) field.setSelectionRange(start, end);
  else if (cursor >= 0) field.setSelectionRange(cursor, cursor);
}

/** Applies what a handler of bindinput returned: the new text of the field, or `{ value, cursor }`. */
function applyReturnedText(field: NativeTextField, answer: unknown): void {
  const value = isRecord(answer) ? answer['value'] : answer;
  if (typeof value !== 'string') return;
  field.value = value;
  const cursor = isRecord(answer) ? asNumber(answer['cursor'], value.length) : value.length;
  field.setSelectionRange(cursor, cursor);
}

/** A text field that is connected to its component. */
export interface ConnectedField {
  readonly behaviour: Behaviour;
  /** Adds a listener that is called after the text changed, by typing or by the page. */
  onText(listener: () => void): void;
}

function watchTyping(builtin: Builtin, field: NativeTextField, render: () => void): void {
  let textAtFocus = field.value;
  field.addEventListener('input', (event) => {
    const keyCode = event instanceof InputEvent && event.data !== null ? (event.data.codePointAt(0) ?? 0) : 8;
    builtin.update('value', field.value);
    builtin.fire(
      'input',
      { value: field.value, cursor: field.selectionStart ?? field.value.length, keyCode },
      { onReturn: (answer) => applyReturnedText(field, answer) },
    );
    if (builtin.text('value') !== field.value) builtin.update('value', field.value);
    render();
  });
  field.addEventListener('focus', () => {
    textAtFocus = field.value;
    applySelection(builtin, field);
    builtin.update('focus', true);
    builtin.fire('focus', { value: field.value, height: 0 });
  });
  field.addEventListener('blur', () => {
    builtin.update('focus', false);
    builtin.fire('blur', {
      value: field.value,
      cursor: field.selectionStart ?? field.value.length,
      encryptedValue: undefined,
      encryptError: undefined,
    });
    if (textAtFocus !== field.value) builtin.fire('change', { value: field.value });
  });
}

/** What applies the attributes that the browser's field has itself. */
function attributeUpdaters(
  builtin: Builtin,
  field: NativeTextField,
): Record<'maxLength' | 'disabled' | 'focus' | 'autoFocus', () => void> {
  /** In the next frame, if that is still wanted: whoever went on to another field is not brought back. */
  const take = (wanted: 'focus' | 'autoFocus'): void => {
    if (document.activeElement !== field) requestAnimationFrame(() => builtin.flag(wanted) && field.focus());
  };
  return {
    maxLength: () => {
      const length = asNumber(builtin.value('maxlength'), defaultMaxLength);
      if (length < 0) field.removeAttribute('maxlength');
      else field.maxLength = length;
    },
    disabled: () => (field.disabled = builtin.flag('disabled')),
    focus: () => {
      if (builtin.flag('focus')) take('focus');
      else if (document.activeElement === field) field.blur();
    },
    autoFocus: () => {
      if (builtin.flag('autoFocus')) take('autoFocus');
    },
  };
}

/** Shows the attribute `value`, calls the listeners, and stores the first text for a reset. */
class FieldText {
  readonly listeners: (() => void)[] = [];
  private initial = '';
  private readonly placeholder: { render(): void };

  constructor(
    private readonly builtin: Builtin,
    private readonly field: NativeTextField,
  ) {
    this.placeholder = createPlaceholder(builtin, field);
  }

  render(): void {
    this.placeholder.render();
    for (const listener of this.listeners) listener();
  }

  update(): void {
    const text = asText(this.builtin.value('value'));
    if (this.field.value !== text) this.field.value = text;
    this.render();
  }

  attach(): void {
    this.initial = this.field.value;
    this.update();
  }

  reset(): void {
    this.builtin.update('value', this.initial);
    this.update();
  }
}

/** Connects the attributes and events of a WeChat text field with the browser's own field inside it. */
export function connectField(builtin: Builtin, field: NativeTextField): ConnectedField {
  const text = new FieldText(builtin, field);
  const { maxLength, disabled, focus, autoFocus } = attributeUpdaters(builtin, field);
  watchTyping(builtin, field, () => text.render());
  registerControl(builtin.element, () => field.focus());
  registerField(builtin, { value: () => field.value, reset: () => text.reset() });
  maxLength();
  const render = (): void => text.render();
  const behaviour: Behaviour = {
    ariaElement: field,
    changed: {
      value: () => text.update(),
      placeholder: render,
      placeholderStyle: render,
      maxlength: maxLength,
      disabled,
      focus,
      autoFocus,
      cursor: () => applySelection(builtin, field),
    },
    attached: () => text.attach(),
  };
  return { behaviour, onText: (listener) => text.listeners.push(listener) };
}
