import type { Input } from '../../../../miniprogram/contracts/api';
import type { Category } from '../../../../miniprogram/contracts/category';
import { limits } from '../../../../miniprogram/contracts/limits';
import { signedInEndpoint } from '../../access/endpoint';
import { categoryKey, categoryKeys } from '../../order/policy';
import { categoriesOf } from '../../order/rules/categories';
import { saveCategory, type SavedCategory } from '../../order/rules/save-category';
import { communities } from '../../place/community';
import { checkTexts } from '../../platform/content';
import type { Transaction } from '../../platform/database';
import { derivedId, hashOf, timeKey } from '../../platform/ids';
import { done, refuse, type Result } from '../../platform/result';
import { object, optional, requestId, v, words } from '../../platform/validation';
import { categoriesView, categoryAudit, readCategoryChanges, type CategoryAuditLine } from '../category-audit';
import { latestVersion, writeVersion, type Decision } from './write-version';

/**
 * The secretary changes a category, adds one, or takes one out of use, with a reason: it becomes the next version of
 * the policy, and the change goes to the audit. Orders keep what their category was when they were made. What is so
 * already is answered without a write.
 * A community's first decision costs one write more, which keeps what it began with.
 * Cost: 4 reads, 4 writes.
 */
export const saveCommunityCategory = signedInEndpoint({
  name: 'policy.saveCategory',
  input: object({
    category: object({ key: optional(categoryKey), ...categoryKeys, retired: optional(v.boolean()) }),
    reason: words(limits.reasonWords),
    requestId,
  }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { category, reason }) {
    const { communityId } = caller.login;
    const [latest, known, refused] = await Promise.all([
      latestVersion(context, communityId),
      readCategoryChanges(context.database, communityId),
      checkTexts(context, {
        reason,
        'category.name': category.name,
        'category.checklist': category.checklist.join('\n') || undefined,
      }),
    ]);
    if (refused) return refused;
    const saved = await context.database.transaction((transaction) =>
      save(transaction, { context, caller, latest, reason }, category),
    );
    if (!saved.ok) return saved;
    return done(categoriesView(saved.data.categories, [...saved.data.lines, ...known], true));
  },
});

type Wanted = Input<'policy.saveCategory'>['category'];

async function save(
  transaction: Transaction,
  decision: Decision,
  wanted: Wanted,
): Promise<Result<{ categories: readonly Category[]; lines: readonly CategoryAuditLine[] }>> {
  const { context, caller } = decision;
  const community = await transaction.get(communities, caller.login.communityId);
  if (!community) return refuse('NOT_FOUND');
  const { order } = community.policy;
  const before = categoriesOf(order);
  if (wanted.key !== undefined && !before.some(({ key }) => key === wanted.key))
    return refuse('NOT_FOUND', 'category.key');
  const { key = derivedId('c', context.request.requestKey).slice(0, keyLetters), retired = false, ...rest } = wanted;
  const decided = saveCategory(before, { ...rest, key, ...(retired && { retired }) });
  if (!decided.ok) return decided;
  const { categories, from, to } = decided.data;
  if (hashOf([from]) === hashOf([to])) return done({ categories: before, lines: [] });
  const written = await writeVersion(transaction, decision, community, {
    ...community.policy,
    order: { ...order, categories },
  });
  if (!written.ok) return written;
  const line = auditLine(decision, decided.data, written.data);
  await transaction.insert(categoryAudit, line);
  return done({ categories, lines: [line] });
}

/** Enough to tell a community's own categories apart. */
const keyLetters = 12;

function auditLine({ context, caller, reason }: Decision, saved: SavedCategory, version: number): CategoryAuditLine {
  const { communityId, personId, name } = caller.login;
  const at = context.clock.now();
  const _id = derivedId('a', context.request.requestKey, 'category');
  return {
    _id,
    communityId,
    kind: 'category',
    from: saved.from,
    to: saved.to,
    version,
    at,
    timeKey: timeKey(at, _id),
    by: { personId, name, hat: caller.hat.hat },
    reason,
    request: context.request,
    slot: _id,
  };
}
