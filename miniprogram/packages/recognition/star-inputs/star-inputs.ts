import type { Chosen } from '../../../page/events';
import { loadingLines, loadingList, pagedList, type ListData } from '../../../page/paged-list';
import { parameters, type PageWithParameters } from '../../../page/parameters';
import * as recognition from '../services/recognition';
import { inputChoices, inputLine } from '../text/star';

interface InputRow {
  readonly inputId: string;
  readonly line: string;
}

interface Data extends ListData<InputRow> {
  choices: typeof inputChoices;
  of: 'services' | 'votes';
}

const data: Data = { ...loadingList(), choices: inputChoices, of: 'services' };

const inputs = pagedList({
  read: (page: PageWithParameters & { data: Data }, cursor) =>
    recognition.listStarInputs(parameters(page).month ?? '', page.data.of, cursor),
  draw: (view, { data: { of } }) => ({
    lines: view.inputs.map((one) => ({ inputId: one.inputId, line: inputLine(one, of) })),
  }),
});

/** All that a month's star follows from, by keys that name nobody (S2-22). */
Page({
  data,
  ...inputs,
  choose({ detail }: Chosen) {
    this.setData({ ...loadingLines, of: detail.value === 'votes' ? 'votes' : 'services' });
    void this.goTo('first');
  },
});
