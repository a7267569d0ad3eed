import { connectField, fieldAttributes } from './text-field';
import type { Builtin, BuiltinDefinition } from '../../support/builtin';
import { currentPersona } from '../../device/persona';
import { ensureId } from '../../support/aria';

const keyboards: Readonly<Record<string, string>> = {
  text: 'text',
  number: 'numeric',
  idcard: 'text',
  digit: 'decimal',
  'safe-password': 'text',
  nickname: 'text',
};
const returnKeys: Readonly<Record<string, string>> = {
  send: 'send',
  search: 'search',
  next: 'next',
  go: 'go',
  done: 'done',
};

/** Offers the name that the user has in WeChat, as the keyboard of a nickname field does. */
async function offerNickname(builtin: Builtin, field: HTMLInputElement): Promise<void> {
  const { name } = await currentPersona(builtin.host);
  if (name === '' || builtin.text('type') !== 'nickname') return;
  builtin.element.querySelector('datalist')?.remove();
  const list = builtin.append('datalist', '');
  const option = document.createElement('option');
  option.value = name;
  list.append(option);
  field.setAttribute('list', ensureId(list));
}

function applyKeyboard(builtin: Builtin, field: HTMLInputElement): void {
  const type = builtin.text('type');
  field.type = builtin.flag('password') || type === 'safe-password' ? 'password' : 'text';
  field.inputMode = keyboards[type] ?? 'text';
  field.enterKeyHint = returnKeys[builtin.text('confirmType')] ?? 'done';
  field.autocomplete = type === 'nickname' ? 'on' : 'off';
}

function watchConfirm(builtin: Builtin, field: HTMLInputElement): void {
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    builtin.fire('confirm', { value: field.value });
    if (!builtin.flag('confirmHold')) field.blur();
  });
}

export const input: BuiltinDefinition = {
  tag: 'input',
  attributes: {
    ...fieldAttributes,
    type: 'text',
    password: false,
    confirmType: 'done',
    safePasswordCertPath: '',
    safePasswordLength: null,
    safePasswordTimeStamp: null,
    safePasswordNonce: '',
    safePasswordSalt: '',
    safePasswordCustomHash: '',
    randomNumber: false,
    controlled: false,
  },
  externalClasses: ['placeholder-class'],
  create(builtin) {
    const field = builtin.append('input', 'wx-input-inner');
    const connected = connectField(builtin, field);
    const updateKeyboard = (): void => applyKeyboard(builtin, field);
    updateKeyboard();
    watchConfirm(builtin, field);
    field.addEventListener('focus', () => builtin.text('type') === 'nickname' && void offerNickname(builtin, field));
    field.addEventListener(
      'blur',
      () => builtin.text('type') === 'nickname' && builtin.fire('nicknamereview', { pass: true, timeout: false }),
    );
    return {
      ...connected.behaviour,
      changed: {
        ...connected.behaviour.changed,
        type: updateKeyboard,
        password: updateKeyboard,
        confirmType: updateKeyboard,
      },
    };
  },
};
