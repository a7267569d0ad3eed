import type { PanelSwitch } from '../../panel';
import { element, labelled, options, section } from './elements';
import { readPersonas, type Persona } from './local-api';
import { hatName, panelOptions, readSwitch, writeSwitch } from './panel-options';
import type { PhoneWindow } from './phone-window';

function groupByCommunity(personas: readonly Persona[]): Map<string, { value: string; label: string }[]> {
  const groups = new Map<string, { value: string; label: string }[]>();
  for (const { openid, name, hats, community } of personas) {
    const label = hats.length === 0 ? name : `${name} · ${hats.map(hatName).join('、')}`;
    groups.set(community, [...(groups.get(community) ?? []), { value: openid, label }]);
  }
  return groups;
}

interface SwitchField {
  readonly field: HTMLElement;
  /** Reads the value of the phone's user. */
  refresh(): Promise<void>;
}

function switchField(phone: PhoneWindow, panelSwitch: PanelSwitch): SwitchField {
  const input = element('input', { type: 'checkbox', role: 'switch' });
  const field = element('p', { class: 'switch', hidden: true }, element('label', {}, input, panelSwitch.label));
  const refresh = async (): Promise<void> => {
    const value = await readSwitch(phone.openid, panelSwitch);
    field.hidden = value === undefined;
    input.checked = value === true;
  };
  input.addEventListener('change', () => {
    void writeSwitch(phone.openid, panelSwitch, input.checked).then(() => {
      phone.load();
    });
  });
  return { field, refresh };
}

function personSelect(phone: PhoneWindow, personas: readonly Persona[]): HTMLSelectElement {
  const select = element('select');
  const isListed = personas.some(({ openid }) => openid === phone.openid);
  const unlisted = phone.openid === '' ? '还没有人' : `${phone.openid}（不在名单里）`;
  const groups = groupByCommunity(personas);
  options(select, isListed ? groups : new Map([['', [{ value: phone.openid, label: unlisted }]], ...groups]));
  select.value = phone.openid;
  return select;
}

/** Who uses the phone, with the app's own settings of that user. */
export async function personSection(phone: PhoneWindow): Promise<HTMLElement> {
  const personas = await readPersonas();
  const select = personSelect(phone, personas);
  const switches = (panelOptions().switches ?? []).map((panelSwitch) => switchField(phone, panelSwitch));
  const refresh = (): void => {
    for (const each of switches) void each.refresh();
  };
  select.addEventListener('change', () => {
    phone.restartWith({ openid: select.value }, '');
    refresh();
  });
  refresh();
  const note = personas.length === 0 ? [element('p', { class: 'note' }, '没有连上本地云，只能看不用登录的页面。')] : [];
  return section('谁在用', labelled('这台手机是谁的', select), ...switches.map(({ field }) => field), ...note);
}
