import type { GridView } from '../../../contracts/place';
import type { Emitted, Tapped } from '../../../page/events';
import { loadingPage, type PageData } from '../../../page/page-data';
import { record } from '../../../page/record';
import { routes } from '../../../routes';
import * as places from '../../../services/place';
import { nowMs } from '../../../services/platform/clock';
import { countedLine, undrawnLine } from '../text/grids';
import { gridAreas, gridMarks, type GridAreas, type GridMarks } from '../views/grid-map';
import { gridRow, type GridRow } from '../views/grid-rows';

interface Data extends PageData, GridAreas, GridMarks {
  rows: readonly GridRow[];
  counted: string;
  undrawn: string;
  /** Whether the reader keeps the places, and goes on to a grid's own page. */
  mine: boolean;
}

const data: Data = {
  ...loadingPage(),
  ...gridAreas([]),
  ...gridMarks([]),
  rows: [],
  counted: '',
  undrawn: '',
  mine: false,
};

interface GridsPage {
  grids: readonly GridView[];
  setData(change: object): void;
}
const noGrids: readonly GridView[] = [];

const listed = record({
  read: (_page: GridsPage) => places.listGrids(),
  draw({ grids, countedAt, mine }, page): Partial<Data> {
    page.grids = grids;
    return {
      phase: grids.length === 0 ? 'empty' : 'ready',
      ...gridAreas(grids),
      rows: grids.map(gridRow),
      mine,
      counted: countedLine(countedAt, nowMs()),
      undrawn: undrawnLine(grids.filter(({ boundary }) => boundary.length === 0).length, mine),
    };
  },
  /** The list in one setData, what is drawn upon the areas in a second. */
  afterLoad: (page) => page.setData(gridMarks(page.grids)),
});

/** The grids of the community on the map, in their colours, and the same in words. */
Page({
  data,
  ...listed,
  grids: noGrids,
  open(event: Tapped<{ id: string }>) {
    this.openPlace(event.currentTarget.dataset.id);
  },
  openMarker(event: Emitted<{ markerId: number }>) {
    const grid = this.grids[event.detail.markerId];
    if (grid) this.openPlace(grid.placeId);
  },
  openPlace(placeId: string) {
    if (this.data.mine) wx.navigateTo({ url: routes.places(placeId) });
  },
});
