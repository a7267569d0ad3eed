import { appearance, refreshAppearance } from '../../../page/appearance';
import type { PageData } from '../../../page/page-data';
import { onUpdate, restart, type UpdateState } from '../../../services/platform/updates';
import { updateLines } from '../text/restart';

interface Data extends Pick<PageData, 'appearance'> {
  line: (typeof updateLines)[UpdateState];
  /** The newer version is on the phone. */
  ready: boolean;
}

const data: Data = { appearance: appearance(), line: updateLines.unknown, ready: false };

/** For a mini-program that is too old: what it lies above stays as it was written. */
Page({
  data,
  onLoad() {
    onUpdate((state) => this.setData({ line: updateLines[state], ready: state === 'ready' }));
  },
  onShow() {
    refreshAppearance(this);
  },
  onUnload() {
    onUpdate(() => undefined);
  },
  restart() {
    restart();
  },
});
