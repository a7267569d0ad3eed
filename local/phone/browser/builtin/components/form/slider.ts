import { onDrag } from '../../support/drag';
import { registerField } from '../../support/fields';
import type { Builtin, BuiltinDefinition } from '../../support/builtin';
import { setOwnStyle } from '../../platform/node-style';
import { clamp } from '../../support/values';

const attributes = {
  min: 0,
  max: 100,
  step: 1,
  disabled: false,
  value: 0,
  color: '#e9e9e9',
  selectedColor: '#1aad19',
  activeColor: '',
  backgroundColor: '',
  blockSize: 28,
  blockColor: '#ffffff',
  showValue: false,
  name: '',
};

/** The nearest value that the slider may have. */
function snapToStep(builtin: Builtin, value: number): number {
  const low = builtin.number('min');
  const step = builtin.number('step') > 0 ? builtin.number('step') : 1;
  const stepped = low + Math.round((value - low) / step) * step;
  return clamp(Number(stepped.toFixed(10)), low, builtin.number('max', 100));
}

function render(builtin: Builtin, valueLabel: HTMLElement): void {
  const low = builtin.number('min');
  const high = builtin.number('max', 100);
  const value = snapToStep(builtin, builtin.number('value'));
  const fraction = high > low ? (value - low) / (high - low) : 0;
  setOwnStyle(
    builtin.component,
    [
      `--wx-fraction:${fraction}`,
      `--wx-active:${builtin.text('activeColor') || builtin.text('selectedColor')}`,
      `--wx-background:${builtin.text('backgroundColor') || builtin.text('color')}`,
      `--wx-block:${clamp(builtin.number('blockSize'), 12, 28)}px`,
      `--wx-block-color:${builtin.text('blockColor')}`,
    ].join(';'),
  );
  valueLabel.textContent = String(value);
  valueLabel.hidden = !builtin.flag('showValue');
  for (const [name, content] of [
    ['valuemin', low],
    ['valuemax', high],
    ['valuenow', value],
  ] as const)
    builtin.element.setAttribute(`aria-${name}`, String(content));
  builtin.element.setAttribute('aria-disabled', String(builtin.flag('disabled')));
  builtin.element.tabIndex = builtin.flag('disabled') ? -1 : 0;
}

const keySteps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 10,
  PageDown: -10,
};

function watchKeys(builtin: Builtin, set: (value: number) => void): void {
  builtin.element.addEventListener('keydown', (event) => {
    const ends: Readonly<Record<string, number>> = { Home: builtin.number('min'), End: builtin.number('max', 100) };
    const step = keySteps[event.key];
    const value =
      ends[event.key] ??
      (step === undefined ? undefined : builtin.number('value') + step * Math.max(builtin.number('step'), 0));
    if (value === undefined || builtin.flag('disabled')) return;
    event.preventDefault();
    set(value);
    builtin.fire('change', { value: builtin.number('value') });
  });
}

export const slider: BuiltinDefinition = {
  tag: 'slider',
  attributes,
  create(builtin) {
    builtin.element.setAttribute('role', 'slider');
    const track = builtin.append('div', 'wx-slider-track');
    builtin.append('div', 'wx-slider-block', track);
    const valueLabel = builtin.append('span', 'wx-slider-value');
    valueLabel.setAttribute('aria-hidden', 'true');
    const update = (): void => render(builtin, valueLabel);
    const set = (value: number): void => {
      builtin.update('value', snapToStep(builtin, value));
      update();
    };
    const valueAt = (pointer: { clientX: number }): number => {
      const { left, width } = track.getBoundingClientRect();
      return (
        builtin.number('min') +
        ((pointer.clientX - left) / Math.max(1, width)) * (builtin.number('max', 100) - builtin.number('min'))
      );
    };
    onDrag(builtin.element, {
      axis: 'x',
      start: () => !builtin.flag('disabled'),
      move: ({ pointer }) => {
        const before = builtin.number('value');
        set(valueAt(pointer));
        if (builtin.number('value') !== before) builtin.fire('changing', { value: builtin.number('value') });
      },
      end: () => builtin.fire('change', { value: builtin.number('value') }),
    });
    builtin.element.addEventListener('click', (event) => {
      if (builtin.flag('disabled') || event.detail === 0) return;
      const before = builtin.number('value');
      set(valueAt(event));
      if (builtin.number('value') !== before) builtin.fire('change', { value: builtin.number('value') });
    });
    watchKeys(builtin, set);
    let initial = 0;
    registerField(builtin, { value: () => builtin.number('value'), reset: () => set(initial) });
    update();
    return { changedAny: update, attached: () => (initial = builtin.number('value')) };
  },
};
