import { limits } from '../../../../miniprogram/contracts/limits';
import { policySettings } from '../../../../miniprogram/contracts/policy';
import { signedInEndpoint } from '../../access/endpoint';
import { communities } from '../../place/community';
import { checkTexts } from '../../platform/content';
import type { Transaction } from '../../platform/database';
import { derivedId, timeKey } from '../../platform/ids';
import { done, refuse } from '../../platform/result';
import { object, requestId, v, words } from '../../platform/validation';
import { recordChange } from '../../projection/source-change';
import { changePolicy, type ChangedPolicy } from '../change';
import { policyAudit, type PolicyAuditLine } from '../policy-audit';
import { isBranch, leafPaths, valueAt } from '../rules/tree';
import { policyView, readPolicyChanges } from '../view';
import { latestVersion, writeVersion, type Decision } from './write-version';

/** Whatever a setting's name begins with. */
const sections = [...new Set(policySettings.map((setting) => setting.split('.')[0] ?? ''))];

/** Settings nested as the policy is; `changePolicy` looks at each. */
const settings = v.pipe(
  v.record(v.picklist(sections), v.unknown()),
  v.check((wanted) => isBranch(wanted)),
);

/**
 * The secretary changes some settings, with a reason. Orders keep the promises that they were made under; what the
 * community had before stays as a version, and each setting's old and new value goes to the audit. What is so already
 * is answered without a write.
 * A later change costs one write less, since the first keeps what the community began with; guarded hats cost a read
 * and a write more.
 * Cost: 4 reads, 5 writes.
 */
export const changeCommunityPolicy = signedInEndpoint({
  name: 'policy.change',
  input: object({ policy: settings, reason: words(limits.reasonWords), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, input) {
    const { database } = context;
    const { communityId } = caller.login;
    const [latest, known, refused] = await Promise.all([
      latestVersion(context, communityId),
      readPolicyChanges(database, communityId),
      checkTexts(context, { reason: input.reason, ...wordsOf(input.policy) }),
    ]);
    if (refused) return refused;
    const changed = await database.transaction((transaction) =>
      change(transaction, { context, caller, latest, wanted: input.policy, reason: input.reason }),
    );
    if (!changed.ok) return changed;
    return done(policyView(changed.data.policy, [...changed.data.lines, ...known], true));
  },
});

/** Words among the settings that are wanted, by where they stand. */
function wordsOf(wanted: object): Readonly<Record<string, string>> {
  const found = leafPaths(wanted).flatMap((path): [string, string][] => {
    const value = valueAt(wanted, path);
    return typeof value === 'string' && value.trim() !== '' ? [[`policy.${path}`, value]] : [];
  });
  return Object.fromEntries(found);
}

interface Wanted extends Decision {
  readonly wanted: object;
}

async function change(transaction: Transaction, about: Wanted) {
  const { communityId } = about.caller.login;
  const community = await transaction.get(communities, communityId);
  if (!community) return refuse('NOT_FOUND');
  const decided = changePolicy(community.policy, about.wanted);
  if (!decided.ok) return decided;
  const { policy, changes } = decided.data;
  if (changes.length === 0) return done({ policy: community.policy, lines: [] });
  const written = await writeVersion(transaction, about, community, policy);
  if (!written.ok) return written;
  const lines = linesOf(about, decided.data, written.data);
  for (const line of lines) await transaction.insert(policyAudit, line);
  if (changes.some(({ setting }) => setting === 'access.guardedHats')) await copyHats(transaction, about);
  return done({ policy, lines });
}

/** Logins carry only the hats that nobody has to confirm. */
function copyHats(transaction: Transaction, { context, caller }: Wanted): Promise<void> {
  const occasion = { at: context.clock.now(), revision: context.request.requestKey };
  return recordChange(transaction, { kind: 'community', id: caller.login.communityId }, occasion);
}

function linesOf(
  { context, caller, reason }: Wanted,
  { changes }: ChangedPolicy,
  version: number,
): readonly PolicyAuditLine[] {
  const { communityId, personId, name } = caller.login;
  const at = context.clock.now();
  const lines = changes.map((one): PolicyAuditLine => {
    const _id = derivedId('a', context.request.requestKey, one.setting);
    const by = { personId, name, hat: caller.hat.hat };
    const key = { _id, timeKey: timeKey(at, _id), slot: _id };
    return { ...key, communityId, kind: 'policy', version, at, by, reason, request: context.request, ...one };
  });
  return lines.sort((left, right) => (left.timeKey < right.timeKey ? 1 : -1));
}
