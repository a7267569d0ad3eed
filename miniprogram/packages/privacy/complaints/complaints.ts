import { complaintLists, type ComplaintList } from '../../../contracts/complaint';
import type { Chosen, Emitted, Tapped } from '../../../page/events';
import { loadingLines, loadingList, pagedList, type ListData } from '../../../page/paged-list';
import { parameters, type PageWithParameters } from '../../../page/parameters';
import { closedSheet, sheetHandlers, type SheetData } from '../../../page/sheet';
import { showToast } from '../../../page/toast';
import type { ReasonInput } from '../../../services/moves';
import type { Choice } from '../../../text/choice';
import type { SheetContent } from '../../../text/sheet';
import * as complaint from '../services/complaint';
import { answeredComplaint, answerSheet, listChoices } from '../text/complaint';
import { complaintRow, type ComplaintRow } from '../views/complaint-row';

interface Data extends ListData<ComplaintRow>, SheetData<SheetContent> {
  lists: readonly Choice<ComplaintList>[];
  list: ComplaintList;
  /** The reader answers complaints. */
  receives: boolean;
  sheetProblem: string;
}

const data: Data = {
  ...loadingList(),
  ...closedSheet,
  sheet: answerSheet,
  lists: listChoices,
  list: 'own',
  receives: false,
  sheetProblem: '',
};

const listed = (named: string | undefined): ComplaintList => complaintLists.find((one) => one === named) ?? 'own';

interface ComplaintsPage extends PageWithParameters {
  data: Data;
  list: ComplaintList | '';
}

const unasked = (): ComplaintList | '' => '';

const complaints = pagedList({
  read(page: ComplaintsPage, cursor) {
    const list = page.list === '' ? listed(parameters(page)['list']) : page.list;
    page.list = list;
    return complaint.list(list, cursor);
  },
  draw: (answer, { list }) => ({
    ...{ lines: answer.complaints.map(complaintRow), receives: answer.receives },
    list: listed(list),
  }),
});

/** What one complained about, and what one is to answer. */
Page({
  data,
  ...complaints,
  ...sheetHandlers,
  complaintId: '',
  /** Which list is read; '' until the address was. */
  list: unasked(),
  choose({ detail }: Chosen) {
    const list = listed(detail.value);
    this.list = list;
    this.setData({ ...loadingLines, list });
    void this.goTo('first');
  },
  ask(event: Tapped<{ complaint: string }>) {
    this.complaintId = event.currentTarget.dataset.complaint;
    this.setData({ sheetVisible: true, sheetProblem: '' });
  },
  async submitReason({ detail: { words } }: Emitted<ReasonInput>) {
    const reply = await this.submitSheet(
      () => complaint.answer(this.complaintId, words),
      () => ({}),
    );
    if (!reply.ok) return;
    await this.goTo('here');
    showToast(answeredComplaint);
  },
});
