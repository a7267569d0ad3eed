/** How the app was launched. */
import type { LaunchOptions } from '../../host';
import type { PageAddress } from './url';

/** WeChat's scenes "from the list of mini-programs" and "a code was scanned". */
const scenes = { list: 1001, code: 1047 };

/** The options of App.onLaunch for the first page; a page with a `scene` was opened by a scanned code. */
export function launchOptions({ route, query }: PageAddress): LaunchOptions {
  const scene = query['scene'] === undefined ? scenes.list : scenes.code;
  return { path: route, query, scene, referrerInfo: {} };
}
