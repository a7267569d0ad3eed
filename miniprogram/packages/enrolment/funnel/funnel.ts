import { loadingPage, type PageData } from '../../../page/page-data';
import { record } from '../../../page/record';
import { routes } from '../../../routes';
import * as enrolments from '../services/enrolment';
import { centresLine } from '../text/hours';
import { funnelRows, type FunnelRow } from '../views/funnel-row';

interface Data extends PageData {
  rows: readonly FunnelRow[];
  centres: string;
  grids: readonly {
    readonly gridId: string;
    readonly name: string;
    readonly colour: string;
    readonly enrolled: number;
  }[];
}

const data: Data = { ...loadingPage(), rows: [], centres: '', grids: [] };

const funnel = record({
  read: () => enrolments.getFunnel(),
  draw: (view) => ({
    rows: funnelRows(view),
    centres: centresLine(view.centres),
    grids: view.grids.map(({ gridId, name, colour = '', enrolled }) => ({ gridId, name, colour, enrolled })),
  }),
});

/** By which way members came, how far they got, and how many each grid has. */
Page({
  data,
  ...funnel,
  openCentres() {
    wx.navigateTo({ url: routes.centres });
  },
});
