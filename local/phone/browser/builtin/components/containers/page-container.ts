import { onDrag } from '../../support/drag';
import type { Builtin, BuiltinDefinition } from '../../support/builtin';
import { setOwnStyle } from '../../platform/node-style';

const attributes = {
  show: false,
  duration: 300,
  zIndex: 100,
  overlay: true,
  position: 'bottom',
  round: false,
  closeOnSlideDown: false,
  overlayStyle: '',
  customStyle: '',
};

/** How far a half page is pulled down until it closes. */
const closeThresholdPx = 80;

class HalfPage {
  isOpen = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly builtin: Builtin,
    private readonly content: HTMLElement,
    private readonly mask: HTMLElement,
  ) {}

  render(): void {
    const { builtin } = this;
    setOwnStyle(
      builtin.component,
      `z-index:${builtin.number('zIndex', 100)};--wx-duration:${builtin.number('duration', 300)}ms`,
    );
    builtin.element.setAttribute('position', builtin.text('position'));
    builtin.element.toggleAttribute('round', builtin.flag('round'));
    this.mask.hidden = !builtin.flag('overlay');
    this.mask.style.cssText = builtin.host.cssValue(builtin.text('overlayStyle'));
    this.content.style.cssText = builtin.host.cssValue(builtin.text('customStyle'));
  }

  update(): void {
    const { builtin } = this;
    this.render();
    if (builtin.flag('show') === this.isOpen) return;
    this.isOpen = builtin.flag('show');
    const phase = this.isOpen ? 'enter' : 'leave';
    builtin.fire(`before${phase}`, {});
    if (this.isOpen) builtin.element.toggleAttribute('shown', true);
    requestAnimationFrame(() => builtin.element.toggleAttribute('open', this.isOpen));
    builtin.fire(phase, {});
    this.stop();
    this.timer = setTimeout(
      () => {
        builtin.element.toggleAttribute('shown', this.isOpen);
        builtin.fire(`after${phase}`, {});
      },
      builtin.number('duration', 300),
    );
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}

/** A half page over the page, which the back gesture of a phone closes, and Escape here. */
export const pageContainer: BuiltinDefinition = {
  tag: 'page-container',
  attributes,
  innerClass: 'wx-page-container',
  create(builtin) {
    const content =
      builtin.element.querySelector<HTMLElement>(':scope > .wx-page-container') ??
      builtin.append('div', 'wx-page-container');
    const mask = builtin.append('div', 'wx-page-container-mask');
    const half = new HalfPage(builtin, content, mask);
    const close = (): void => builtin.update('show', false);
    mask.addEventListener('click', () => {
      builtin.fire('clickoverlay', {});
      close();
    });
    builtin.element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && half.isOpen) close();
    });
    onDrag(content, {
      axis: 'y',
      start: () => builtin.flag('closeOnSlideDown'),
      move: () => undefined,
      end: ({ deltaY }) => {
        if (deltaY > closeThresholdPx) close();
      },
    });
    return { changedAny: () => half.update(), detached: () => half.stop() };
  },
};
