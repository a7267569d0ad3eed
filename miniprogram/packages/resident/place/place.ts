import type { PlaceView } from '../../../contracts/place';
import { refreshAppearance } from '../../../page/appearance';
import type { Emitted } from '../../../page/events';
import { loadingPage, type PageData } from '../../../page/page-data';
import { parameters } from '../../../page/parameters';
import { loadFailure } from '../../../page/phase';
import * as places from '../../../services/place';
import { placeLabel } from '../text/places';

interface Data extends PageData {
  places: readonly PlaceView[];
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

const data: Data = { ...loadingPage(), places: [], path: [], placeLabel: '', own: '' };

/**
 * Grid, section, lane, courtyard: picked by touch, one level a screen, from the own grid. Emits `chosen`, with a
 * ChosenPlace, to the page that opened it.
 */
Page({
  data,
  onLoad() {
    this.setData({ own: parameters(this)['own'] ?? '' });
    void this.show();
  },
  onShow() {
    refreshAppearance(this);
  },
  /** Without a path it begins in the own grid. */
  async show(path?: readonly PlaceView[]) {
    const here = path?.[path.length - 1];
    const { token = '' } = parameters(this);
    const where = here ? { placeId: here.placeId } : path ? {} : { own: true };
    const reply = await places.listChildren({ ...where, ...(token !== '' && { token }) });
    if (!reply.ok) {
      this.setData(loadFailure(reply.code));
      return;
    }
    const { places: below, path: ownPath = [] } = reply.data;
    const shownPath = path ?? ownPath;
    const phase = below.length > 0 ? 'ready' : 'empty';
    this.setData({ phase, places: below, path: shownPath, placeLabel: placeLabel(shownPath) });
  },
  retry() {
    const { phase, path } = this.data;
    this.setData({ phase: 'loading' });
    void this.show(phase === 'failed' && path.length === 0 ? undefined : path);
  },
  open(event: Emitted<{ placeId: string }>) {
    const place = this.data.places.find((one) => one.placeId === event.detail.placeId);
    if (place === undefined) return;
    const path = [...this.data.path, place];
    if (place.hasMore) void this.show(path);
    else this.choose(path);
  },
  up() {
    void this.show(this.data.path.slice(0, -1));
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
