import { button, element, labelled, options, section } from './elements';
import { readCards } from './local-api';
import type { PhoneWindow } from './phone-window';

/** The address at which another browser opens the same card. */
function addressOf(path: string): string {
  return `${window.location.origin}/?bare=1&page=${encodeURIComponent(path.startsWith('/') ? path : `/${path}`)}`;
}

/** The cards of the local cloud: the code of each for a second device, and a button that opens it here. */
export async function cardSection(phone: PhoneWindow): Promise<HTMLElement | undefined> {
  const cards = await readCards();
  if (cards.length === 0) return undefined;
  const select = element('select');
  options(select, new Map([['', cards.map(({ title, path }) => ({ value: path, label: title }))]]));
  const code = element('img', { class: 'code', alt: '' });
  const link = element('a', { target: '_blank' }, '在新窗口打开');
  const show = (): void => {
    const address = addressOf(select.value);
    code.src = `/local/qr?text=${encodeURIComponent(address)}`;
    code.alt = `${select.selectedOptions[0]?.text ?? ''}的二维码`;
    link.href = address;
  };
  select.addEventListener('change', show);
  show();
  const scan = button('用这台手机扫', () => {
    const { value } = select;
    phone.load(value.startsWith('/') ? value : `/${value}`);
  });
  return section('门牌上的卡', labelled('哪一张', select), code, element('p', { class: 'row' }, scan, link));
}
