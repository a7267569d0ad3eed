import { createTemporaryFile } from '../../builtin/device/temporary-files';
import { isFunction, isRecord } from '../../builtin/support/values';
import { createListeners, type Listeners } from '../support/listeners';

/** Sound that is not heard: its state and events are a phone's, nothing is fetched, played or recorded. */

type Managed = Record<string, unknown>;

/** An object with `onXxx` and `offXxx` of these events, and what sends them. */
function withEvents(names: readonly string[]): { target: Managed; notify: (name: string, detail?: unknown) => void } {
  const all = new Map<string, Listeners>(names.map((name) => [name, createListeners()]));
  const entries = [...all].flatMap(([name, listeners]) => [
    [`on${name}`, listeners.on],
    [`off${name}`, listeners.off],
  ]);
  return {
    target: Object.fromEntries(entries),
    notify: (name, detail) => all.get(name)?.notify(detail),
  };
}

const soundEvents = 'Canplay Play Pause Stop Ended TimeUpdate Error Waiting Seeking Seeked Prev Next'.split(' ');

function createSound(): Managed {
  const { target, notify } = withEvents(soundEvents);
  const sound: Managed = { src: '', title: '', startTime: 0, currentTime: 0, duration: 0, paused: true, volume: 1 };
  const move = (paused: boolean, event: string) => () => {
    if (sound['paused'] === paused && event !== 'Stop') return;
    sound['paused'] = paused;
    notify(event);
  };
  return Object.assign(sound, target, {
    play: move(false, 'Play'),
    pause: move(true, 'Pause'),
    stop: move(true, 'Stop'),
    seek: (seconds: unknown) => {
      sound['currentTime'] = Number(seconds) || 0;
      notify('Seeked');
    },
    destroy: move(true, 'Stop'),
  });
}

/** Like a phone's, setting its address starts it. */
function backgroundSound(): object {
  const sound = createSound();
  return new Proxy(sound, {
    set: (target, name, value) => {
      Reflect.set(target, name, value);
      const { play } = target;
      if (name === 'src' && value !== '' && isFunction(play)) play();
      return true;
    },
  });
}

/** Records silence: a stop answers an empty file with the time that has passed. */
function createRecorder(): object {
  const { target, notify } = withEvents(['Start', 'Pause', 'Resume', 'Stop', 'Error', 'FrameRecorded']);
  let startedMs: number | undefined;
  return {
    ...target,
    start: (options: unknown) => {
      startedMs = Date.now();
      notify('Start', isRecord(options) ? options : {});
    },
    pause: () => notify('Pause'),
    resume: () => notify('Resume'),
    stop: () => {
      if (startedMs === undefined) return notify('Error', { errMsg: 'operateRecorder:fail recorder not start' });
      const duration = Date.now() - startedMs;
      startedMs = undefined;
      notify('Stop', {
        tempFilePath: createTemporaryFile(new File([], 'silence.mp3', { type: 'audio/mpeg' })),
        duration,
        fileSize: 0,
      });
    },
  };
}

export function soundApis(): Record<string, unknown> {
  const background = backgroundSound();
  const recorder = createRecorder();
  return {
    createInnerAudioContext: () => createSound(),
    getBackgroundAudioManager: () => background,
    getRecorderManager: () => recorder,
  };
}
