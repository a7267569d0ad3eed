import type { Host } from '../../host';
import { asBag, asList, asText } from '../support/values';

const known = new Map<string, string>();

/** The address at which a browser loads a file of the cloud storage (`cloud://…`); rejects when the cloud does not know it. */
export async function cloudFileUrl(host: Host, fileId: string): Promise<string> {
  const remembered = known.get(fileId);
  if (remembered !== undefined) return remembered;
  const response = await host.request('/local/file-urls', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ fileList: [fileId] }),
  });
  const answer = asBag(await response.json());
  const address = asText(asBag(asList(answer['fileList'])[0])['tempFileURL']);
  if (address === '') throw new Error(`${fileId} is not in the cloud storage`);
  known.set(fileId, address);
  return address;
}
