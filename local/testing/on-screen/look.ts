/** A size of the phone, a mode and a type size, as a page that is open takes them in place. */
export interface Look {
  /** px */
  readonly width: number;
  /** px */
  readonly height: number;
  readonly elder: boolean;
  /** WeChat's own font setting, 1 to 1.65. */
  readonly fontScale: number;
}

/**
 * Elder mode is as large as this font setting, and large type gives columns up for rows from 1.3 on
 * (miniprogram/session/look.ts).
 */
const elderScale = 1.4;
const rowsFromScale = 1.3;

interface Phone {
  readonly __lianxin: { setData(change: object): void; data(): Record<string, unknown> | undefined };
}

const isPhone = (value: object): value is Phone => '__lianxin' in value;

export function screenElement(): HTMLElement {
  const found = document.querySelector<HTMLElement>('.phone-screen');
  if (!found) throw new Error('no phone stands in this document');
  return found;
}

const nextFrame = (): Promise<void> => new Promise((drawn) => requestAnimationFrame(() => drawn()));

/** What slides or fades; what turns for ever does not count. */
function moving(): Animation[] {
  const running = document.getAnimations().filter(({ playState }) => playState === 'running');
  return running.filter(({ effect }) => effect?.getTiming().iterations !== Infinity);
}

/**
 * Until what slides in stands where it stays: at the foot of the screen, and nothing moves. What moves is put to its
 * end: only where it stands then is measured.
 */
export async function stand(): Promise<void> {
  const sheets = (): Element[] =>
    [...document.querySelectorAll('.page-frame [role=dialog]')].filter((sheet) => sheet.checkVisibility());
  const foot = (): number => screenElement().getBoundingClientRect().bottom + 1;
  const patience = performance.now() + 10_000;
  // A text field grows with its words one frame after the page has its new size.
  await nextFrame();
  do {
    await nextFrame();
    for (const animation of moving()) animation.finish();
    if (performance.now() > patience) throw new Error('what opened does not come to rest');
  } while (moving().length > 0 || sheets().some((sheet) => sheet.getBoundingClientRect().bottom > foot()));
  await textFieldsStand();
}

/** A text field that was as large for so many frames, and so long, does not grow any more, however busy it is here. */
const stillFrames = 4;
const stillMs = 60;

/** Text fields follow their words by what the page draws in answer to their size, which takes frames of its own. */
async function textFieldsStand(): Promise<void> {
  const sizes = (): string =>
    [...document.querySelectorAll('textarea')].map((field) => `${field.offsetWidth} ${field.offsetHeight}`).join();
  let before = sizes();
  let changedMs = performance.now();
  for (let still = 0; before !== '' && (still < stillFrames || performance.now() - changedMs < stillMs);) {
    await nextFrame();
    const now = sizes();
    still = now === before ? still + 1 : 0;
    if (still === 0) changedMs = performance.now();
    before = now;
  }
}

/**
 * Gives the page on top a look without opening it again: the phone's size, and what the page would set on its next
 * show.
 */
export async function takeLook({ width, height, elder, fontScale }: Look): Promise<void> {
  const { style } = screenElement();
  style.inset = '0 auto auto 0';
  style.width = `${width}px`;
  style.height = `${height}px`;
  window.dispatchEvent(new Event('resize'));
  const scale = Math.max(fontScale, elder ? elderScale : 1);
  if (isPhone(window)) {
    const { setData, data } = window.__lianxin;
    const name = 'appearance' in (data() ?? {}) ? 'appearance' : 'look';
    setData({ [name]: { elder, large: scale > rowsFromScale, style: `--scale: ${scale}` } });
  }
  await stand();
}

/** Colours and places are those at the end of what moves; what moves for ever goes on. */
export function finishMoving(): void {
  for (const animation of document.getAnimations())
    if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
}

/** Gives the phone the window's size again. */
export function leaveLook(): void {
  screenElement().removeAttribute('style');
  window.dispatchEvent(new Event('resize'));
}

/** Makes the phone so high that nothing of its pages is scrolled away. */
export function showWhole(): void {
  const screen = screenElement();
  const hidden = [...screen.querySelectorAll('.page-view')].map((view) => view.scrollHeight - view.clientHeight);
  screen.style.height = `${screen.clientHeight + Math.max(0, ...hidden)}px`;
}
