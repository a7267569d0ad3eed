/** What a phone plays, records or opens, as silent stand-ins; a group of form fields; pictures of an npm component. */
import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, newPhonePage, openPhone, startPhone, watchErrors, type RunningPhone } from '../../testing';
import { scratchFolder, writeApp } from '../support/app-folder';

jest.setTimeout(60_000);

const pixel = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';
const page = `Page({
  data: { events: [], sent: null, web: 'https://example.com/a' },
  note(event) { this.setData({ events: this.data.events.concat(event.type) }) },
  submit(event) { this.setData({ sent: event.detail.value }) },
});`;
const files: Record<string, string | object> = {
  'app.json': { pages: ['pages/home/home'] },
  'app.js': 'App({})',
  'pages/home/home.js': page,
  'pages/home/home.json': { usingComponents: { address: '/address', pictured: 'pictured' } },
  'pages/home/home.wxml': `
<video id="film" src="/a.mp4" title="片子" bindplay="note" bindpause="note"/>
<web-view src="{{web}}" bindload="note"/>
<keyboard-accessory><text class="above">键盘上方</text></keyboard-accessory>
<form bindsubmit="submit"><input name="name" value="李"/><address/><button form-type="submit">交</button></form>
<pictured/>`,
  'address.js': "Component({ behaviors: ['wx://form-field-group'] })",
  'address.json': { component: true, usingComponents: { other: '/other' } },
  'address.wxml': '<input name="street" value="长安街"/><other/>',
  'other.js': 'Component({})',
  'other.json': { component: true },
  'other.wxml': '<input name="hidden" value="不收"/>',
  'node_modules/pictured/package.json': { name: 'pictured', version: '1.0.0', miniprogram: 'dist' },
  'node_modules/pictured/dist/index.js': 'Component({})',
  'node_modules/pictured/dist/index.json': { component: true },
  'node_modules/pictured/dist/index.wxml': '<image class="dot" src="./dot.svg"/>',
  'node_modules/pictured/dist/dot.svg': pixel,
};

let folder: string;
let phone: RunningPhone;
let browser: Browser;
let opened: Page;
let errors: ReturnType<typeof watchErrors>;

interface Inside {
  __lianxin: { data(): { events: string[]; sent: unknown } };
}
const data = () => opened.evaluate(() => (globalThis as unknown as Inside).__lianxin.data());

beforeAll(async () => {
  folder = scratchFolder('stand-ins');
  writeApp(folder, files);
  [browser, phone] = await Promise.all([launchBrowser(), startPhone({ appFolder: folder })]);
  opened = await newPhonePage(browser);
  errors = watchErrors(opened);
  await openPhone(opened, { url: phone.url, as: 'somebody', page: '/pages/home/home' });
});
afterAll(async () => {
  errors.expectNone();
  await browser.close();
  await phone.close();
  rmSync(folder, { recursive: true, force: true });
});

test('video: a tap plays and pauses, without picture and sound; so does its context', async () => {
  const film = opened.locator('wx-video');
  expect(await film.textContent()).toBe('播放（无画面、无声音） 片子');
  await film.click();
  expect(await film.textContent()).toContain('正在播放');
  await opened.evaluate(() => {
    (globalThis as unknown as { wx: { createVideoContext(id: string): { pause(): void } } }).wx
      .createVideoContext('film')
      .pause();
  });
  expect((await data()).events.filter((name) => name !== 'load')).toEqual(['play', 'pause']);
});

test('web-view shows its address and says that it loaded; keyboard-accessory shows its content', async () => {
  expect(await opened.locator('wx-web-view').textContent()).toBe('网页 https://example.com/a');
  expect((await data()).events).toContain('load');
  expect(await opened.locator('.above').isVisible()).toBe(true);
});

test('sound: states and events of a background, an inner and a recorded one', async () => {
  const seen = await opened.evaluate(() => {
    interface Sound {
      src: string;
      paused: boolean;
      play(): void;
      pause(): void;
      onPlay(listener: () => void): void;
      onPause(listener: () => void): void;
    }
    interface Recorder {
      start(options: object): void;
      stop(): void;
      onStop(listener: (result: { tempFilePath: string; duration: number }) => void): void;
    }
    const { wx } = globalThis as unknown as {
      wx: { getBackgroundAudioManager(): Sound; createInnerAudioContext(): Sound; getRecorderManager(): Recorder };
    };
    const log: unknown[] = [];
    for (const sound of [wx.getBackgroundAudioManager(), wx.createInnerAudioContext()]) {
      sound.onPlay(() => log.push('play'));
      sound.onPause(() => log.push('pause'));
      sound.src = '/a.mp3';
      log.push(sound.paused);
      sound.play();
      sound.pause();
    }
    const recorder = wx.getRecorderManager();
    recorder.onStop(({ tempFilePath, duration }) => log.push(tempFilePath.endsWith('silence.mp3'), duration >= 0));
    recorder.start({});
    recorder.stop();
    return log;
  });
  expect(seen).toEqual(['play', false, 'pause', true, 'play', 'pause', true, true]);
});

test('wx://form-field-group: the form has the fields inside the component, and not those further in', async () => {
  await opened.locator('wx-button').click();
  expect((await data()).sent).toEqual({ name: '李', street: '长安街' });
});

test('a picture beside the script of an npm component is shown', async () => {
  const source = await opened.locator('wx-image img').getAttribute('src');
  const answer = await opened.request.get(new URL(source ?? '', phone.url).href);
  expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'image/svg+xml; charset=utf-8']);
});
