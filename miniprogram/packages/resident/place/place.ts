import type { PlaceView } from '../../../contracts/place';
import type { Emitted } from '../../../page/events';
import { loadingLines, loadingList, pagedList, type ListData } from '../../../page/paged-list';
import { parameters, type PageWithParameters } from '../../../page/parameters';
import * as places from '../../../services/place';
import { placeLabel } from '../text/places';

interface Data extends ListData<PlaceView> {
  /** From the grid down to here, for reading and for going back. */
  path: readonly PlaceView[];
  placeLabel: string;
  /** Where it would be if nothing were chosen here; '' where that is nowhere. */
  own: string;
}

interface ChosenPlace {
  readonly placeId: string;
  readonly placeLabel: string;
}

const data: Data = { ...loadingList(), path: [], placeLabel: '', own: '' };

/** The path to a level whose places are asked for; null for the first one, which begins in the own grid. */
interface PlacePage extends PageWithParameters {
  asked: readonly PlaceView[] | null;
}

const notAsked = (): PlacePage['asked'] => null;

const level = pagedList({
  read({ asked, ...page }: PlacePage, cursor) {
    const here = asked?.[asked.length - 1];
    const { token = '' } = parameters(page);
    return places.listChildren({
      ...(here ? { placeId: here.placeId } : asked === null && { own: true }),
      ...(token !== '' && { token }),
      ...(cursor !== undefined && { cursor }),
    });
  },
  draw({ places: below, path: ownPath = [] }, page) {
    page.asked ??= ownPath;
    return { lines: below, path: page.asked, placeLabel: placeLabel(page.asked) };
  },
});

/**
 * Grid, section, lane, courtyard: picked by touch, one level a screen, from the own grid. Emits `chosen`, with a
 * ChosenPlace, to the page that opened it.
 */
Page({
  data,
  ...level,
  asked: notAsked(),
  onLoad() {
    this.setData({ own: parameters(this)['own'] ?? '' });
    void this.goTo('first');
  },
  /** Another level. */
  show(path: readonly PlaceView[]) {
    this.asked = path;
    this.setData({ ...loadingLines, path, placeLabel: placeLabel(path) });
    void this.goTo('first');
  },
  open(event: Emitted<{ placeId: string }>) {
    const place = this.data.lines.find((one) => one.placeId === event.detail.placeId);
    if (place === undefined) return;
    const path = [...this.data.path, place];
    if (place.hasMore) this.show(path);
    else this.choose(path);
  },
  up() {
    this.show(this.data.path.slice(0, -1));
  },
  chooseHere() {
    this.choose(this.data.path);
  },
  choose(path: readonly PlaceView[]) {
    const place = path[path.length - 1];
    if (place !== undefined) this.goBackWith({ placeId: place.placeId, placeLabel: placeLabel(path) });
  },
  chooseOwn() {
    this.goBackWith({ placeId: '', placeLabel: '' });
  },
  goBackWith(chosen: ChosenPlace) {
    this.getOpenerEventChannel?.().emit?.('chosen', chosen);
    wx.navigateBack();
  },
});
