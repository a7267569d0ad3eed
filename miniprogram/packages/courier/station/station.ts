import { stationProblems, type StationProblem, type StationView } from '../../../contracts/station';
import type { Tapped } from '../../../page/events';
import { loadingPage, type PageData } from '../../../page/page-data';
import { parameters, type PageWithParameters } from '../../../page/parameters';
import { record } from '../../../page/record';
import { showToast } from '../../../page/toast';
import { routes } from '../../../routes';
import { cachedStations } from '../cache/last-map';
import * as stations from '../services/station';
import { nowMs } from '../../../services/platform/clock';
import { currentGcj02 } from '../../../services/platform/location';
import { refusalOf } from '../../../text/errors';
import type { Reply } from '../../../contracts/error';
import { openWay, sendReport } from '../page/station-actions';
import { keeperResults, noOwnLocation, reportChoices } from '../text/stations';
import { noStation, stationPageView, type StationPageView } from '../views/station-page';

interface Data extends PageData, StationPageView {
  problems: typeof reportChoices;
}

const data: Data = { ...loadingPage(), ...noStation, problems: reportChoices };

interface StationPage extends PageWithParameters {
  view: StationView | undefined;
}

interface Viewed {
  view: StationView | undefined;
}
const noView: Viewed = { view: undefined };

/** A sign's QR carries the id as `scene`. */
const idOf = (page: PageWithParameters): string => parameters(page)['scene'] ?? parameters(page)['stationId'] ?? '';

const read = record({
  read: (page: StationPage) => stations.get(idOf(page)),
  draw: (view, page) => {
    page.view = view;
    return stationPageView(view, nowMs());
  },
  refreshOnShow: true,
});

/** One station or friendly shop, as everybody sees it; whoever keeps it changes it here. */
Page({
  data,
  ...read,
  ...noView,
  /** What this phone read last stands there at once, and stays without network. */
  onLoad() {
    const copy = cachedStations();
    const station = copy?.stations.find(({ stationId }) => stationId === idOf(this));
    if (!copy || !station) return;
    this.view = {
      station,
      horizon: copy.horizon,
      holidaysKnown: copy.holidaysKnown,
      communityName: '',
      later: [],
      hours: { rules: [], holidays: 'usual', closedDays: [] },
      withdrawn: false,
      mine: false,
      version: 0,
    };
    this.setData({ phase: 'ready', ...stationPageView(this.view, nowMs()) });
  },
  go() {
    if (this.view) openWay(this.view.station);
  },
  report(event: Tapped<{ problem: StationProblem }>) {
    const problem = stationProblems.find((known) => known === event.currentTarget.dataset.problem);
    if (this.view && problem) void sendReport(this.view.station, problem);
  },
  verify() {
    return this.change(stations.verify(idOf(this)), keeperResults.verified);
  },
  async moveHere() {
    const here = await currentGcj02();
    if (here) await this.change(stations.move(idOf(this), here), keeperResults.moved);
    else showToast(noOwnLocation);
  },
  withdraw() {
    const withdrawn = this.view?.withdrawn !== true;
    const result = withdrawn ? keeperResults.withdrawn : keeperResults.restored;
    return this.change(stations.withdraw(idOf(this), withdrawn), result);
  },
  async change(asked: Promise<Reply<StationView>>, result: string) {
    const reply = await asked;
    showToast(reply.ok ? result : refusalOf(reply));
    if (!reply.ok) return;
    this.view = reply.data;
    this.setData(stationPageView(reply.data, nowMs()));
  },
  changeHours() {
    wx.navigateTo({ url: routes.stationHours(idOf(this)) });
  },
  onShareAppMessage() {
    return { title: this.data.card?.name ?? '', path: routes.station(idOf(this)) };
  },
});
