import type { Gcj02Point } from '../../../contracts/distance';
import { courierKinds, type StationPage, type StationSummary } from '../../../contracts/station';
import { refreshAppearance } from '../../../page/appearance';
import type { Chosen, Emitted, Tapped } from '../../../page/events';
import { loadingPage, type PageData } from '../../../page/page-data';
import { readFailure } from '../../../page/phase';
import { showToast } from '../../../page/toast';
import { routes } from '../../../routes';
import { cachedStations, cacheStations } from '../cache/last-map';
import * as stations from '../services/station';
import { nowMs } from '../../../services/platform/clock';
import { currentGcj02 } from '../../../services/platform/location';
import { kindChoices, noLocation, ownLocation } from '../text/stations';
import { mapView, type DrawnMap, type MapMarker, type MapView } from '../views/map';
import { merged } from '../views/merged-map';
import type { MapFilter } from '../views/station-card';
import { openWay } from '../page/station-actions';
import { cacheCourierKind, cachedCourierKind } from './courier-kind';
import { reportAt } from './report-at';

interface Data extends PageData, DrawnMap {
  markers: readonly MapMarker[];
  kinds: typeof kindChoices;
}

const data: Data = {
  ...loadingPage(),
  ...mapView(
    undefined,
    { values: [], kind: '', road: '', here: null, mode: 'ebike' },
    { hereName: '', page: 1, showsAll: false },
    0,
  ).drawn,
  markers: [],
  kinds: kindChoices,
};

interface Start {
  readonly here: Gcj02Point | null;
}
const start: Start = { here: null };

interface Copy {
  copy: StationPage | undefined;
  /** In the order of the list and of the pins. */
  shown: readonly StationSummary[];
}
const nothingRead: Copy = { copy: undefined, shown: [] };
const noFilter: Omit<MapFilter, 'kind' | 'here'> = { values: [], road: '', mode: 'ebike' };

/** At most so many answers of the list make a copy: a street's stations and its neighbours'. */
const maxAnswers = 4;

/** Every station and friendly shop, on the map and in a list, for everybody; also from what the phone read last. */
Page({
  data,
  ...nothingRead,
  filter: noFilter,
  start,
  hereName: '',
  pageNumber: 1,
  showsAll: false,

  onLoad() {
    this.copy = cachedStations();
    if (this.copy) this.draw({ phase: 'ready' });
    void this.load();
  },
  onShow() {
    refreshAppearance(this);
  },
  async load() {
    let answer = await stations.list();
    let copy: StationPage | undefined;
    for (let count = 1; answer.ok; count += 1) {
      copy = merged(copy, answer.data);
      this.take(copy);
      if (answer.data.next === undefined || count === maxAnswers) break;
      answer = await stations.list(answer.data.next);
    }
    if (copy) cacheStations(copy);
    if (!answer.ok) this.setData(readFailure(this.copy !== undefined, answer.code));
  },
  take(answer: StationPage) {
    this.copy = merged(this.copy, answer);
    this.draw({ phase: 'ready', stale: '', problem: '' });
  },
  /** The list in one setData, the map's pins in a second. */
  draw(extra: object = {}) {
    const view: MapView = mapView(
      this.copy,
      { ...this.filter, kind: cachedCourierKind(), here: this.start.here },
      { hereName: this.hereName, page: this.pageNumber, showsAll: this.showsAll },
      nowMs(),
    );
    this.shown = view.shown;
    const { markers, drawn } = view;
    this.setData({ ...extra, ...drawn, ...(this.copy && drawn.lines.length === 0 && { phase: 'empty' }) });
    this.setData({ markers });
  },
  redraw() {
    this.pageNumber = 1;
    this.draw(this.copy ? { phase: 'ready' } : {});
  },
  retry() {
    this.setData({ phase: 'loading' });
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },

  async locate() {
    const point = await currentGcj02();
    if (point) await this.startFrom(point, ownLocation);
    else showToast(noLocation);
  },
  chooseSite() {
    const chosen = ({ name, gcj02 }: { name: string; gcj02: Gcj02Point }): void => void this.startFrom(gcj02, name);
    wx.navigateTo({ url: routes.sites, events: { chosen } });
  },
  async startFrom(point: Gcj02Point, name: string) {
    this.start = { here: point };
    this.hereName = name;
    this.redraw();
    const reply = await stations.listNear(rounded(point));
    if (reply.ok) this.take(reply.data);
  },
  chooseRoad(event: Chosen<string>) {
    const road = this.data.roads[Number(event.detail.value)] ?? '';
    this.filter = { ...this.filter, road: road === this.data.roads[0] ? '' : road };
    this.redraw();
  },
  changeMode() {
    this.filter = { ...this.filter, mode: this.filter.mode === 'walk' ? 'ebike' : 'walk' };
    this.redraw();
  },
  toggleFilter(event: Tapped<{ value: string }>) {
    const { value } = event.currentTarget.dataset;
    const others = this.filter.values.filter((other) => other !== value);
    const isOn = others.length < this.filter.values.length;
    this.filter = { ...this.filter, values: isOn ? others : [...others, value] };
    this.redraw();
  },
  showFilters() {
    this.showsAll = true;
    this.draw();
  },
  chooseKind(event: Chosen) {
    const kind = courierKinds.find((known) => known === event.detail.value);
    cacheCourierKind(kind === undefined || kind === this.data.kind ? '' : kind);
    this.redraw();
  },
  changePage(event: Emitted<{ to: 'newer' | 'older' }>) {
    this.pageNumber = Math.max(1, this.pageNumber + (event.detail.to === 'older' ? 1 : -1));
    this.draw();
  },

  openMarker(event: Emitted<{ markerId: number }>) {
    const station = this.shown[event.detail.markerId];
    if (station) wx.navigateTo({ url: routes.station(station.stationId) });
  },
  open(event: Emitted<{ stationId: string }>) {
    wx.navigateTo({ url: routes.station(event.detail.stationId) });
  },
  go(event: Emitted<{ stationId: string }>) {
    const station = this.shown.find(({ stationId }) => stationId === event.detail.stationId);
    if (station) openWay(station);
  },
  report(event: Emitted<{ stationId: string }>) {
    const station = this.shown.find(({ stationId }) => stationId === event.detail.stationId);
    if (station) void reportAt(station);
  },
});

/** To some hundred metres: what leaves the phone does not say at which door somebody stands. */
function rounded({ latitude, longitude }: Gcj02Point): Gcj02Point {
  const round = (degrees: number): number => Math.round(degrees * 1000) / 1000;
  return { latitude: round(latitude), longitude: round(longitude) };
}
