import { receivePhotos, removeFiles } from '../../../cloudfunctions/core/photo/receive-photos';
import type { Storage } from '../../../cloudfunctions/core/platform/storage';
import * as files from '../../support/photo-files';
import { testServices } from '../../support/services';

/** A storage that counts what is done to it. */
function countedStorage(held: Readonly<Record<string, Uint8Array>>) {
  const calls: string[] = [];
  const storage: Storage = {
    urls: async () => (calls.push('urls'), new Map()),
    upload: async (path) => (calls.push(`upload ${path}`), path),
    download: async (fileId) => (calls.push(`download ${fileId}`), held[fileId] && Buffer.from(held[fileId])),
    remove: async (fileIds) => (calls.push(`remove ${fileIds.join()}`), undefined),
  };
  const context = { ...testServices({ storage }), openid: 'o_sender', requestId: 'request-1' };
  return { calls, context };
}

const one = 'cloud://env.bucket/photos/one.jpg';
const two = 'cloud://env.bucket/photos/two.jpg';

describe('photographs of a call', () => {
  it('are each read once, and nothing is stored before all of them can be taken', async () => {
    const { calls, context } = countedStorage({ [one]: files.progressiveJpeg, [two]: Buffer.from('<svg/>') });
    expect(await receivePhotos(context, [one, two], { field: 'photos', holderId: 'o1' })).toMatchObject({
      code: 'PHOTO_FORMAT',
      field: 'photos.1',
    });
    expect(calls).toEqual([`download ${one}`, `download ${two}`]);
  });

  it('named twice are read once', async () => {
    const { calls, context } = countedStorage({ [one]: files.progressiveJpeg });
    expect(await receivePhotos(context, [one, one, one], { field: 'photos', holderId: 'o1' })).toMatchObject({
      code: 'PHOTO_REPEATED',
      field: 'photos.1',
    });
    expect(calls).toEqual([`download ${one}`]);
  });

  it.each(['clean/a.jpg', 'cards/a.png', 'demo/a.jpg'])('are never a file of the server’s own, %s', async (path) => {
    const { calls, context } = countedStorage({});
    const fileId = `cloud://env.bucket/${path}`;
    expect(await receivePhotos(context, [fileId], { field: 'photos', holderId: 'o1' })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'photos.0',
    });
    expect(calls).toEqual([]);
  });

  it('that cannot be removed are logged without their names', async () => {
    const { context } = countedStorage({});
    const broken = { ...context.storage, remove: () => Promise.reject(new Error('no network')) };
    await removeFiles({ ...context, storage: broken }, [one]);
    expect(JSON.stringify(context.lines)).toContain('"event":"photo"');
    expect(JSON.stringify(context.lines)).not.toContain('one.jpg');
  });
});
