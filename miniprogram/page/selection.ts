/**
 * Several lines of a list at once, as an office does it: each is sent and answered by itself, and what failed is named
 * and stays chosen, to be sent again. Spread into a page beside `pagedList`.
 */
import type { Reply } from '../contracts/error';
import { refusalOf } from '../text/errors';
import type { Selectable, SelectionFailure } from '../views/selection';
import type { Chosen, Tapped } from './events';

export interface SelectionData {
  selecting: boolean;
  /** By `selectId`. */
  selected: Readonly<Record<string, boolean>>;
  selectedCount: number;
  sending: boolean;
  failures: readonly SelectionFailure[];
}

export const noSelection: SelectionData = {
  selecting: false,
  selected: {},
  selectedCount: 0,
  sending: false,
  failures: [],
};

interface SelectionPage<Line extends Selectable = Selectable> {
  data: SelectionData & { lines: readonly Line[] };
  setData(change: object): void;
  goTo(target: 'here', extra?: object): Promise<void>;
}

const selectable = ({ selectId }: Selectable): boolean => selectId !== '';

const choiceOf = (ids: readonly string[]): Pick<SelectionData, 'selected' | 'selectedCount'> => ({
  selected: Object.fromEntries(ids.map((id) => [id, true])),
  selectedCount: ids.length,
});

const selectedLines = <Line extends Selectable>({ lines, selected }: SelectionPage<Line>['data']): readonly Line[] =>
  lines.filter((line) => selectable(line) && selected[line.selectId] === true);

export const selectionHandlers = {
  startSelection(this: SelectionPage): void {
    this.setData({ ...noSelection, selecting: true });
  },
  leaveSelection(this: SelectionPage): void {
    if (!this.data.sending) this.setData(noSelection);
  },
  toggleSelected(this: SelectionPage, event: Chosen<boolean> & Tapped<{ id: string }>): void {
    const { id } = event.currentTarget.dataset;
    const others = selectedLines(this.data).map(({ selectId }) => selectId);
    this.setData(choiceOf(others.includes(id) ? others.filter((other) => other !== id) : [...others, id]));
  },
  /** All that stand on the page. */
  selectAll(this: SelectionPage): void {
    this.setData(choiceOf(this.data.lines.filter(selectable).map(({ selectId }) => selectId)));
  },
};

/**
 * Sends what is chosen, one after the other, then reads the list again. Without a connection the rest is not tried.
 * @returns how many were done
 */
export async function sendSelected<Line extends Selectable>(
  page: SelectionPage<Line>,
  send: (line: Line) => Promise<Reply<unknown>>,
): Promise<number> {
  const lines = selectedLines(page.data);
  page.setData({ sending: true, failures: [] });
  const failures: SelectionFailure[] = [];
  let lost: string | undefined;
  for (const line of lines) {
    const reply: Reply<unknown> = lost === undefined ? await send(line) : { ok: true, data: undefined };
    if (!reply.ok && reply.code === 'NETWORK') lost = refusalOf(reply);
    const problem = lost ?? (reply.ok ? undefined : refusalOf(reply));
    if (problem !== undefined) failures.push({ id: line.selectId, name: line.selectName, problem });
  }
  const left = choiceOf(failures.map(({ id }) => id));
  await page.goTo('here', { ...left, failures, sending: false, selecting: failures.length > 0 });
  return lines.length - failures.length;
}
