import { element, labelled, options, section } from './elements';
import { hatName } from './hat-names';
import { readElder, readPersonas, setElder, type Persona } from './local-api';
import type { PhoneWindow } from './phone-window';

function groupByCommunity(personas: readonly Persona[]): Map<string, { value: string; label: string }[]> {
  const groups = new Map<string, { value: string; label: string }[]>();
  for (const { openid, name, hats, community } of personas) {
    const label = hats.length === 0 ? name : `${name} · ${hats.map(hatName).join('、')}`;
    groups.set(community, [...(groups.get(community) ?? []), { value: openid, label }]);
  }
  return groups;
}

/** Who holds the phone, and whether they use elder mode. */
export async function personSection(phone: PhoneWindow): Promise<HTMLElement> {
  const select = element('select');
  const elder = element('input', { type: 'checkbox', role: 'switch' });
  const elderField = element('p', { class: 'switch', hidden: true }, element('label', {}, elder, '长辈模式'));
  const showElder = async (): Promise<void> => {
    const uses = await readElder(phone.openid);
    elderField.hidden = uses === undefined;
    elder.checked = uses === true;
  };
  const personas = await readPersonas();
  const known = personas.some(({ openid }) => openid === phone.openid);
  const unknown = phone.openid === '' ? '还没有人' : `${phone.openid}（不在名单里）`;
  const groups = known
    ? groupByCommunity(personas)
    : new Map([['', [{ value: phone.openid, label: unknown }]], ...groupByCommunity(personas)]);
  options(select, groups);
  select.value = phone.openid;
  select.addEventListener('change', () => {
    phone.restartWith({ openid: select.value }, '');
    void showElder();
  });
  elder.addEventListener('change', () => {
    void setElder(phone.openid, elder.checked).then(() => {
      phone.open();
    });
  });
  void showElder();
  const note = personas.length === 0 ? [element('p', { class: 'note' }, '没有连上本地云，只能看不用登录的页面。')] : [];
  return section('谁在用', labelled('这台手机是谁的', select), elderField, ...note);
}
