import type { Gcj02Point } from '../../../contracts/distance';
import { limits } from '../../../contracts/limits';
import type { GridView } from '../../../contracts/place';
import type { Emitted } from '../../../page/events';
import { loadingPage, type PageData } from '../../../page/page-data';
import { parameters, type PageWithParameters } from '../../../page/parameters';
import { record } from '../../../page/record';
import { goBackWithToast } from '../../../page/toast';
import { noteMarked } from '../../../page/unsaved';
import * as places from '../../../services/place';
import { refusalOf } from '../../../text/errors';
import { boundaryProblems, boundarySaved } from '../text/boundary';
import { boundaryView, startOf, type DrawnBoundary } from '../views/boundary';

interface Data extends PageData, DrawnBoundary, Gcj02Point {
  name: string;
  colour: string;
  points: readonly Gcj02Point[];
  busy: boolean;
}

const data: Data = {
  ...loadingPage(),
  ...boundaryView([], undefined, []),
  ...startOf([]),
  name: '',
  colour: '',
  busy: false,
};

interface BoundaryPage extends PageWithParameters {
  data: Data;
  own: GridView | null;
  corners: readonly Gcj02Point[];
  others: readonly GridView[];
  isChanged: boolean;
  drawn(): object;
}

const noGrid = (): BoundaryPage['own'] => null;
const noCorners: readonly Gcj02Point[] = [];
const noGrids: readonly GridView[] = [];
const placeIdOf = (page: PageWithParameters): string => parameters(page)['placeId'] ?? '';

const grid = record({
  read: (page: BoundaryPage) => places.listGrids(placeIdOf(page)),
  draw({ grids }, page) {
    const own = grids.find(({ placeId }) => placeId === placeIdOf(page)) ?? null;
    page.own = own;
    page.corners = own?.boundary ?? [];
    page.others = grids.filter((one) => one !== own);
    const shown = own ? { name: own.name, colour: own.colour ?? '' } : { phase: 'notFound' };
    return { ...shown, ...page.drawn(), ...startOf(grids) };
  },
  isEditing: ({ isChanged }: BoundaryPage) => isChanged,
});

/** The outline of a grid, corner by corner, on the map. */
Page({
  data,
  ...grid,
  own: noGrid(),
  corners: noCorners,
  others: noGrids,
  isChanged: false,
  drawn(): object {
    return boundaryView(this.corners, this.own?.colour, this.others);
  },
  change(corners: readonly Gcj02Point[]) {
    this.corners = corners;
    this.isChanged = true;
    noteMarked(this);
    this.setData({ ...this.drawn(), problem: '' });
  },
  add({ detail: { latitude, longitude } }: Emitted<Gcj02Point>) {
    if (this.corners.length >= limits.corners) this.setData({ problem: boundaryProblems.full(limits.corners) });
    else this.change([...this.corners, { latitude, longitude }]);
  },
  takeBack() {
    this.change(this.corners.slice(0, -1));
  },
  begin() {
    this.change([]);
  },
  async save() {
    const { own, corners } = this;
    if (!own) return;
    if (corners.length < 3) {
      this.setData({ problem: boundaryProblems.few });
      return;
    }
    const { placeId, version, name, colour } = own;
    const reply = await this.submit(
      () => places.save({ placeId, version, name, ...(colour && { colour }), boundary: corners }),
      {
        refuse: (refused) => ({
          problem: refused.field === 'boundary' ? boundaryProblems.crossing : refusalOf(refused),
        }),
      },
    );
    if (!reply.ok) return;
    this.isChanged = false;
    goBackWithToast(boundarySaved);
  },
});
