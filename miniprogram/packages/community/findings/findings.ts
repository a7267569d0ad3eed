import { findingKinds } from '../../../contracts/finding';
import type { Tapped } from '../../../page/events';
import { loadingList, pagedList, type ListData } from '../../../page/paged-list';
import { parameters, type PageWithParameters } from '../../../page/parameters';
import { routes } from '../../../routes';
import * as findings from '../../../services/finding';
import { findingTexts } from '../text/findings';
import { findingRow, type FindingRow } from '../views/finding-rows';

interface Data extends ListData<FindingRow> {
  title: string;
  line: string;
}

const data: Data = { ...loadingList(), title: '', line: '' };

const kindOf = (page: PageWithParameters) =>
  findingKinds.find((kind) => kind === parameters(page)['kind']) ?? 'vacancy';

const listed = pagedList({
  read: (page: PageWithParameters, cursor) => findings.list(kindOf(page), cursor),
  draw: (answer, page) => ({ lines: answer.findings.map(findingRow), ...findingTexts[kindOf(page)] }),
});

/** What is to be put right of one kind; a tap leads to where it is done. */
Page({
  data,
  ...listed,
  open(event: Tapped<{ id: string }>) {
    const row = this.data.lines.find(({ findingId }) => findingId === event.currentTarget.dataset.id);
    if (row) wx.navigateTo({ url: this.repairOf(row) });
  },
  repairOf({ placeId, orderId }: FindingRow): string {
    const kind = kindOf(this);
    if (kind === 'shopWithoutGrid') return routes.places(placeId);
    if (kind === 'placeWithoutCard') return routes.cards;
    if (orderId !== '') return routes.trail(orderId);
    return kind === 'personWithoutGrid' ? routes.places() : routes.posts(placeId);
  },
});
