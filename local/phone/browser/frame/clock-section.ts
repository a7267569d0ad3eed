import { button, element, labelled, section } from './elements';
import { moveClock, readClock } from './local-api';
import type { PhoneWindow } from './phone-window';

const hourMs = 3_600_000;
const steps = [
  { label: '过一小时', ms: hourMs },
  { label: '过一天', ms: 24 * hourMs },
  { label: '过三天', ms: 72 * hourMs },
];
const shownFormat = new Intl.DateTimeFormat('zh-CN', {
  dateStyle: 'full',
  timeStyle: 'short',
  timeZone: 'Asia/Shanghai',
});

/** A moment in the form of a date-time field, in Shanghai: `2026-11-28T09:00`. */
function fieldValue(moment: Date): string {
  return new Date(moment.getTime() + 8 * hourMs).toISOString().slice(0, 16);
}

/**
 * While the clock is moved, which runs every timer that falls due and may take half a minute, the panel says so and
 * for how long already, and takes no second move.
 * @returns what ends it
 */
function showMoving(shown: HTMLElement, buttons: readonly HTMLButtonElement[]): () => void {
  let seconds = 0;
  const tell = (): void => {
    shown.textContent = `正在走，到点的事一件一件办${seconds === 0 ? '' : `，${seconds} 秒了`}…`;
    seconds += 1;
  };
  tell();
  const ticking = setInterval(tell, 1000);
  shown.setAttribute('aria-busy', 'true');
  for (const one of buttons) one.disabled = true;
  return () => {
    clearInterval(ticking);
    shown.removeAttribute('aria-busy');
    for (const one of buttons) one.disabled = false;
  };
}

/** The clock of the local cloud; timers that fall due when it is set are run. */
export async function clockSection(phone: PhoneWindow): Promise<HTMLElement | undefined> {
  const initial = await readClock();
  if (!initial) return undefined;
  const shown = element('output', { class: 'clock' });
  const field = element('input', { type: 'datetime-local' });
  const show = (now: Date | undefined): void => {
    if (!now) return;
    shown.textContent = shownFormat.format(now);
    field.value = fieldValue(now);
  };
  const move = async (to: { now: string } | { advanceMs: number }): Promise<void> => {
    const done = showMoving(shown, buttons);
    const moved = await moveClock(to);
    done();
    show(await readClock());
    if (moved) phone.load();
  };
  show(initial);
  const set = button('拨到这时', () => {
    void move({ now: `${field.value}:00+08:00` });
  });
  const stepButtons = steps.map(({ label, ms }) =>
    button(label, () => {
      void move({ advanceMs: ms });
    }),
  );
  const buttons = [...stepButtons, set];
  return section(
    '现在几点',
    shown,
    element('p', { class: 'row' }, ...stepButtons),
    labelled('换一个时间', field),
    element('p', { class: 'row' }, set),
  );
}
