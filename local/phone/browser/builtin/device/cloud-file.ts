import type { Host } from '../../host';
import { asRecord, asList, asText } from '../support/values';

const urls = new Map<string, string>();

/**
 * Answers the address at which a browser loads a file of the cloud storage (`cloud://…`); rejects if the cloud has no
 * such file.
 */
export async function cloudFileUrl(host: Host, fileId: string): Promise<string> {
  const cached = urls.get(fileId);
  if (cached !== undefined) return cached;
  const response = await host.request('/local/file-urls', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ fileList: [fileId] }),
  });
  const answer = asRecord(await response.json());
  const address = asText(asRecord(asList(answer['fileList'])[0])['tempFileURL']);
  if (address === '') throw new Error(`${fileId} is not in the cloud storage`);
  urls.set(fileId, address);
  return address;
}
