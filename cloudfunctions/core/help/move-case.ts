import { withAct } from '../access/act';
import type { SignedIn } from '../access/caller';
import { communities } from '../place/community';
import { checkTexts } from '../platform/content';
import type { Context } from '../platform/context';
import { replayOf } from '../platform/request';
import { done, refuse, type Result } from '../platform/result';
import { daysAfter, dayText, startOfDay } from '../time/shanghai';
import { helpPolicyOf } from './community-policy';
import { helpCases, type HelpCase } from './help-case';
import { moved, moveFault, type HelpMove } from './rules/help-case';
import { mayWrite } from './view';

/** A case remembers the calls that changed it last. */
const requestLimit = 20;

interface Wanted {
  readonly caseId: string;
  readonly version: number;
  readonly words: string;
}
type Moved = Result<{ readonly caseId: string; readonly version: number }>;

/**
 * Adds a note to a case, or ends it: by whoever keeps the branch, or the helper. Two reads, one write.
 * @returns `NOT_FOUND` for whom it does not concern, `STALE_VERSION` where somebody else was quicker
 */
export async function moveCase(
  context: Context,
  caller: SignedIn,
  move: HelpMove,
  { caseId, version, words }: Wanted,
): Promise<Moved> {
  const { database, clock, request } = context;
  const [before, community, refused] = await Promise.all([
    database.get(helpCases, caseId),
    database.get(communities, caller.login.communityId),
    checkTexts(context, { words }),
  ]);
  if (!before || !mayWrite(before, caller)) return refuse('NOT_FOUND', 'caseId');
  const replay = replayOf(before.requests, request, () => answerOf(before));
  if (replay) return replay;
  const fault = moveFault(before, move, version);
  if (fault) return refuse(fault, fault === 'STALE_VERSION' ? 'version' : 'caseId');
  if (refused) return refused;
  const { personId, name } = caller.login;
  const note = { at: clock.now(), by: { personId, name }, words };
  const keepUntil = startOfDay(daysAfter(dayText(note.at), helpPolicyOf(community).keepDays));
  const set = {
    ...moved(before, move, { note, keepUntil }),
    requests: [...before.requests, request].slice(-requestLimit),
    ...withAct(before, context, caller, move === 'note' ? 'help.addNote' : 'help.closeCase'),
  };
  const written = await database.updateWhere(helpCases, { _id: caseId, version }, { set });
  return written === 0 ? afterLostRace(context, caseId) : done({ caseId, version: set.version });
}

/** Somebody wrote in between: the same call that came twice, or somebody else. One read. */
async function afterLostRace({ database, request }: Context, caseId: string): Promise<Moved> {
  const stored = await database.get(helpCases, caseId);
  const replay = stored && replayOf(stored.requests, request, () => answerOf(stored));
  return replay ?? refuse('STALE_VERSION', 'version');
}

const answerOf = ({ _id, version }: HelpCase) => ({ caseId: _id, version });
