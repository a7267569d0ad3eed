/** Sends requests to the local cloud under the network setting. */
import { cloudTimeHeader, setCloudTime } from './clock';
import type { Settings } from '../../host';

/** @throws Error `request:fail …`, with WeChat's message */
export async function sendRequest(
  settings: Readonly<Settings>,
  path: string,
  init: RequestInit = {},
): Promise<Response> {
  if (settings.network === 'slow') await new Promise((resolve) => setTimeout(resolve, settings.slowDelayMs));
  if (settings.network === 'off') throw new Error('request:fail net::ERR_INTERNET_DISCONNECTED');
  const headers = new Headers(init.headers);
  headers.set('x-openid', settings.openid);
  try {
    const response = await fetch(path, { ...init, headers });
    setCloudTime(response.headers.get(cloudTimeHeader));
    return response;
  } catch (error) {
    throw new Error(`request:fail ${error instanceof Error ? error.message : String(error)}`);
  }
}
