import type { PlaceView } from '../../../contracts/place';
import * as places from '../../../services/place';
import { look, refreshLook, type Look } from '../../../page/appearance';
import { failed, type Phase } from '../../../page/phase';
import { spotOf } from '../text/places';

interface Data {
  look: Look;
  phase: Phase;
  problem: string;
  places: readonly PlaceView[];
  /** The way down to here, for reading and for going back. */
  path: readonly PlaceView[];
  spot: string;
  /** Where it would be if nothing were chosen here; '' where that is nowhere. */
  own: string;
}

const data: Data = { look: look(), phase: 'loading', problem: '', places: [], path: [], spot: '', own: '' };

/** Grid, section, lane, courtyard: picked by touch, one level a screen, from the own grid. Hands `chosen` to the page that opened it. */
Page({
  data,
  onLoad() {
    this.setData({ own: decodeURIComponent(this.options['own'] ?? '') });
    void this.show();
  },
  onShow() {
    refreshLook(this);
  },
  /** Without a way it begins in the own grid. */
  async show(path?: readonly PlaceView[]) {
    const here = path?.[path.length - 1];
    const token = decodeURIComponent(this.options['token'] ?? '');
    const where = here ? { placeId: here.placeId } : path ? {} : { own: true };
    const reply = await places.under({ ...where, ...(token !== '' && { token }) });
    if (!reply.ok) {
      this.setData(failed(reply.code));
      return;
    }
    const way = path ?? reply.data.path ?? [];
    const under = reply.data.places;
    this.setData({ phase: under.length > 0 ? 'ready' : 'empty', places: under, path: way, spot: spotOf(way) });
  },
  retry() {
    const { phase, path } = this.data;
    this.setData({ phase: 'loading' });
    void this.show(phase === 'failed' && path.length === 0 ? undefined : path);
  },
  open(event: WechatMiniprogram.CustomEvent<{ placeId: string }>) {
    const place = this.data.places.find((one) => one.placeId === event.detail.placeId);
    if (place === undefined) return;
    if (place.hasMore) void this.show([...this.data.path, place]);
    else this.choose([...this.data.path, place]);
  },
  up() {
    void this.show(this.data.path.slice(0, -1));
  },
  here() {
    this.choose(this.data.path);
  },
  choose(path: readonly PlaceView[]) {
    const place = path[path.length - 1];
    if (place !== undefined) this.leave({ placeId: place.placeId, spot: spotOf(path) });
  },
  asBefore() {
    this.leave({ placeId: '', spot: '' });
  },
  leave(chosen: { placeId: string; spot: string }) {
    this.getOpenerEventChannel?.().emit?.('chosen', chosen);
    wx.navigateBack();
  },
});
