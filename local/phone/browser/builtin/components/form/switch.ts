import { registerControl, registerField } from '../../support/fields';
import type { Part, PartDefinition } from '../../support/part';
import { setOwnStyle } from '../../platform/node-style';

function look(part: Part): void {
  part.element.setAttribute('aria-checked', String(part.flag('checked')));
  part.element.setAttribute('aria-disabled', String(part.flag('disabled')));
  part.element.setAttribute('type', part.text('type'));
  part.element.setAttribute('role', part.text('type') === 'checkbox' ? 'checkbox' : 'switch');
  setOwnStyle(part.component, `--wx-color:${part.text('color')}`);
  part.element.tabIndex = part.flag('disabled') ? -1 : 0;
}

function toggle(part: Part): void {
  if (part.flag('disabled')) return;
  part.update('checked', !part.flag('checked'));
  look(part);
  part.fire('change', { value: part.flag('checked') });
}

export const switchPart: PartDefinition = {
  tag: 'switch',
  attributes: { checked: false, disabled: false, type: 'switch', color: '#04BE02', name: '' },
  create(part) {
    part.append('span', 'wx-switch-track');
    part.component.addListener('tap', () => toggle(part));
    registerControl(part.element, () => toggle(part));
    let initial = false;
    registerField(part, {
      value: () => part.flag('checked'),
      reset: () => {
        part.update('checked', initial);
        look(part);
      },
    });
    look(part);
    return { changedAny: () => look(part), attached: () => (initial = part.flag('checked')) };
  },
};
