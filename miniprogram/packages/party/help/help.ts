import type { HelpPerson } from '../../../contracts/help';
import type { Tapped } from '../../../page/events';
import { loadingPage, type PageData } from '../../../page/page-data';
import { record } from '../../../page/record';
import { routes } from '../../../routes';
import * as help from '../services/help';
import { nameApart } from '../../../text/person/name-apart';
import { helpRule } from '../text/help';
import { caseRow, visitRow, type HelpRow } from '../views/help-rows';

interface Data extends PageData {
  rule: string;
  visits: readonly HelpRow[];
  cases: readonly HelpRow[];
  /** Whom a new case may be about; empty for who may open none. */
  members: readonly HelpPerson[];
  choosing: boolean;
}

const data: Data = { ...loadingPage(), rule: helpRule, visits: [], cases: [], members: [], choosing: false };

const shown = record({
  read: () => help.list(),
  draw: (answer): Partial<Data> => ({
    phase: answer.visits.length + answer.cases.length + answer.members.length === 0 ? 'empty' : 'ready',
    visits: answer.visits.map(visitRow),
    cases: answer.cases.map(caseRow),
    members: answer.members.map((one) => ({ personId: one.personId, name: nameApart(one) })),
  }),
  refreshOnShow: true,
});

/** Whom the branch visits at home, and whom it helps (S3-06). */
Page({
  data,
  ...shown,
  openMember(event: Tapped<{ person: string }>) {
    wx.navigateTo({ url: routes.helpMember(event.currentTarget.dataset.person) });
  },
  choose() {
    this.setData({ choosing: true });
  },
});
