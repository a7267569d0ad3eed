import { withAct } from '../access/act';
import type { SignedIn } from '../access/caller';
import { posts, type Post } from '../place/post';
import { teams, type Team } from '../place/team';
import type { Context } from '../platform/context';
import type { Transaction } from '../platform/database';
import { replayOf } from '../platform/request';
import { done, refuse, type Result } from '../platform/result';
import { recordChange } from '../projection/source-change';
import type { TeamSources, WantedTeam } from './read-sources';

/** How many requests a team remembers. */
const requestLimit = 20;

/**
 * Writes a team and its captain's post as they are to be, and records that copies have to follow. The new captain holds
 * the post from now on: `renewPost` brings it to the day, or the job does.
 */
export function writeTeam(
  context: Context,
  caller: SignedIn,
  wanted: WantedTeam,
  sources: TeamSources,
): Promise<Result<Team>> {
  const { database, request } = context;
  const { communityId } = caller.login;
  return database.transaction(async (transaction) => {
    const before = await transaction.get(teams, wanted._id);
    const replay = before && replayOf(before.requests ?? [], request, () => before);
    if (replay) return replay;
    if (before && before.communityId !== communityId) return refuse('NOT_FOUND', 'teamId');
    if ((before?.version ?? 0) !== wanted.version) return refuse('STALE_VERSION', 'version');
    const team: Team = {
      ...decidedOf(wanted),
      communityId,
      version: wanted.version + 1,
      ...withAct(before ?? {}, context, caller, 'team.change'),
      requests: [...(before?.requests ?? []), request].slice(-requestLimit),
    };
    const { _id, ...set } = team;
    if (before) {
      const unset = (['sectionId', 'vanguard'] as const).filter(
        (field) => team[field] === undefined && before[field] !== undefined,
      );
      await transaction.update(teams, _id, { set, ...(unset.length > 0 && { unset }) });
    } else await transaction.insert(teams, team);
    await writePost(transaction, context, team, sources);
    await recordChange(transaction, { kind: 'team', id: _id }, occasionOf(context));
    return done(team);
  });
}

function decidedOf({ isNew: _known, version: _seen, vanguard, ...decided }: WantedTeam): Omit<Team, 'communityId'> {
  return { ...decided, ...(vanguard && { vanguard }) };
}

const occasionOf = ({ clock, request }: Context) => ({ at: clock.now(), revision: request.requestKey });

async function writePost(
  transaction: Transaction,
  context: Context,
  { _id: teamId, communityId, name }: Team,
  { captain, postId, communityName }: TeamSources,
): Promise<void> {
  const at = context.clock.now();
  const holder = { personId: captain._id, name: captain.name, phone: captain.phone };
  const team = { teamId, name };
  const next = { holder, from: at };
  const before = await transaction.get(posts, postId);
  const place = { placeId: communityId, path: communityId, placeName: communityName };
  const empty: Post = { _id: postId, communityId, hat: 'teamCaptain', ...place, team, since: at, heldBy: null, next };
  if (!before) return transaction.insert(posts, empty);
  const isSame = before.holder?.personId === captain._id;
  if (isSame && before.team?.name === name) return;
  await transaction.update(posts, postId, { set: { team, ...(!isSame && { next }) } });
  // The hat carries the team's name.
  await recordChange(transaction, { kind: 'person', id: captain._id }, occasionOf(context));
}
