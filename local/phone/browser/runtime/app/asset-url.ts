import { userDataPath, userFileUrl } from '../../builtin/device/user-files';

/** A package that is itself a component: its entry lies in the package's folder. */
const packageEntry = /^miniprogram_npm\/(?:@[^/]+\/)?[^/]+$/;

/**
 * The address at which the browser loads a file of the app or of the user's folder. Addresses with a scheme stay as
 * they are.
 * @param owner the route or component from whose folder a relative path is resolved
 */
export function assetUrl(source: string, owner: string): string {
  if (source.startsWith(userDataPath)) return userFileUrl(source) ?? source;
  if (source === '' || /^(?:[a-z]+:|\/\/)/i.test(source)) return source;
  const ownerFolder = packageEntry.test(owner) ? owner : owner.split('/').slice(0, -1).join('/');
  const folders = source.startsWith('/') ? [] : [ownerFolder];
  return `/app/${[...folders, source].join('/').replace(/^\/+/, '')}`;
}
