import { loadingPage, type PageData } from '../../../page/page-data';
import { record } from '../../../page/record';
import { nowMs } from '../../../services/platform/clock';
import * as reviews from '../services/review';
import { monthAfter, thisMonth } from '../text/months';
import { noPatterns, partialLine, patternRule } from '../text/patterns';
import { monthTitle } from '../text/reviews';
import { branchCard, type BranchCard } from '../views/pattern-rows';

interface Data extends PageData {
  title: string;
  rule: string;
  none: string;
  branches: readonly BranchCard[];
  /** There was more than one call looks through; '' else. */
  partial: string;
  hasNext: boolean;
}

const data: Data = {
  ...loadingPage(),
  title: '',
  rule: patternRule,
  none: noPatterns,
  branches: [],
  partial: '',
  hasNext: false,
};

const shown = record({
  read: (page: { month: string }) => reviews.getPatterns(page.month || thisMonth(nowMs())),
  draw: ({ month, branches, isPartial }): Partial<Data> => ({
    title: monthTitle(month),
    branches: branches.map(branchCard),
    partial: isPartial ? partialLine : '',
    hasNext: month < thisMonth(nowMs()),
  }),
});

/** What of a month somebody who inspects the books may want to look at; nobody is accused by it. */
Page({
  data,
  ...shown,
  /** Chosen on the page; '' for this one. */
  month: '',
  isTurning: false,
  before() {
    void this.turn(-1);
  },
  after() {
    void this.turn(1);
  },
  async turn(months: number) {
    if (this.isTurning) return;
    this.month = monthAfter(this.month || thisMonth(nowMs()), months);
    this.isTurning = true;
    await this.load();
    this.isTurning = false;
  },
});
