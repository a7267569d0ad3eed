import { asText } from '../../support/values';
import type { Builtin, BuiltinDefinition } from '../../support/builtin';

/** What a phone plays or opens, and a browser shows as a silent box: pages that use it work, and nothing is fetched. */

/** A tap plays and pauses: the page gets `play` and `pause`, there is no picture and no sound. */
export const video: BuiltinDefinition = {
  tag: 'video',
  attributes: {
    src: '',
    poster: '',
    title: '',
    controls: true,
    autoplay: false,
    loop: false,
    muted: false,
    objectFit: '',
    initialTime: 0,
    duration: null,
    direction: null,
    showFullscreenBtn: true,
    showPlayBtn: true,
    showCenterPlayBtn: true,
    enableProgressGesture: true,
  },
  create(builtin) {
    const box = builtin.append('button', 'wx-stand-in');
    box.type = 'button';
    let isPlaying = false;
    const draw = (): void => {
      box.textContent = `${isPlaying ? '正在播放' : '播放'}（无画面、无声音） ${builtin.text('title') || builtin.text('src')}`;
    };
    const set = (playing: boolean): void => {
      if (playing === isPlaying) return;
      isPlaying = playing;
      draw();
      builtin.fire(playing ? 'play' : 'pause');
    };
    players.set(builtin.element, set);
    box.addEventListener('click', () => {
      set(!isPlaying);
    });
    return {
      changed: { src: draw, title: draw },
      attached: () => {
        draw();
        if (builtin.flag('autoplay')) set(true);
      },
    };
  },
};

const players = new WeakMap<Element, (playing: boolean) => void>();

/** `wx.createVideoContext`: plays and pauses the stand-in of that id; what else a phone's has does nothing. */
export function videoContext(element: Element | null): Record<string, () => void> {
  const set = (playing: boolean) => () => {
    if (element) players.get(element)?.(playing);
  };
  const nothing = (): void => undefined;
  return {
    play: set(true),
    pause: set(false),
    stop: set(false),
    seek: nothing,
    playbackRate: nothing,
    requestFullScreen: nothing,
    exitFullScreen: nothing,
    sendDanmu: nothing,
    showStatusBar: nothing,
    hideStatusBar: nothing,
  };
}

function showAddress(builtin: Builtin): () => void {
  const box = builtin.append('div', 'wx-stand-in');
  return () => {
    const source = asText(builtin.value('src'));
    box.textContent = `网页 ${source}`;
    if (source !== '') builtin.fire('load', { src: source });
  };
}

/** Shows the address, and sends `load` for it; the page itself is not opened. */
export const webView: BuiltinDefinition = {
  tag: 'web-view',
  attributes: { src: '' },
  create: (builtin) => ({ changed: { src: showAddress(builtin) } }),
};

/** Its content stands in the page all the time, since a browser has no keyboard to put it above. */
export const keyboardAccessory: BuiltinDefinition = { tag: 'keyboard-accessory', attributes: {}, create: () => ({}) };
