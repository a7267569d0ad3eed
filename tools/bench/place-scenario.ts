import type { BenchEnvironment } from './environment';
import type { Measurements } from './measurements';
import { newRequestId } from './request-id';
import { measuredCalls } from './scenario';

const [secretary, worker, visitor] = ['secretary-qin', 'worker-zhao', 'visitor'] as const;

/** Places are made, renamed, moved and closed; what is still missing is looked at. */
export async function keepPlaces(environment: BenchEnvironment, measurements: Measurements): Promise<void> {
  const call = measuredCalls(environment, measurements);
  const requestId = newRequestId;
  const { places: grids } = (await environment.call(secretary, 'place.listChildren', {})).data;
  const [first, second] = grids.filter(({ kind }) => kind === 'grid').map(({ placeId }) => placeId);
  if (first === undefined || second === undefined) throw new Error('There are no two grids.');
  await call(secretary, 'place.listGrids', {});
  await call(secretary, 'place.get', { placeId: first });
  const lane = { kind: 'lane', parentId: first, name: '新开巷' } as const;
  const made = await call(secretary, 'place.create', { ...lane, requestId: requestId() });
  const { placeId } = made;
  const saved = await call(secretary, 'place.save', {
    placeId,
    version: made.version,
    name: '新开南巷',
    requestId: requestId(),
  });
  const moved = await call(secretary, 'place.move', {
    placeId,
    version: saved.version,
    parentId: second,
    requestId: requestId(),
  });
  await call(secretary, 'place.close', { placeId, version: moved.version, requestId: requestId() });
  await call(secretary, 'place.listApart', { list: 'closed' });
  await call(secretary, 'finding.getCounts', {});
  await call(secretary, 'brief.get', {});
  await call(secretary, 'privacy.get', {});
  await call(secretary, 'file.printBrief', {});
  await call(secretary, 'finding.list', { kind: 'vacancy' });
  await keepPosts(environment, measurements, second);
}

/** Somebody is found, gets a post of a grid, and leaves all that they held. */
async function keepPosts(environment: BenchEnvironment, measurements: Measurements, placeId: string): Promise<void> {
  const call = measuredCalls(environment, measurements);
  const { people } = await call(secretary, 'person.find', { words: '王桂兰' });
  const personId = people[0]?.personId ?? '';
  const { posts } = await call(secretary, 'post.list', { placeId });
  const postId = posts.find(({ hat }) => hat === 'gridWorker')?.postId;
  await call(secretary, 'post.assign', {
    placeId,
    hat: 'gridWorker',
    ...(postId !== undefined && { postId }),
    personId,
    requestId: newRequestId(),
  });
  const { employers } = await call('admin-fan', 'employer.list', {});
  const employerId = employers[0]?.employerId ?? '';
  await call('admin-fan', 'employer.grantHat', { employerId, personId, requestId: newRequestId() });
  await call('admin-fan', 'employer.revokeHat', { employerId, personId, requestId: newRequestId() });
  const { here } = await ownPlaces(environment);
  await call(secretary, 'person.settle', { personId, placeId: here, requestId: newRequestId() });
  await call(secretary, 'person.previewLeave', { personId });
  await call(secretary, 'person.leave', { personId, requestId: newRequestId() });
}

/** What a community decides itself: a rule, and a team. */
export async function decideRules(environment: BenchEnvironment, measurements: Measurements): Promise<void> {
  const call = measuredCalls(environment, measurements);
  await call(secretary, 'policy.get', {});
  await call(secretary, 'policy.change', {
    policy: { order: { silenceDays: 10 } },
    reason: '居民说七天太短',
    requestId: newRequestId(),
  });
  await call(secretary, 'policy.listCategories', {});
  await call(secretary, 'policy.saveCategory', {
    category: {
      name: '学开车',
      skill: null,
      kind: 'service',
      privacy: 'open',
      checklist: ['身份证'],
      emergency: false,
    },
    reason: '有人问',
    requestId: newRequestId(),
  });
  const { teams } = await call(secretary, 'team.list', {});
  const team = teams[0];
  if (!team) throw new Error('There is no team.');
  const { teamId, version, skill, captainId } = team;
  await call(secretary, 'team.change', {
    ...{ teamId, version, skill, captainId },
    ...{ name: '应急小分队', memberIds: [captainId], requestId: newRequestId() },
  });
}

/** Cards are found, handed out, revoked; numbers are checked and changed; sheets are printed. */
export async function keepCards(environment: BenchEnvironment, measurements: Measurements): Promise<void> {
  const call = measuredCalls(environment, measurements);
  const requestId = newRequestId;
  const { gridId, here, there } = await ownPlaces(environment);
  const { token, number } = (
    await environment.call(worker, 'card.issue', { placeId: here, size: 'normal', requestId: requestId() })
  ).data;
  await call(visitor, 'card.find', { number });
  await call(worker, 'card.listOpenTasks', { task: 'print' });
  await call(worker, 'card.handOut', { token, receivedBy: '何秀兰', requestId: requestId() });
  await call(worker, 'card.revoke', { token, reason: '拆了', requestId: requestId() });
  await call(worker, 'card.getCoverage', {});
  const { numbers } = await call(worker, 'card.listNumbers', {});
  const own = numbers.find(({ kind }) => kind === 'worker');
  if (!own) throw new Error('The worker has no number.');
  await call(worker, 'card.checkNumber', {
    placeId: own.placeId,
    kind: 'worker',
    phone: own.phone,
    requestId: requestId(),
  });
  await call(secretary, 'card.setPostNumber', { gridId, phone: '03514000999', requestId: requestId() });
  await call(worker, 'file.checkCards', { placeId: gridId, cards: 'all' });
  const size = 'normal' as const;
  const { taskId } = await call(worker, 'file.issueCards', {
    placeId: there,
    kind: 'household',
    size,
    requestId: requestId(),
  });
  await call(worker, 'file.getTask', { taskId });
  const printed = { placeId: there, cards: 'all', product: 'tokens', requestId: requestId() } as const;
  const print = await call(worker, 'file.printCards', printed);
  await call(worker, 'file.getOutput', { taskId: print.taskId, number: 1, requestId: requestId() });
  await issueAtStation(environment, measurements);
}

/** The worker's grid, and two courtyards in it. */
async function ownPlaces(environment: BenchEnvironment): Promise<{ gridId: string; here: string; there: string }> {
  const { data } = await environment.call(worker, 'place.listChildren', { own: true });
  const gridId = data.path?.find(({ kind }) => kind === 'grid')?.placeId;
  let { places } = data;
  while (places[0] && places[0].kind !== 'courtyard')
    places = (await environment.call(worker, 'place.listChildren', { placeId: places[0].placeId })).data.places;
  const [here, there] = places.map(({ placeId }) => placeId);
  if (gridId === undefined || here === undefined || there === undefined) throw new Error('There are no two places.');
  return { gridId, here, there };
}

async function issueAtStation(environment: BenchEnvironment, measurements: Measurements): Promise<void> {
  const call = measuredCalls(environment, measurements);
  const input = { stationId: 'yijing_station1', size: 'large' as const, requestId: newRequestId() };
  await call('secretary-fu', 'card.issueAtStation', input);
}
