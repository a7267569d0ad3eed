import { action, element, labelled, section } from './elements';
import { moveClock, readClock } from './local-api';
import type { PhoneWindow } from './phone-window';

const HOUR_MS = 3_600_000;
const STEPS = [
  { label: '过一小时', ms: HOUR_MS },
  { label: '过一天', ms: 24 * HOUR_MS },
  { label: '过三天', ms: 72 * HOUR_MS },
];
const SHOWN = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'full', timeStyle: 'short', timeZone: 'Asia/Shanghai' });

/** `2026-11-28T09:00` in Shanghai, as a date-time field wants it. */
function fieldValue(moment: Date): string {
  return new Date(moment.getTime() + 8 * HOUR_MS).toISOString().slice(0, 16);
}

/** The cloud's clock: what falls due on the way is done. */
export async function clockSection(phone: PhoneWindow): Promise<HTMLElement | undefined> {
  const first = await readClock();
  if (!first) return undefined;
  const shown = element('output', { class: 'clock' });
  const field = element('input', { type: 'datetime-local' });
  const show = (now: Date | undefined): void => {
    if (!now) return;
    shown.textContent = SHOWN.format(now);
    field.value = fieldValue(now);
  };
  const move = async (to: { now: string } | { advanceMs: number }): Promise<void> => {
    const moved = await moveClock(to);
    show(await readClock());
    if (moved) phone.open();
  };
  show(first);
  const set = action('拨到这时', () => {
    void move({ now: `${field.value}:00+08:00` });
  });
  const steps = STEPS.map(({ label, ms }) =>
    action(label, () => {
      void move({ advanceMs: ms });
    }),
  );
  return section(
    '现在几点',
    shown,
    element('p', { class: 'row' }, ...steps),
    labelled('换一个时间', field),
    element('p', { class: 'row' }, set),
  );
}
