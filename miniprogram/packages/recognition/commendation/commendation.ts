import type { CommendationView } from '../../../contracts/recognition';
import type { Chosen, Emitted, Tapped } from '../../../page/events';
import { loadingPage, type PageData } from '../../../page/page-data';
import { parameters, type PageWithParameters } from '../../../page/parameters';
import { record } from '../../../page/record';
import { closedSheet, sheetHandlers, type SheetData } from '../../../page/sheet';
import { showToast } from '../../../page/toast';
import { routes } from '../../../routes';
import type { ReasonInput } from '../../../services/moves';
import * as recognition from '../services/recognition';
import { nameApart } from '../../../text/person/name-apart';
import type { Choice } from '../../../text/choice';
import type { SheetContent } from '../../../text/sheet';
import {
  approvedResult,
  approveSheet,
  commendationState,
  commendationTitle,
  commendedLine,
  lackingLine,
  leftOutLine,
  ruleLine,
} from '../text/commendation';
import { periodTitle } from '../text/periods';

interface CommendedRow {
  readonly personId: string;
  readonly name: string;
  readonly line: string;
  /** The secretary leaves them out. */
  readonly isOut: boolean;
}

interface Data extends PageData, SheetData<SheetContent> {
  periods: readonly Choice[];
  period: string;
  title: string;
  rule: string;
  state: string;
  missing: string;
  leftOut: string;
  people: readonly CommendedRow[];
  mayApprove: boolean;
  sheetProblem: string;
}

const data: Data = {
  ...loadingPage(),
  ...closedSheet,
  sheet: approveSheet(0, 0),
  periods: [],
  period: '',
  title: '',
  rule: '',
  state: '',
  missing: '',
  leftOut: '',
  people: [],
  mayApprove: false,
  sheetProblem: '',
};

interface CommendationPage extends PageWithParameters {
  /** The one that was chosen; '' for the newest. */
  chosen: string;
  digest: string;
}

function drawList(view: CommendationView, page: CommendationPage): Partial<Data> {
  page.digest = view.digest;
  return {
    period: view.period,
    title: commendationTitle(view.period),
    rule: ruleLine(view.rule),
    state: commendationState(view),
    missing: lackingLine(view.missing),
    leftOut: leftOutLine(view),
    people: view.people.map((one) => ({
      personId: one.personId,
      name: nameApart(one),
      line: commendedLine(one),
      isOut: false,
    })),
    mayApprove: view.mayApprove,
  };
}

const shown = record({
  read: (page: CommendationPage) => recognition.getCommendation(page.chosen, parameters(page)['branchId'] ?? ''),
  draw: ({ periods, commendation }, page): Partial<Data> => ({
    phase: commendation ? 'ready' : 'empty',
    periods: periods.map((period) => ({ value: period, text: periodTitle(period) })),
    ...(commendation && drawList(commendation, page)),
  }),
});

/** Who is commended for a month or a year of the branch (S3-10); the secretary approves what the rule drafted. */
Page({
  data,
  ...shown,
  ...sheetHandlers,
  chosen: '',
  digest: '',
  async choose({ detail }: Chosen) {
    this.chosen = detail.value;
    this.setData({ period: detail.value });
    await this.load();
  },
  openRanking() {
    wx.navigateTo({ url: routes.ranking });
  },
  leaveOut(event: Tapped<{ person: string }>) {
    const { person } = event.currentTarget.dataset;
    const people = this.data.people.map((one) => (one.personId === person ? { ...one, isOut: !one.isOut } : one));
    this.setData({ people });
  },
  approve() {
    const out = this.data.people.filter(({ isOut }) => isOut).length;
    this.setData({
      sheet: approveSheet(this.data.people.length - out, out),
      sheetVisible: true,
      sheetProblem: '',
    });
  },
  async submitReason({ detail: { words } }: Emitted<ReasonInput>) {
    const leftOut = this.data.people.filter(({ isOut }) => isOut).map(({ personId }) => personId);
    const reply = await this.submitSheet(
      () => recognition.approveCommendation(this.data.period, this.digest, leftOut, words),
      (view) => drawList(view, this),
    );
    if (reply.ok) showToast(approvedResult);
  },
});
