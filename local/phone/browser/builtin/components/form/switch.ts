import { registerControl, registerField } from '../../support/fields';
import type { Builtin, BuiltinDefinition } from '../../support/builtin';
import { setOwnStyle } from '../../platform/node-style';

function render(builtin: Builtin): void {
  builtin.element.setAttribute('aria-checked', String(builtin.flag('checked')));
  builtin.element.setAttribute('aria-disabled', String(builtin.flag('disabled')));
  builtin.element.setAttribute('type', builtin.text('type'));
  builtin.element.setAttribute('role', builtin.text('type') === 'checkbox' ? 'checkbox' : 'switch');
  setOwnStyle(builtin.component, `--wx-color:${builtin.text('color')}`);
  builtin.element.tabIndex = builtin.flag('disabled') ? -1 : 0;
}

function toggle(builtin: Builtin): void {
  if (builtin.flag('disabled')) return;
  builtin.update('checked', !builtin.flag('checked'));
  render(builtin);
  builtin.fire('change', { value: builtin.flag('checked') });
}

export const switchControl: BuiltinDefinition = {
  tag: 'switch',
  attributes: { checked: false, disabled: false, type: 'switch', color: '#04BE02', name: '' },
  create(builtin) {
    builtin.append('span', 'wx-switch-track');
    builtin.component.addListener('tap', () => toggle(builtin));
    registerControl(builtin.element, () => toggle(builtin));
    let initial = false;
    registerField(builtin, {
      value: () => builtin.flag('checked'),
      reset: () => {
        builtin.update('checked', initial);
        render(builtin);
      },
    });
    render(builtin);
    return { changedAny: () => render(builtin), attached: () => (initial = builtin.flag('checked')) };
  },
};
