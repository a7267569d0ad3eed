import type { StarView } from '../../../contracts/star';
import type { Tapped } from '../../../page/events';
import { loadingPage, type PageData } from '../../../page/page-data';
import { record } from '../../../page/record';
import { showToast } from '../../../page/toast';
import { routes } from '../../../routes';
import * as recognition from '../services/recognition';
import { nameApart } from '../../../text/person/name-apart';
import { hiddenResult } from '../text/ranking';
import { decidedResult, finalistLine, starRule, starState, starTitle, votedResult } from '../text/star';

interface FinalistRow {
  readonly personId: string;
  readonly name: string;
  readonly line: string;
  readonly isChosen: boolean;
}

interface Data extends PageData {
  title: string;
  state: string;
  rule: string;
  finalists: readonly FinalistRow[];
  mayVote: boolean;
  mayDecide: boolean;
  /** The reader is among those who may be chosen. */
  isOn: boolean;
}

const data: Data = {
  ...loadingPage(),
  ...{ title: '', state: '', rule: '' },
  ...{ finalists: [], mayVote: false, mayDecide: false, isOn: true },
};

interface StarPage {
  month: string;
}

function draw(view: StarView, page: StarPage): Partial<Data> {
  page.month = view.month;
  return {
    phase: view.state === undefined ? 'empty' : 'ready',
    title: starTitle(view),
    state: starState(view),
    rule: starRule(view),
    finalists: view.finalists.map((one) => ({
      personId: one.personId,
      name: nameApart(one),
      line: finalistLine(one),
      isChosen: one.personId === view.votedFor,
    })),
    mayVote: view.mayVote,
    mayDecide: view.mayDecide,
    isOn: !view.hidden.includes('star'),
  };
}

const shown = record({ read: (_page: StarPage) => recognition.getStar(''), draw });

/** The star of service of the month before: by a rule that anybody can recompute, and by residents' votes. */
Page({
  data,
  ...shown,
  month: '',
  async vote(event: Tapped<{ person: string }>) {
    const { person } = event.currentTarget.dataset;
    const reply = await this.submit(() => recognition.vote(this.month, person), { draw: (view) => draw(view, this) });
    if (reply.ok) showToast(votedResult);
  },
  async decide() {
    const reply = await this.submit(() => recognition.decideStar(this.month), { draw: (view) => draw(view, this) });
    if (reply.ok) showToast(decidedResult);
  },
  async toggle() {
    const hidden = this.data.isOn;
    const reply = await this.submit(() => recognition.saveChoice('star', hidden), {
      draw: (view) => ({ isOn: !view.hidden.includes('star') }),
    });
    if (reply.ok) showToast(hiddenResult(hidden));
  },
  openInputs() {
    wx.navigateTo({ url: routes.starInputs(this.month) });
  },
});
