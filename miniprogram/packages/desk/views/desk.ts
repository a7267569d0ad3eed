import type { OrderFigure } from '../../../contracts/brief';
import type { DeskView } from '../../../contracts/desk';
import { monthNumber } from '../../../text/dates';
import { barsInWords, deskFigures, noneReopened, noneToRule, overdueLine, untilLine, withheldLate } from '../text/desk';
import { quotaLine } from '../../../text/quota';
import { deskCount } from '../../../views/order/counters';
import { bookAlarms, dueReview, waiting, type Waiting } from '../../../views/passbook/waiting';

export interface DeskBar {
  readonly month: string;
  /** Heights in per cent of the tallest month. */
  readonly solved: number;
  readonly rest: number;
}

/** A number of the month; `figure` names the list that it opens. */
interface DeskFigure {
  readonly figure: OrderFigure;
  readonly value: string;
  readonly text: string;
  readonly tone: string;
}

export interface Desk {
  readonly overdue: { readonly count: number | string; readonly line: string };
  readonly returned: { readonly count: number | string; readonly line: string };
  readonly reopened: { readonly count: number | string; readonly line: string };
  /** Of how many it is to be decided what others read; '' for none. */
  readonly withheld: string;
  /** Of how many nobody decided in time; '' for none. */
  readonly late: string;
  /** Leads the desk while there are any. */
  readonly alarms: Waiting | null;
  readonly waiting: Waiting;
  /** The month that waits to be confirmed. */
  readonly review: ReturnType<typeof dueReview>;
  readonly until: string;
  readonly month: string;
  readonly figures: readonly DeskFigure[];
  readonly bars: readonly DeskBar[];
  /** The bars in words, for those who do not see them. */
  readonly inWords: string;
  /** 0 for none. */
  readonly vacancies: number;
  /** Which limits of the cloud's plan come near; '' for none. */
  readonly quota: string;
}

function bars(months: DeskView['months']): DeskBar[] {
  const tallest = Math.max(1, ...months.map((month) => month.created));
  return months.map(({ month, created, solved }) => ({
    month: monthNumber(month),
    solved: Math.round((solved / tallest) * 100),
    rest: Math.round((Math.max(0, created - solved) / tallest) * 100),
  }));
}

type Today = Pick<Desk, 'alarms' | 'overdue' | 'returned' | 'reopened' | 'withheld' | 'late' | 'waiting' | 'review'>;

function today(desk: DeskView): Today {
  const { overdue, returned, reopened } = desk;
  return {
    alarms: bookAlarms(desk.waiting),
    overdue: { count: deskCount(desk, 'overdue'), line: overdueLine(overdue) },
    returned: { count: deskCount(desk, 'returned'), line: returned.title ?? noneToRule },
    reopened: { count: deskCount(desk, 'reopened'), line: reopened.title ?? noneReopened },
    withheld: desk.withheld.count === 0 ? '' : `${desk.withheld.count}${desk.countsAtLeast ? '+' : ''}`,
    late: withheldLate(desk.withheld.late),
    waiting: waiting(desk.waiting),
    review: dueReview(desk.waiting),
  };
}

/** Every order of the month stands in one of the figures after the first. */
function figures({ created, solved, unrated, unreachable, unsolved }: DeskView['month']): Desk['figures'] {
  const underWay = created - solved - unrated - unreachable - unsolved;
  const one = (figure: keyof typeof deskFigures, count: number, tone = 'plain'): DeskFigure => ({
    ...{ figure, value: String(count), text: deskFigures[figure], tone },
  });
  return [
    one('created', created),
    one('solved', solved, 'good'),
    one('underWay', underWay),
    one('unrated', unrated),
    ...(unreachable > 0 ? [one('unreachable', unreachable)] : []),
    one('unsolved', unsolved, 'red'),
  ];
}

export function desk(view: DeskView): Desk {
  return {
    ...today(view),
    until: untilLine(view.month.until),
    month: view.months[view.months.length - 1]?.month ?? '',
    figures: figures(view.month),
    bars: bars(view.months),
    inWords: barsInWords(view.months),
    vacancies: view.vacancies ?? 0,
    quota: quotaLine(view.quotas),
  };
}
