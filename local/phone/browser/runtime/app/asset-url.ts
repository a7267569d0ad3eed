import { userDataPath, userFileUrl } from '../../builtin/device/user-files';

/**
 * The address at which the browser loads a file of the app or of the user's folder. Addresses with a scheme stay as
 * they are.
 * @param owner the route or component from whose folder a relative path is resolved
 */
export function assetUrl(source: string, owner: string): string {
  if (source.startsWith(userDataPath)) return userFileUrl(source) ?? source;
  if (source === '' || /^(?:[a-z]+:|\/\/)/i.test(source)) return source;
  const folders = source.startsWith('/') ? [] : owner.split('/').slice(0, -1);
  return `/app/${[...folders, source].join('/').replace(/^\/+/, '')}`;
}
