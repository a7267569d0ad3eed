import type { SetupStep } from '../../../contracts/setup';
import type { Tapped } from '../../../page/events';
import { loadingPage, type PageData } from '../../../page/page-data';
import { record } from '../../../page/record';
import { setupRoutes } from '../../../routes';
import * as setup from '../services/setup';
import { progressLine, stepLine, stepTitles } from '../text/setup';

interface StepRow {
  readonly step: SetupStep;
  readonly title: string;
  readonly line: string;
  readonly isDone: boolean;
}

interface Data extends PageData {
  communityName: string;
  line: string;
  rows: readonly StepRow[];
}

const data: Data = { ...loadingPage(), communityName: '', line: '', rows: [] };

const progress = record({
  read: () => setup.getProgress(),
  draw: ({ communityName, steps }) => ({
    communityName,
    line: progressLine(steps.filter(({ isDone }) => isDone).length, steps.length),
    rows: steps.map(({ step, isDone, missing }) => ({
      step,
      title: stepTitles[step],
      line: stepLine(step, isDone, missing),
      isDone,
    })),
  }),
  refreshOnShow: true,
});

/** What a new community still needs; each step leads to the page that does it, and can be left and resumed. */
Page({
  data,
  ...progress,
  openStep(event: Tapped<{ step: SetupStep }>) {
    wx.navigateTo({ url: setupRoutes[event.currentTarget.dataset.step] });
  },
});
