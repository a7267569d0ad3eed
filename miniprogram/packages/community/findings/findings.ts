import { findingKinds } from '../../../contracts/finding';
import type { Tapped } from '../../../page/events';
import { loadingList, pagedList, type ListData } from '../../../page/paged-list';
import { parameters, type PageWithParameters } from '../../../page/parameters';
import { noSelection, selectionHandlers, sendSelected, type SelectionData } from '../../../page/selection';
import { routes } from '../../../routes';
import * as findings from '../services/finding';
import * as posts from '../../../services/post';
import type { Choice } from '../../../text/choice';
import { refusal } from '../../../text/errors';
import { showToast } from '../../../page/toast';
import { findingTexts, settledLine, settledTogether, togetherActions } from '../text/findings';
import { findingRow, type FindingRow } from '../views/finding-rows';

interface Data extends ListData<FindingRow>, SelectionData {
  /** More than one on the page may be chosen. */
  maySelect: boolean;
  together: readonly Choice[];
  title: string;
  line: string;
}

const data: Data = {
  ...loadingList(),
  ...noSelection,
  maySelect: false,
  together: togetherActions,
  title: '',
  line: '',
};

const kindOf = (page: PageWithParameters) =>
  findingKinds.find((kind) => kind === parameters(page)['kind']) ?? 'vacancy';

const listed = pagedList({
  read: (page: PageWithParameters, cursor) => findings.list(kindOf(page), cursor),
  draw(answer, page) {
    const lines = answer.findings.map(findingRow);
    const maySelect = lines.filter(({ selectId }) => selectId !== '').length > 1;
    return { lines, maySelect, ...findingTexts[kindOf(page)] };
  },
});

/** What is to be put right of one kind; a tap leads to where it is done. */
Page({
  data,
  ...listed,
  ...selectionHandlers,
  open(event: Tapped<{ id: string }>) {
    const row = this.data.lines.find(({ findingId }) => findingId === event.currentTarget.dataset.id);
    if (!row) return;
    if (row.personId === '') wx.navigateTo({ url: this.repairOf(row) });
    else this.chooseHome(row.personId);
  },
  repairOf({ placeId, orderId, title }: FindingRow): string {
    const kind = kindOf(this);
    if (kind === 'shopWithoutGrid') return routes.places(placeId);
    if (kind === 'placeWithoutCard') return routes.cardsAt(placeId, title);
    if (kind === 'sectionWithoutTeam') return routes.teamFor(placeId, title);
    if (kind === 'teamIncomplete') return routes.teams;
    return orderId === '' ? routes.posts(placeId) : routes.trail(orderId);
  },
  chooseHome(personId: string) {
    const chosen = ({ placeId }: { placeId: string }): void => void this.settle(personId, placeId);
    wx.navigateTo({ url: routes.choosePlace(), events: { chosen } });
  },
  /** All of them live in the place that is chosen next. */
  sendTogether() {
    const chosen = ({ placeId }: { placeId: string }): void => void this.settleChosen(placeId);
    wx.navigateTo({ url: routes.choosePlace(), events: { chosen } });
  },
  async settleChosen(placeId: string) {
    if (this.data.sending) return;
    const done = await sendSelected(this, ({ personId }) => posts.settle(personId, placeId));
    if (done > 0) showToast(settledTogether(done));
  },
  async settle(personId: string, placeId: string) {
    const reply = await posts.settle(personId, placeId);
    showToast(reply.ok ? settledLine : refusal(reply.code));
  },
});
