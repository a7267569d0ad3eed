import { registerControl, registerField } from '../../../support/fields';
import type { Builtin, BuiltinDefinition } from '../../../support/builtin';
import { date, multiColumns, multiSelector, selector, time, type PickerSession } from './modes';
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

const modes: Readonly<Record<string, (builtin: Builtin) => PickerSession | Promise<PickerSession>>> = {
  selector,
  multiSelector,
  time,
  date,
  region,
};

const openSheets = new WeakMap<Builtin, OpenSheet>();

async function choose(builtin: Builtin): Promise<void> {
  const createSession = modes[builtin.text('mode')];
  if (createSession === undefined) return console.error(`<picker mode="${builtin.text('mode')}"> is unknown`);
  if (builtin.flag('disabled') || openSheets.has(builtin)) return;
  const session = await createSession(builtin);
  const sheet = openPickerSheet(builtin.host, {
    title: builtin.text('headerText'),
    columns: session.columns,
    onTurn: session.onTurn,
  });
  openSheets.set(builtin, sheet);
  const indices = await sheet.answer;
  openSheets.delete(builtin);
  if (indices === undefined) return builtin.fire('cancel', {});
  const { value, detail } = session.result(indices);
  builtin.update('value', value);
  builtin.fire('change', detail);
}

/** Shows another range or value that the page sets in answer to `columnchange` while the sheet is open. */
function updateColumns(builtin: Builtin): void {
  if (builtin.text('mode') === 'multiSelector')
    openSheets.get(builtin)?.setColumns(multiColumns(builtin, asList(builtin.value('value'))));
}

export const picker: BuiltinDefinition = {
  tag: 'picker',
  attributes,
  create(builtin) {
    const openSheet = (): void => void choose(builtin);
    builtin.element.setAttribute('role', 'button');
    builtin.element.setAttribute('aria-haspopup', 'dialog');
    builtin.element.tabIndex = 0;
    builtin.component.addListener('tap', openSheet);
    registerControl(builtin.element, openSheet);
    let initial: unknown = null;
    registerField(builtin, { value: () => builtin.value('value'), reset: () => builtin.update('value', initial) });
    const updateDisabled = (): void => {
      builtin.element.tabIndex = builtin.flag('disabled') ? -1 : 0;
      builtin.element.setAttribute('aria-disabled', String(builtin.flag('disabled')));
    };
    return {
      changed: { range: () => updateColumns(builtin), value: () => updateColumns(builtin), disabled: updateDisabled },
      attached: () => (initial = builtin.value('value')),
    };
  },
};
