import * as v from 'valibot';
import { archiveParts } from '../../cloudfunctions/core/passbook/slip/archive';
import type { Invoke } from './environment';

const pageShape = v.object({
  ok: v.literal(true),
  data: v.object({
    documents: v.array(v.unknown()),
    next: v.nullable(v.string()),
    keys: v.array(v.object({ publicKey: v.string(), from: v.string() })),
  }),
});

type Page = v.InferOutput<typeof pageShape>;

/**
 * A community's books, anchors and salts, against which slips are verified.
 * @returns the archive's text @throws ValiError when the function answers something else
 */
export async function readArchive(invoke: Invoke, communityId: string, madeAt: Date): Promise<string> {
  const parts: Record<string, unknown[]> = {};
  let keys: Page['data']['keys'] = [];
  for (const part of Object.keys(archiveParts)) {
    const documents: unknown[] = [];
    let after: string | null = '';
    while (after !== null) {
      const page: Page = v.parse(pageShape, await invoke({ name: 'archive', communityId, part, after }));
      documents.push(...page.data.documents);
      after = page.data.next;
      keys = page.data.keys;
    }
    parts[part] = documents;
  }
  return `${JSON.stringify({ form: 1, communityId, madeAt, keys, ...parts }, null, 1)}\n`;
}
