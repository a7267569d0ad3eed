import type { Tapped } from '../../../page/events';
import { loadingPage, type PageData } from '../../../page/page-data';
import { record } from '../../../page/record';
import { routes } from '../../../routes';
import * as findings from '../services/finding';
import { nowMs } from '../../../services/platform/clock';
import { countedLine } from '../text/findings';
import { countRows, type CountRow } from '../views/finding-rows';

interface Data extends PageData {
  rows: readonly CountRow[];
  counted: string;
}

const data: Data = { ...loadingPage(), rows: [], counted: '' };

const counts = record({
  read: () => findings.getCounts(),
  draw: (answer): Partial<Data> => ({
    rows: countRows(answer.counts, answer.countedAt),
    counted: countedLine(answer.countedAt, nowMs()),
  }),
  refreshOnShow: true,
});

/** What is still to be put right in the community, by kind; each leads to its list. */
Page({
  data,
  ...counts,
  open(event: Tapped<{ kind: string }>) {
    wx.navigateTo({ url: routes.findings(event.currentTarget.dataset.kind) });
  },
});
