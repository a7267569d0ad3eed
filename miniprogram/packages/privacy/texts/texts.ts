import { textLists, type OwnTextView, type TextList } from '../../../contracts/privacy';
import type { Chosen, Tapped } from '../../../page/events';
import { loadingLines, loadingList, pagedList, type ListData } from '../../../page/paged-list';
import { submitTo } from '../../../page/submit';
import { showToast } from '../../../page/toast';
import type { Choice } from '../../../text/choice';
import * as privacy from '../services/privacy';
import { blackedOutText, textChoices } from '../text/own-texts';
import { textKey, textRow, type TextRow } from '../views/text-row';

interface Data extends ListData<TextRow> {
  lists: readonly Choice<TextList>[];
  list: TextList;
  /** The text whose button was tapped once; '' for none. */
  asking: string;
  busy: boolean;
  sheetProblem: string;
}

interface TextsPage {
  data: Data;
  views: readonly OwnTextView[];
}

const data: Data = {
  ...loadingList(),
  lists: textChoices,
  list: 'asked',
  asking: '',
  busy: false,
  sheetProblem: '',
};

const noViews: readonly OwnTextView[] = [];

const texts = pagedList({
  read: (page: TextsPage, cursor) => privacy.listTexts(page.data.list, cursor),
  draw(answer, page) {
    page.views = answer.texts;
    return { lines: answer.texts.map(textRow), asking: '' };
  },
});

/** What one wrote anywhere, each to be blacked out for good. */
Page({
  data,
  ...texts,
  views: noViews,
  choose({ detail }: Chosen) {
    const list = textLists.find((one) => one === detail.value) ?? 'asked';
    this.setData({ ...loadingLines, list, asking: '', sheetProblem: '' });
    void this.goTo('first');
  },
  ask(event: Tapped<{ key: string }>) {
    this.setData({ asking: event.currentTarget.dataset.key, sheetProblem: '' });
  },
  async blackOut(event: Tapped<{ key: string }>) {
    const found = this.views.find((view) => textKey(view) === event.currentTarget.dataset.key);
    if (!found || this.data.busy) return;
    const { source, id, part } = found;
    const draw = () => ({ asking: '' });
    const reply =
      source === 'order'
        ? await submitTo(this, 'sheetProblem', () => privacy.blackOutWords(id, part), { draw })
        : await submitTo(this, 'sheetProblem', () => privacy.blackOut(source, id), { draw });
    if (!reply.ok) return;
    await this.goTo('here');
    showToast(blackedOutText);
  },
});
