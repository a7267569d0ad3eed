import { connectField, fieldAttributes } from './native-field';
import type { Part, PartDefinition } from '../../support/part';
import { currentPersona } from '../../device/persona';
import { idOf } from '../../support/aria';

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

/** The keyboard of a nickname field offers the name that the user has in WeChat. */
async function offerNickname(part: Part, field: HTMLInputElement): Promise<void> {
  const { name } = await currentPersona(part.host);
  if (name === '' || part.text('type') !== 'nickname') return;
  part.element.querySelector('datalist')?.remove();
  const list = part.append('datalist', '');
  const offer = document.createElement('option');
  offer.value = name;
  list.append(offer);
  field.setAttribute('list', idOf(list));
}

function keyboard(part: Part, field: HTMLInputElement): void {
  const type = part.text('type');
  field.type = part.flag('password') || type === 'safe-password' ? 'password' : 'text';
  field.inputMode = keyboards[type] ?? 'text';
  field.enterKeyHint = returnKeys[part.text('confirmType')] ?? 'done';
  field.autocomplete = type === 'nickname' ? 'on' : 'off';
}

function watchConfirm(part: Part, field: HTMLInputElement): void {
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    part.fire('confirm', { value: field.value });
    if (!part.flag('confirmHold')) field.blur();
  });
}

export const input: PartDefinition = {
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
  create(part) {
    const field = part.append('input', 'wx-input-inner');
    const typing = connectField(part, field);
    const board = (): void => keyboard(part, field);
    board();
    watchConfirm(part, field);
    field.addEventListener('focus', () => part.text('type') === 'nickname' && void offerNickname(part, field));
    field.addEventListener(
      'blur',
      () => part.text('type') === 'nickname' && part.fire('nicknamereview', { pass: true, timeout: false }),
    );
    return {
      ...typing.behaviour,
      changed: { ...typing.behaviour.changed, type: board, password: board, confirmType: board },
    };
  },
};
