/** A community's month as the page draws it. */
import type { BriefView, OrderFigure, ShareView } from '../../../contracts/brief';
import type { Choice } from '../../../text/choice';
import * as text from '../text/brief';

interface FigureRow {
  readonly figure: OrderFigure;
  readonly name: string;
  readonly how: string;
  readonly value: string;
  readonly tone: string;
}

interface Fact {
  readonly name: string;
  readonly line: string;
}

/** A number with how it is counted and what opens it: the list of a figure's orders, the activities, the books. */
interface CountedFact extends Fact {
  readonly how: string;
  readonly figure: OrderFigure | '';
  readonly open: 'openFigure' | 'openActivities' | 'openBooks';
}

interface ShareRow extends Fact {
  readonly key: string;
  /** Widths in per cent of the largest row. */
  readonly solved: number;
  readonly rest: number;
}

interface Table {
  readonly title: string;
  readonly how: string;
  /** Which handler opens a row's list. */
  readonly open: 'openGrid' | 'openCategory';
  readonly rows: readonly ShareRow[];
}

export interface Brief {
  readonly month: string;
  readonly months: readonly Choice[];
  readonly title: string;
  readonly until: string;
  readonly figures: readonly FigureRow[];
  readonly times: readonly CountedFact[];
  readonly tables: readonly Table[];
  readonly others: readonly CountedFact[];
  readonly words: readonly string[];
}

/** These stand there in any case; the others where they count something. */
const always: readonly OrderFigure[] = ['created', 'solved', 'unrated', 'unsolved', 'urgent', 'urgentSolved'];
/** Whose orders a time is measured over. */
const timeFigures = { accept: 'accepted', close: 'solved' } as const satisfies Record<string, OrderFigure>;
/** Their number stands beside a time and the stars. */
const elsewhere: readonly OrderFigure[] = ['accepted', 'rated'];
const tones: Readonly<Partial<Record<OrderFigure, string>>> = { solved: 'good', unsolved: 'red' };

export function brief(view: BriefView): Brief {
  const { month, months, until, words } = view;
  return {
    month,
    months: months.map((value) => ({ value, text: text.monthTitle(value) })),
    title: text.monthTitle(month),
    until: text.untilLine(until),
    figures: figureRows(view),
    times: (['accept', 'close'] as const).map((name) => {
      const times = view[name];
      return counted(text.timeNames[name], times ? text.timesLine(times) : text.noTimes, timeFigures[name]);
    }),
    tables: [
      { ...text.tableWords.grids, open: 'openGrid' as const, rows: shareRows(view.grids) },
      { ...text.tableWords.categories, open: 'openCategory' as const, rows: shareRows(view.categories) },
    ].filter(({ rows }) => rows.length > 0),
    others: others(view),
    words,
  };
}

function figureRows({ orders }: BriefView): readonly FigureRow[] {
  const names = Object.keys(text.figureWords).filter((name): name is OrderFigure => name in orders);
  return names
    .filter((figure) => !elsewhere.includes(figure) && (always.includes(figure) || orders[figure] > 0))
    .map((figure) => ({
      figure,
      ...text.figureWords[figure],
      value: String(orders[figure]),
      tone: tones[figure] ?? '',
    }));
}

function shareRows(shares: readonly ShareView[]): readonly ShareRow[] {
  const most = Math.max(1, ...shares.map(({ created }) => created ?? 0));
  return shares.map(({ key, name, created, solved }) => ({
    key,
    name,
    line: text.shareLine(created, solved),
    solved: Math.round(((solved ?? 0) / most) * 100),
    rest: Math.round((((created ?? 0) - (solved ?? 0)) / most) * 100),
  }));
}

function counted(name: string, line: string, figure: OrderFigure, how = text.figureHow(figure)): CountedFact {
  return { name, line, how, figure, open: 'openFigure' };
}

function others({ helpers, rating, activities, points }: BriefView): readonly CountedFact[] {
  const { held, present } = activities;
  return [
    counted(text.helperName, String(helpers), 'solved', text.helperHow),
    ...(rating ? [counted(text.ratingName, text.ratingLine(rating.average, rating.of), 'rated', text.ratingHow)] : []),
    {
      ...{ name: text.activityName, line: text.activityLine(held, present), how: text.activityHow },
      ...({ figure: '', open: 'openActivities' } as const),
    },
    ...points.map(({ unit, given, undone }): CountedFact => ({
      ...{ name: text.pointName(unit), line: text.pointLine(given, undone), how: text.pointHow },
      ...{ figure: '', open: 'openBooks' },
    })),
  ];
}
