import * as v from 'valibot';
import { archivedCollections } from '../../cloudfunctions/jobs/archived';
import type { Invoke } from './environment';

const pageShape = v.object({
  ok: v.literal(true),
  data: v.object({ documents: v.array(v.string()), next: v.nullable(v.string()) }),
});

/** Documents by collection, each as its text. */
export type Copied = ReadonlyMap<string, readonly string[]>;

/** Everything that a community has stored. @throws ValiError when the function answers something else */
export async function copyCommunity(invoke: Invoke, communityId: string): Promise<Copied> {
  const copied = new Map<string, string[]>();
  for (const collection of archivedCollections) {
    const documents: string[] = [];
    let after: string | null = '';
    while (after !== null) {
      const event = { name: 'copy', communityId, collection, after };
      const page: v.InferOutput<typeof pageShape> = v.parse(pageShape, await invoke(event));
      documents.push(...page.data.documents);
      after = page.data.next;
    }
    copied.set(collection, documents);
  }
  return copied;
}

const fileIdPattern = /cloud:\/\/[\w.-]+\/[\w./-]+/g;
/** What comes after the environment and its bucket. */
export const pathOfFile = (fileId: string): string => fileId.replace(/^cloud:\/\/[^/]+\//, '');

/** The files that documents name. */
export function fileIdsIn(copied: Copied): string[] {
  const found = new Set<string>();
  for (const documents of copied.values())
    for (const text of documents) for (const [fileId] of text.matchAll(fileIdPattern)) found.add(fileId);
  return [...found].sort();
}

const linksShape = v.object({ ok: v.literal(true), data: v.record(v.string(), v.string()) });
const linksAtOnce = 50;

/** The files' bytes by their path; what is not there any more is left out. */
export async function copyFiles(invoke: Invoke, fileIds: readonly string[]): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (let start = 0; start < fileIds.length; start += linksAtOnce) {
    const some = fileIds.slice(start, start + linksAtOnce);
    const links = v.parse(linksShape, await invoke({ name: 'links', fileIds: some })).data;
    for (const [fileId, url] of Object.entries(links)) {
      const response = await fetch(url);
      if (response.ok) files.set(pathOfFile(fileId), Buffer.from(await response.arrayBuffer()));
    }
  }
  return files;
}
