import type { Host } from '../../host';
import { pickFiles } from './file-picker';
import { chooseFromSheet } from '../overlay/sheet';
import { createTemporaryFile } from './temporary-files';

/** The grey default avatar of a user who never chose one. */
const defaultAvatarSvg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 132 132" width="132" height="132">' +
  '<path fill="#cfcfcf" d="M0 0h132v132H0z"/>' +
  '<path fill="#fff" d="M66 74c16 0 27-12 27-27S82 20 66 20 39 32 39 47s11 27 27 27Z' +
  'm0 10c-24 0-46 12-46 32v16h92v-16c0-20-22-32-46-32Z"/></svg>';

/** Answers a temporary file with the avatar that the user chose, or undefined if none was chosen. */
export async function chooseAvatar(host: Host): Promise<string | undefined> {
  const index = await chooseFromSheet(host, '', [{ text: '用微信头像' }, { text: '从相册选择' }]);
  if (index === undefined) return undefined;
  if (index === 0) return createTemporaryFile(new File([defaultAvatarSvg], 'avatar.svg', { type: 'image/svg+xml' }));
  const [file] = await pickFiles({ accept: 'image/*', multiple: false, capture: false });
  return file === undefined ? undefined : createTemporaryFile(file);
}
