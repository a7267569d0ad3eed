import { onDrag } from '../../support/drag';
import type { Part, PartDefinition } from '../../support/part';
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

/** How far (px) a half page is pulled down until it closes. */
const closingPull = 80;

class HalfPage {
  open = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly part: Part,
    private readonly content: HTMLElement,
    private readonly mask: HTMLElement,
  ) {}

  look(): void {
    const { part } = this;
    setOwnStyle(
      part.component,
      `z-index:${part.number('zIndex', 100)};--wx-duration:${part.number('duration', 300)}ms`,
    );
    part.element.setAttribute('position', part.text('position'));
    part.element.toggleAttribute('round', part.flag('round'));
    this.mask.hidden = !part.flag('overlay');
    this.mask.style.cssText = part.host.cssValue(part.text('overlayStyle'));
    this.content.style.cssText = part.host.cssValue(part.text('customStyle'));
  }

  turn(): void {
    const { part } = this;
    this.look();
    if (part.flag('show') === this.open) return;
    this.open = part.flag('show');
    const word = this.open ? 'enter' : 'leave';
    part.fire(`before${word}`, {});
    if (this.open) part.element.toggleAttribute('shown', true);
    requestAnimationFrame(() => part.element.toggleAttribute('open', this.open));
    part.fire(word, {});
    this.stop();
    this.timer = setTimeout(
      () => {
        part.element.toggleAttribute('shown', this.open);
        part.fire(`after${word}`, {});
      },
      part.number('duration', 300),
    );
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}

/** A half page over the page; the phone's back gesture closes it (Escape here). */
export const pageContainer: PartDefinition = {
  tag: 'page-container',
  attributes,
  innerClass: 'wx-page-container',
  create(part) {
    const content =
      part.element.querySelector<HTMLElement>(':scope > .wx-page-container') ?? part.append('div', 'wx-page-container');
    const mask = part.append('div', 'wx-page-container-mask');
    const half = new HalfPage(part, content, mask);
    const close = (): void => part.update('show', false);
    mask.addEventListener('click', () => {
      part.fire('clickoverlay', {});
      close();
    });
    part.element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && half.open) close();
    });
    onDrag(content, {
      axis: 'y',
      start: () => part.flag('closeOnSlideDown'),
      move: () => undefined,
      end: ({ deltaY }) => {
        if (deltaY > closingPull) close();
      },
    });
    return { changedAny: () => half.turn(), detached: () => half.stop() };
  },
};
