import { registerControl, registerField } from '../../support/fields';
import type { Builtin, BuiltinDefinition } from '../../support/builtin';
import { setOwnStyle } from '../../platform/node-style';

const groups = new WeakMap<Element, Builtin>();
const choices = new WeakMap<Element, Builtin>();

const members = (group: Builtin, tag: string): Builtin[] =>
  [...group.element.querySelectorAll(tag)]
    .map((element) => choices.get(element))
    .filter((builtin): builtin is Builtin => builtin !== undefined && groupOf(builtin) === group);

function groupOf(builtin: Builtin): Builtin | undefined {
  const around = builtin.element.parentElement?.closest('wx-checkbox-group, wx-radio-group');
  return around === null || around === undefined ? undefined : groups.get(around);
}

function render(builtin: Builtin): void {
  builtin.element.setAttribute('aria-checked', String(builtin.flag('checked')));
  builtin.element.setAttribute('aria-disabled', String(builtin.flag('disabled')));
  setOwnStyle(builtin.component, `--wx-color:${builtin.text('color')}`);
  builtin.element.tabIndex = builtin.flag('disabled') ? -1 : 0;
}

function setChecked(builtin: Builtin, checked: boolean): void {
  builtin.update('checked', checked);
  render(builtin);
}

function groupValue(group: Builtin, kind: 'checkbox' | 'radio'): unknown {
  const checked = members(group, `wx-${kind}`)
    .filter((member) => member.flag('checked'))
    .map((member) => member.text('value'));
  return kind === 'checkbox' ? checked : (checked[0] ?? '');
}

function toggle(builtin: Builtin, kind: 'checkbox' | 'radio'): void {
  if (builtin.flag('disabled') || (kind === 'radio' && builtin.flag('checked'))) return;
  const group = groupOf(builtin);
  if (kind === 'radio' && group !== undefined)
    members(group, 'wx-radio').forEach((member) => setChecked(member, false));
  setChecked(builtin, !builtin.flag('checked'));
  group?.fire('change', { value: groupValue(group, kind) });
}

/** Arrow keys move the choice within a group of radios. */
function watchArrowKeys(builtin: Builtin): void {
  builtin.element.addEventListener('keydown', (event) => {
    const group = groupOf(builtin);
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (group === undefined || step === undefined) return;
    event.preventDefault();
    const all = members(group, 'wx-radio').filter((member) => !member.flag('disabled'));
    const next = all[(all.indexOf(builtin) + step + all.length) % all.length];
    next?.element.focus();
    if (next !== undefined) toggle(next, 'radio');
  });
}

const defineChoice = (kind: 'checkbox' | 'radio'): BuiltinDefinition => ({
  tag: kind,
  attributes: { value: '', checked: false, disabled: false, color: '#09BB07', name: '' },
  create(builtin) {
    choices.set(builtin.element, builtin);
    builtin.element.setAttribute('role', kind);
    builtin.element.prepend(Object.assign(document.createElement('span'), { className: `wx-${kind}-mark` }));
    render(builtin);
    registerControl(builtin.element, () => toggle(builtin, kind));
    builtin.component.addListener('tap', () => toggle(builtin, kind));
    if (kind === 'radio') watchArrowKeys(builtin);
    const update = (): void => render(builtin);
    const updateChecked = (): void => {
      const group = groupOf(builtin);
      if (kind === 'radio' && builtin.flag('checked') && group !== undefined) {
        members(group, 'wx-radio')
          .filter((member) => member !== builtin && member.flag('checked'))
          .forEach((member) => setChecked(member, false));
      }
      render(builtin);
    };
    return {
      changed: { checked: updateChecked, disabled: update, color: update, ariaChecked: update, ariaDisabled: update },
    };
  },
});

const defineGroup = (kind: 'checkbox' | 'radio'): BuiltinDefinition => ({
  tag: `${kind}-group`,
  attributes: { name: '' },
  create(builtin) {
    groups.set(builtin.element, builtin);
    builtin.element.setAttribute('role', kind === 'radio' ? 'radiogroup' : 'group');
    let initial: readonly Builtin[] = [];
    registerField(builtin, {
      value: () => groupValue(builtin, kind),
      reset: () => members(builtin, `wx-${kind}`).forEach((member) => setChecked(member, initial.includes(member))),
    });
    return {
      attached: () =>
        queueMicrotask(() => (initial = members(builtin, `wx-${kind}`).filter((member) => member.flag('checked')))),
    };
  },
});

export const checkbox = defineChoice('checkbox');
export const radio = defineChoice('radio');
export const checkboxGroup = defineGroup('checkbox');
export const radioGroup = defineGroup('radio');
