import type { Gcj02Point } from '../../../contracts/distance';
import { limits } from '../../../contracts/limits';
import type { GridView, PlaceDetail } from '../../../contracts/place';
import type { Emitted } from '../../../page/events';
import { loadingPage, type PageData } from '../../../page/page-data';
import { parameters, type PageWithParameters } from '../../../page/parameters';
import { record } from '../../../page/record';
import { goBackWithToast } from '../../../page/toast';
import * as places from '../../../services/place';
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
  place: PlaceDetail | null;
  corners: readonly Gcj02Point[];
  others: readonly GridView[];
  isChanged: boolean;
  drawn(): object;
  setData(change: object): void;
}

const noPlace = (): BoundaryPage['place'] => null;
const noCorners: readonly Gcj02Point[] = [];
const noGrids: readonly GridView[] = [];
const placeIdOf = (page: PageWithParameters): string => parameters(page)['placeId'] ?? '';

const grid = record({
  read: (page: BoundaryPage) => places.get(placeIdOf(page)),
  draw({ place }, page) {
    page.place = place;
    page.corners = place.boundary ?? [];
    return { name: place.label, colour: place.colour ?? '', ...page.drawn() };
  },
  isEditing: ({ isChanged }: BoundaryPage) => isChanged,
  /** What lies around is drawn once it is there; without it the own outline can be drawn as well. */
  async afterLoad(page) {
    const reply = await places.listGrids();
    if (!reply.ok) return;
    page.others = reply.data.grids.filter(({ placeId }) => placeId !== placeIdOf(page));
    page.setData({ ...page.drawn(), ...startOf(reply.data.grids) });
  },
});

/** The outline of a grid, corner by corner, on the map. */
Page({
  data,
  ...grid,
  place: noPlace(),
  corners: noCorners,
  others: noGrids,
  isChanged: false,
  drawn(): object {
    return boundaryView(this.corners, this.place?.colour, this.others);
  },
  change(corners: readonly Gcj02Point[]) {
    this.corners = corners;
    this.isChanged = true;
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
    const { place, corners } = this;
    if (!place) return;
    if (corners.length < 3) {
      this.setData({ problem: boundaryProblems.few });
      return;
    }
    const { placeId, version, name, colour } = place;
    const reply = await this.submit(() =>
      places.save({ placeId, version, name, ...(colour && { colour }), boundary: corners }),
    );
    if (!reply.ok) return;
    this.isChanged = false;
    goBackWithToast(boundarySaved);
  },
});
