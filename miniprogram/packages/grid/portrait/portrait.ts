import type { PortraitView } from '../../../contracts/person';
import { loadingPage, type PageData } from '../../../page/page-data';
import { record } from '../../../page/record';
import type { Sent } from '../../../page/submit';
import { showToast } from '../../../page/toast';
import * as people from '../../../services/person';
import { choosePhotos, uploadPhoto } from '../../../services/platform/files';
import { refusal } from '../../../text/errors';
import { portraitLine, takenBackLine } from '../text/portrait';

interface Data extends PageData {
  /** Of the picture that cards show; '' for none. */
  url: string;
  /** How far it has come. */
  line: string;
  hasOne: boolean;
  busy: boolean;
}

const data: Data = { ...loadingPage(), url: '', line: '', hasOne: false, busy: false };

const shown = (view: PortraitView): Partial<Data> => ({
  url: view.fileUrl ?? '',
  line: portraitLine[view.state],
  hasOne: view.state !== 'none',
});

const own = record({ read: () => people.getPortrait(), draw: shown });

async function send(path: string): Promise<Sent<PortraitView>> {
  const fileId = await uploadPhoto(path);
  return fileId === undefined ? { ok: false, problem: refusal('NETWORK') } : people.setPortrait(fileId);
}

/** A grid worker's picture on the cards of their grid: handed in with their consent, and taken back. */
Page({
  data,
  ...own,
  async choose() {
    const [path] = await choosePhotos(1);
    if (path !== undefined) await this.submit(() => send(path), { draw: shown });
  },
  async takeBack() {
    const reply = await this.submit(() => people.removePortrait(), { draw: shown });
    if (reply.ok) showToast(takenBackLine);
  },
});
