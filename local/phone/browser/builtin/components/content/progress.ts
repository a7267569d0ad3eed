import type { Part, PartDefinition } from '../../support/part';
import { setOwnStyle } from '../../platform/node-style';
import { asPixels, limit } from '../../support/values';

const attributes = {
  percent: 0,
  showInfo: false,
  borderRadius: null,
  fontSize: null,
  strokeWidth: null,
  color: '#09BB07',
  activeColor: '',
  backgroundColor: '#EBEBEB',
  active: false,
  activeMode: 'backwards',
  duration: 30,
};

function style(part: Part, shown: number): void {
  setOwnStyle(
    part.component,
    [
      `--wx-percent:${shown}%`,
      `--wx-active:${part.text('activeColor') || part.text('color')}`,
      `--wx-ground:${part.text('backgroundColor')}`,
      `--wx-stroke:${asPixels(part.value('strokeWidth'), 6)}px`,
      `--wx-radius:${asPixels(part.value('borderRadius'), 0)}px`,
      `--wx-font:${asPixels(part.value('fontSize'), 16)}px`,
    ].join(';'),
  );
}

export const progress: PartDefinition = {
  tag: 'progress',
  attributes,
  create(part) {
    part.element.setAttribute('role', 'progressbar');
    part.element.setAttribute('aria-valuemin', '0');
    part.element.setAttribute('aria-valuemax', '100');
    const track = part.append('div', 'wx-progress-track');
    part.append('div', 'wx-progress-bar', track);
    const info = part.append('span', 'wx-progress-info');
    info.setAttribute('aria-hidden', 'true');
    let shown = 0;
    let timer: ReturnType<typeof setInterval> | undefined;
    const draw = (percent: number): void => {
      shown = percent;
      style(part, shown);
      info.hidden = !part.flag('showInfo');
      info.textContent = `${Math.round(shown)}%`;
      part.element.setAttribute('aria-valuenow', String(Math.round(shown)));
    };
    const run = (): void => {
      clearInterval(timer);
      const target = limit(part.number('percent'), 0, 100);
      if (!part.flag('active')) return draw(target);
      draw(part.text('activeMode') === 'forwards' && shown < target ? shown : 0);
      timer = setInterval(
        () => {
          draw(Math.min(target, shown + 1));
          if (shown < target) return;
          clearInterval(timer);
          part.fire('activeend', { curPercent: target });
        },
        Math.max(1, part.number('duration')),
      );
    };
    const redraw = (): void => draw(shown);
    draw(0);
    return {
      changed: {
        percent: run,
        active: run,
        showInfo: redraw,
        color: redraw,
        activeColor: redraw,
        backgroundColor: redraw,
        strokeWidth: redraw,
        borderRadius: redraw,
        fontSize: redraw,
      },
      detached: () => clearInterval(timer),
    };
  },
};
