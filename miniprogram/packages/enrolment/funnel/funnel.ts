import { loadingPage, type PageData } from '../../../page/page-data';
import { record } from '../../../page/record';
import * as enrolments from '../../../services/enrolment';
import { funnelRows, type FunnelRow } from '../views/funnel-row';

interface Data extends PageData {
  rows: readonly FunnelRow[];
  grids: readonly {
    readonly gridId: string;
    readonly name: string;
    readonly colour: string;
    readonly enrolled: number;
  }[];
}

const data: Data = { ...loadingPage(), rows: [], grids: [] };

const funnel = record({
  read: () => enrolments.getFunnel(),
  draw: (view) => ({
    rows: funnelRows(view),
    grids: view.grids.map(({ gridId, name, colour = '', enrolled }) => ({ gridId, name, colour, enrolled })),
  }),
});

/** By which way members came, how far they got, and how many each grid has. */
Page({ data, ...funnel });
