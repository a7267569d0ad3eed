import type { Builtin, BuiltinDefinition } from '../../support/builtin';
import { setOwnStyle } from '../../platform/node-style';
import { asPixels, clamp } from '../../support/values';

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

/** The bar and the text beside it; `percent` is what is shown now. */
class ProgressBar {
  percent = 0;
  private readonly info: HTMLElement;
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly builtin: Builtin) {
    const { element } = builtin;
    element.setAttribute('role', 'progressbar');
    element.setAttribute('aria-valuemin', '0');
    element.setAttribute('aria-valuemax', '100');
    const track = builtin.append('div', 'wx-progress-track');
    builtin.append('div', 'wx-progress-bar', track);
    this.info = builtin.append('span', 'wx-progress-info');
    this.info.setAttribute('aria-hidden', 'true');
  }

  render(percent = this.percent): void {
    const { builtin, info } = this;
    this.percent = percent;
    const style = [
      `--wx-percent:${percent}%`,
      `--wx-active:${builtin.text('activeColor') || builtin.text('color')}`,
      `--wx-background:${builtin.text('backgroundColor')}`,
      `--wx-stroke:${asPixels(builtin.value('strokeWidth'), 6)}px`,
      `--wx-radius:${asPixels(builtin.value('borderRadius'), 0)}px`,
      `--wx-font:${asPixels(builtin.value('fontSize'), 16)}px`,
    ];
    setOwnStyle(builtin.component, style.join(';'));
    info.hidden = !builtin.flag('showInfo');
    info.textContent = `${Math.round(percent)}%`;
    builtin.element.setAttribute('aria-valuenow', String(Math.round(percent)));
  }

  /** Shows the attribute's value: at once, or one percent per `duration` while `active` is set. */
  start(): void {
    const { builtin } = this;
    this.stop();
    const target = clamp(builtin.number('percent'), 0, 100);
    if (!builtin.flag('active')) return this.render(target);
    this.render(builtin.text('activeMode') === 'forwards' && this.percent < target ? this.percent : 0);
    this.timer = setInterval(() => this.advance(target), Math.max(1, builtin.number('duration')));
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private advance(target: number): void {
    this.render(Math.min(target, this.percent + 1));
    if (this.percent < target) return;
    this.stop();
    this.builtin.fire('activeend', { curPercent: target });
  }
}

export const progress: BuiltinDefinition = {
  tag: 'progress',
  attributes,
  create(builtin) {
    const bar = new ProgressBar(builtin);
    const start = (): void => bar.start();
    const render = (): void => bar.render();
    render();
    return {
      changed: {
        percent: start,
        active: start,
        showInfo: render,
        color: render,
        activeColor: render,
        backgroundColor: render,
        strokeWidth: render,
        borderRadius: render,
        fontSize: render,
      },
      detached: () => bar.stop(),
    };
  },
};
