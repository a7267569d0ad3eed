import { travelModes, type TravelMode } from '../../../contracts/distance';
import type { Chosen } from '../../../page/events';
import { loadingPage, type PageData } from '../../../page/page-data';
import { record } from '../../../page/record';
import * as sites from '../services/site';
import { modeChoices, timeChoices } from '../text/sites';
import { gapView, noGap, type GapView } from '../views/gap';

interface Question {
  mode: TravelMode;
  at: 'day' | 'night';
}

interface Data extends PageData, GapView, Question {
  modes: typeof modeChoices;
  times: typeof timeChoices;
}

const data: Data = {
  ...loadingPage(),
  ...noGap,
  modes: modeChoices,
  times: timeChoices,
  mode: 'ebike',
  at: 'day',
};

interface GapPage {
  readonly data: Readonly<Question>;
}

/** For planners: where the fifteen minutes do not reach, and where the next station helps most. */
Page({
  data,
  ...record({
    read: ({ data: { mode, at } }: GapPage) => sites.getCircle(mode, at),
    draw: gapView,
  }),
  chooseMode(event: Chosen) {
    const mode = travelModes.find((known) => known === event.detail.value);
    if (mode !== undefined) this.setData({ mode });
    void this.load();
  },
  chooseTime(event: Chosen) {
    this.setData({ at: event.detail.value === 'night' ? 'night' : 'day' });
    void this.load();
  },
});
