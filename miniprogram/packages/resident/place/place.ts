import type { PlaceView } from '../../../contracts/place';
import * as places from '../../../services/place';
import { look, refreshLook, type Look } from '../../../session/look';
import { failed, type Phase } from '../../../text/phase';

interface Data {
  look: Look;
  phase: Phase;
  problem: string;
  places: readonly PlaceView[];
  /** The way down to here, for reading and for going back. */
  path: readonly PlaceView[];
  spot: string;
}

const data: Data = { look: look(), phase: 'loading', problem: '', places: [], path: [], spot: '' };

/** Grid, section, lane, courtyard: picked by touch, one level a screen. Hands `chosen` to the page that opened it. */
Page({
  data,
  onLoad() {
    void this.show([]);
  },
  onShow() {
    refreshLook(this);
  },
  async show(path: readonly PlaceView[]) {
    const here = path[path.length - 1];
    const token = decodeURIComponent(this.options['token'] ?? '');
    const reply = await places.under({ ...(here && { placeId: here.placeId }), ...(token !== '' && { token }) });
    if (!reply.ok) {
      this.setData(failed(reply.code));
      return;
    }
    const under = reply.data.places;
    this.setData({ phase: under.length > 0 ? 'ready' : 'empty', places: under, path, spot: path.map((place) => place.name).join(' · ') });
  },
  retry() {
    void this.show(this.data.path);
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
    if (place === undefined) return;
    const spot = [path[0]?.name, place.name].filter((name, index, all) => name !== undefined && all.indexOf(name) === index).join(' · ');
    this.getOpenerEventChannel?.().emit?.('chosen', { placeId: place.placeId, spot });
    wx.navigateBack();
  },
});
