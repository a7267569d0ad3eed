import { registerControl, registerField } from '../../support/fields';
import type { Part, PartDefinition } from '../../support/part';
import { setOwnStyle } from '../../platform/node-style';

const groups = new WeakMap<Element, Part>();
const boxes = new WeakMap<Element, Part>();

const members = (group: Part, tag: string): Part[] =>
  [...group.element.querySelectorAll(tag)]
    .map((element) => boxes.get(element))
    .filter((part): part is Part => part !== undefined && groupOf(part) === group);

function groupOf(part: Part): Part | undefined {
  const around = part.element.parentElement?.closest('wx-checkbox-group, wx-radio-group');
  return around === null || around === undefined ? undefined : groups.get(around);
}

function look(part: Part): void {
  part.element.setAttribute('aria-checked', String(part.flag('checked')));
  part.element.setAttribute('aria-disabled', String(part.flag('disabled')));
  setOwnStyle(part.component, `--wx-color:${part.text('color')}`);
  part.element.tabIndex = part.flag('disabled') ? -1 : 0;
}

function setChecked(part: Part, checked: boolean): void {
  part.update('checked', checked);
  look(part);
}

function groupValue(group: Part, kind: 'checkbox' | 'radio'): unknown {
  const checked = members(group, `wx-${kind}`)
    .filter((member) => member.flag('checked'))
    .map((member) => member.text('value'));
  return kind === 'checkbox' ? checked : (checked[0] ?? '');
}

function toggle(part: Part, kind: 'checkbox' | 'radio'): void {
  if (part.flag('disabled') || (kind === 'radio' && part.flag('checked'))) return;
  const group = groupOf(part);
  if (kind === 'radio' && group !== undefined)
    members(group, 'wx-radio').forEach((member) => setChecked(member, false));
  setChecked(part, !part.flag('checked'));
  group?.fire('change', { value: groupValue(group, kind) });
}

/** Arrow keys move the choice within a group of radios. */
function arrows(part: Part): void {
  part.element.addEventListener('keydown', (event) => {
    const group = groupOf(part);
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (group === undefined || step === undefined) return;
    event.preventDefault();
    const all = members(group, 'wx-radio').filter((member) => !member.flag('disabled'));
    const next = all[(all.indexOf(part) + step + all.length) % all.length];
    next?.element.focus();
    if (next !== undefined) toggle(next, 'radio');
  });
}

const box = (kind: 'checkbox' | 'radio'): PartDefinition => ({
  tag: kind,
  attributes: { value: '', checked: false, disabled: false, color: '#09BB07', name: '' },
  create(part) {
    boxes.set(part.element, part);
    part.element.setAttribute('role', kind);
    part.element.prepend(Object.assign(document.createElement('span'), { className: `wx-${kind}-mark` }));
    look(part);
    registerControl(part.element, () => toggle(part, kind));
    part.component.addListener('tap', () => toggle(part, kind));
    if (kind === 'radio') arrows(part);
    const redraw = (): void => look(part);
    const chosen = (): void => {
      const group = groupOf(part);
      if (kind === 'radio' && part.flag('checked') && group !== undefined) {
        members(group, 'wx-radio')
          .filter((member) => member !== part && member.flag('checked'))
          .forEach((member) => setChecked(member, false));
      }
      look(part);
    };
    return { changed: { checked: chosen, disabled: redraw, color: redraw, ariaChecked: redraw, ariaDisabled: redraw } };
  },
});

const group = (kind: 'checkbox' | 'radio'): PartDefinition => ({
  tag: `${kind}-group`,
  attributes: { name: '' },
  create(part) {
    groups.set(part.element, part);
    part.element.setAttribute('role', kind === 'radio' ? 'radiogroup' : 'group');
    let initial: readonly Part[] = [];
    registerField(part, {
      value: () => groupValue(part, kind),
      reset: () => members(part, `wx-${kind}`).forEach((member) => setChecked(member, initial.includes(member))),
    });
    return {
      attached: () =>
        queueMicrotask(() => (initial = members(part, `wx-${kind}`).filter((member) => member.flag('checked')))),
    };
  },
});

export const checkbox = box('checkbox');
export const radio = box('radio');
export const checkboxGroup = group('checkbox');
export const radioGroup = group('radio');
