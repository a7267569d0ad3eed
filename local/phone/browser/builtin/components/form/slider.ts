import { onDrag } from '../../support/drag';
import { registerField } from '../../support/fields';
import type { Part, PartDefinition } from '../../support/part';
import { setOwnStyle } from '../../platform/node-style';
import { limit } from '../../support/values';

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
function allowed(part: Part, value: number): number {
  const low = part.number('min');
  const step = part.number('step') > 0 ? part.number('step') : 1;
  const stepped = low + Math.round((value - low) / step) * step;
  return limit(Number(stepped.toFixed(10)), low, part.number('max', 100));
}

function draw(part: Part, figure: HTMLElement): void {
  const low = part.number('min');
  const high = part.number('max', 100);
  const value = allowed(part, part.number('value'));
  const share = high > low ? (value - low) / (high - low) : 0;
  setOwnStyle(
    part.component,
    [
      `--wx-share:${share}`,
      `--wx-active:${part.text('activeColor') || part.text('selectedColor')}`,
      `--wx-ground:${part.text('backgroundColor') || part.text('color')}`,
      `--wx-block:${limit(part.number('blockSize'), 12, 28)}px`,
      `--wx-block-color:${part.text('blockColor')}`,
    ].join(';'),
  );
  figure.textContent = String(value);
  figure.hidden = !part.flag('showValue');
  for (const [name, content] of [
    ['valuemin', low],
    ['valuemax', high],
    ['valuenow', value],
  ] as const)
    part.element.setAttribute(`aria-${name}`, String(content));
  part.element.setAttribute('aria-disabled', String(part.flag('disabled')));
  part.element.tabIndex = part.flag('disabled') ? -1 : 0;
}

const keySteps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 10,
  PageDown: -10,
};

function watchKeys(part: Part, set: (value: number) => void): void {
  part.element.addEventListener('keydown', (event) => {
    const ends: Readonly<Record<string, number>> = { Home: part.number('min'), End: part.number('max', 100) };
    const step = keySteps[event.key];
    const value =
      ends[event.key] ??
      (step === undefined ? undefined : part.number('value') + step * Math.max(part.number('step'), 0));
    if (value === undefined || part.flag('disabled')) return;
    event.preventDefault();
    set(value);
    part.fire('change', { value: part.number('value') });
  });
}

export const slider: PartDefinition = {
  tag: 'slider',
  attributes,
  create(part) {
    part.element.setAttribute('role', 'slider');
    const track = part.append('div', 'wx-slider-track');
    part.append('div', 'wx-slider-block', track);
    const figure = part.append('span', 'wx-slider-value');
    figure.setAttribute('aria-hidden', 'true');
    const redraw = (): void => draw(part, figure);
    const set = (value: number): void => {
      part.update('value', allowed(part, value));
      redraw();
    };
    const under = (pointer: { clientX: number }): number => {
      const { left, width } = track.getBoundingClientRect();
      return (
        part.number('min') +
        ((pointer.clientX - left) / Math.max(1, width)) * (part.number('max', 100) - part.number('min'))
      );
    };
    onDrag(part.element, {
      axis: 'x',
      start: () => !part.flag('disabled'),
      move: ({ pointer }) => {
        const before = part.number('value');
        set(under(pointer));
        if (part.number('value') !== before) part.fire('changing', { value: part.number('value') });
      },
      end: () => part.fire('change', { value: part.number('value') }),
    });
    part.element.addEventListener('click', (event) => {
      if (part.flag('disabled') || event.detail === 0) return;
      const before = part.number('value');
      set(under(event));
      if (part.number('value') !== before) part.fire('change', { value: part.number('value') });
    });
    watchKeys(part, set);
    let initial = 0;
    registerField(part, { value: () => part.number('value'), reset: () => set(initial) });
    redraw();
    return { changedAny: redraw, attached: () => (initial = part.number('value')) };
  },
};
