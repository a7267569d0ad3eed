/** Who does an order together, when they come, who waits for a seat, and who did not come. */
import type { AppointmentView, HelperView, NoShowView, OrderView } from '../../../contracts/order';
import { dayTime, timeOfDay, weekdayTime } from '../../../text/dates';
import { joinParts } from '../../../text/join';

/** `11 月 28 日 星期六 14:00 到 16:00` */
export function hoursText({ from, until }: AppointmentView): string {
  return `${weekdayTime(from)} 到 ${timeOfDay(until)}`;
}

/** When whoever goes is there; '' where nothing was said. */
export function appointmentLine({ appointment, arrived, keptUntil, waitingPlace }: OrderView): string {
  if (keptUntil !== undefined) return `空出一个名额，给您留到 ${dayTime(keptUntil)}。`;
  if (waitingPlace !== undefined) return `您排在候补第 ${waitingPlace} 位，有空位先问您。`;
  if (appointment === undefined) return '';
  return `${arrived ? '已经到了，约的是' : '约好'} ${hoursText(appointment)}。`;
}

/** `要 3 个人一起去，有 2 位了`; '' of an order for one. */
export function seatsLine({ seats }: Pick<OrderView, 'seats'>): string {
  if (seats === undefined) return '';
  const { capacity, held } = seats;
  if (held >= capacity) return `${capacity} 个人一起去，人齐了`;
  return `要 ${capacity} 个人一起去，${held === 0 ? '还没人接' : `有 ${held} 位了`}`;
}

/** What one of several said and did so far. */
export function helperLine({ appointment, arrived, evidence }: HelperView): string {
  if (evidence !== undefined) return '办好了自己那份';
  if (arrived) return '到了';
  return appointment === undefined ? '还没约时间' : `约好 ${hoursText(appointment)}`;
}

export function waitingLine(names: readonly string[] = []): string {
  return names.length === 0 ? '' : `候补：${names.join('、')}`;
}

const rulings = { lifted: '书记看过，记错了，撤掉了', upheld: '书记看过，照旧' } as const;

/** What is recorded of somebody who had said when they come, and what they and the secretary said of it. */
export function noShowLine({ appeal, ...hours }: NoShowView): string {
  const ruling = appeal?.ruling;
  return joinParts(
    `约了 ${hoursText(hours)}，没到`,
    appeal && `说明：${appeal.words}`,
    ruling && `${rulings[ruling.lifted ? 'lifted' : 'upheld']}：${ruling.reason}`,
  );
}
