import { registerControl, registerField } from '../../../support/fields';
import type { Part, PartDefinition } from '../../../support/part';
import { date, multiColumns, multiSelector, selector, time, type Session } from './modes';
import { region } from './region';
import { openPickerSheet, type OpenSheet } from './sheet';
import { asList } from '../../../support/values';

const attributes = {
  mode: 'selector',
  disabled: false,
  range: null,
  rangeKey: '',
  value: null,
  start: '',
  end: '',
  fields: 'day',
  customItem: '',
  level: 'region',
  headerText: '',
  name: '',
};

const modes: Readonly<Record<string, (part: Part) => Session | Promise<Session>>> = {
  selector,
  multiSelector,
  time,
  date,
  region,
};

const open = new WeakMap<Part, OpenSheet>();

async function choose(part: Part): Promise<void> {
  const start = modes[part.text('mode')];
  if (start === undefined) return console.error(`<picker mode="${part.text('mode')}"> is unknown`);
  if (part.flag('disabled') || open.has(part)) return;
  const session = await start(part);
  const sheet = openPickerSheet(part.host, {
    title: part.text('headerText'),
    columns: session.columns,
    turned: session.turned,
  });
  open.set(part, sheet);
  const indices = await sheet.answer;
  open.delete(part);
  if (indices === undefined) return part.fire('cancel', {});
  const { value, detail } = session.result(indices);
  part.update('value', value);
  part.fire('change', detail);
}

/** A page answers `columnchange` by setting another range or value while the sheet is open. */
function follow(part: Part): void {
  if (part.text('mode') === 'multiSelector')
    open.get(part)?.setColumns(multiColumns(part, asList(part.value('value'))));
}

export const picker: PartDefinition = {
  tag: 'picker',
  attributes,
  create(part) {
    const start = (): void => void choose(part);
    part.element.setAttribute('role', 'button');
    part.element.setAttribute('aria-haspopup', 'dialog');
    part.element.tabIndex = 0;
    part.component.addListener('tap', start);
    registerControl(part.element, start);
    let initial: unknown = null;
    registerField(part, { value: () => part.value('value'), reset: () => part.update('value', initial) });
    const able = (): void => {
      part.element.tabIndex = part.flag('disabled') ? -1 : 0;
      part.element.setAttribute('aria-disabled', String(part.flag('disabled')));
    };
    return {
      changed: { range: () => follow(part), value: () => follow(part), disabled: able },
      attached: () => (initial = part.value('value')),
    };
  },
};
