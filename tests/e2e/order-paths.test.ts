/**
 * What people do beside the straight way of an order, reached and tapped as they would on a narrow phone with large
 * type: another word after the rating, staff who speak for a caller, triage out of the list, an errand, the categories.
 */
import { allAnswered, ask, at, call, create, dispatchPage, fill, progress, read, trail, useFlows } from './flows';

useFlows();

const list = '/pages/orders/orders';
const move = ({ orderId, version }: { readonly orderId: string; readonly version: number }) => ({ orderId, version });

/** Somebody was sent and has finished it, without a page. */
async function finished(order: { readonly orderId: string; readonly version: number }, words: string) {
  const sent = await call('worker-zhao', 'order.dispatch', {
    ...move(order),
    memberIds: [await idOf('孙立群', order)],
  });
  const taken = await call('member-sun', 'order.accept', move(sent));
  return call('member-sun', 'order.complete', { ...move(taken), evidence: { kind: 'phone', note: words } });
}

async function idOf(name: string, { orderId }: { readonly orderId: string }): Promise<string> {
  const { suggestions } = await ask('worker-zhao', 'order.suggest', { orderId });
  const found = suggestions.find((one) => one.name === name);
  if (!found) throw new Error(`nobody suggests ${name}`);
  return found.memberId;
}

test('a resident changes the rating, and makes the order private afterwards', async () => {
  const done = await finished(await create('门铃不响了'), '换了电池');
  const resident = await at('resident-luo', progress(done));
  await resident.tap('办好了');
  await resident.tap('3 分');
  await resident.tap('打完分');
  await resident.sees('您打的分');
  await resident.tap('改一改打的分');
  await resident.tap('5 分');
  await resident.tap('改成这样');
  await resident.sees(/改过/);
  await resident.tap('改成保密');
  await resident.tap('只让为我办事的人看');
  await allAnswered(resident);
  expect(await read('resident-luo', done.orderId)).toMatchObject({
    private: true,
    rating: { stars: 5, changed: true },
  });
}, 300_000);

test('staff speak for a caller without WeChat: the word, another word, and a slip', async () => {
  const told = {
    category: 'repair',
    words: '灶台打不着火',
    when: 'any',
    name: '康奶奶',
    phone: '16400000661',
  } as const;
  const place = await ask('worker-zhao', 'place.listChildren', { own: true });
  const placeId = place.places[0]?.placeId ?? '';
  const done = await finished(await call('worker-zhao', 'order.intake', { ...told, placeId }), '换了点火针');
  const leader = await at('captain-tian', trail(done));
  await leader.tap('4 分');
  await leader.tap('替居民记下，办好了');
  await allAnswered(leader);
  expect(await read('captain-tian', done.orderId)).toMatchObject({
    status: 'closed',
    rating: { stars: 4, via: 'call' },
  });
  await at('captain-tian', trail(done));
  await leader.tap('居民改了主意，改一改打的分');
  await leader.tap('2 分');
  await leader.tap('替居民改成这样');
  await allAnswered(leader);
  expect(await read('captain-tian', done.orderId)).toMatchObject({ rating: { stars: 2, changed: true } });
  const worker = await at('worker-zhao', trail(done));
  await worker.tap('打一张回执给他');
  await worker.page.getByText('正在做').filter({ visible: true }).waitFor({ state: 'hidden' });
}, 300_000);

test('by taps: triage, merging, another courtyard, the pool and back, somebody is taken off', async () => {
  const [one, other] = [await create('楼梯扶手松了'), await create('楼梯扶手晃得厉害')];
  const worker = await at('worker-zhao', trail(one));
  await worker.tap('看一遍再派');
  await worker.tap('急事');
  await worker.tap('定下来');
  await worker.sees('一路的经过');
  await allAnswered(worker);
  expect(await read('worker-zhao', one.orderId)).toMatchObject({ urgent: true });
  await at('worker-zhao', list);
  await worker.tap(/楼梯扶手松了/);
  await worker.tap('和别的并一起');
  await worker.tap(/楼梯扶手晃得厉害/);
  await worker.picture('path-merge');
  await worker.tap('并过去');
  await allAnswered(worker);
  expect(await read('resident-luo', one.orderId)).toMatchObject({ outcome: 'merged' });

  await at('worker-zhao', trail(other));
  await worker.tap('改地方');
  await worker.tap('就是这里');
  await worker.sees('改好了，两边都告诉了');
  await worker.tap('让大家来认领');
  await worker.tap('就这样公开');
  await worker.tap('不让大家认领了');
  await worker.sees('收回来了');
  await allAnswered(worker);
  const back = await read('worker-zhao', other.orderId);
  expect(back).toMatchObject({ status: 'submitted' });

  const sent = await call('worker-zhao', 'order.dispatch', { ...move(back), memberIds: [await idOf('孙立群', back)] });
  await call('member-sun', 'order.accept', move(sent));
  await at('worker-zhao', trail(other));
  await worker.tap('换人');
  await worker.tap('孙立群');
  await fill(worker, /^为什么换/, '约了三回都没去成');
  await worker.tap('换下来，另请人');
  await worker.sees('换下来了，会请别人');
  await (await at('worker-zhao', dispatchPage(other))).sees('谁去合适');
}, 300_000);

test('S1-17 an errand: the head vouches, and triage is still in the worker’s reach meanwhile', async () => {
  const errand = await call('tenant-cao', 'order.create', {
    ...{ category: 'schooling', words: '孩子借读要哪些材料', when: 'any', fileIds: [] },
  });
  const worker = await at('worker-jia', dispatchPage(errand));
  await worker.sees(/楼院长还没看/);
  await at('worker-jia', trail(errand));
  await worker.sees('看一遍再派');
  const head = await at('head-shi', list);
  await head.tap(/孩子借读要哪些材料/);
  await head.tap('看过了，交给网格员');
  await allAnswered(head);
  await at('worker-jia', trail(errand));
  await worker.picture('path-errand');
  await worker.tap('我来办');
  await allAnswered(worker);
  expect(await read('worker-jia', errand.orderId)).toMatchObject({ status: 'accepted' });
}, 300_000);

test('a category is added with a promise of its own, offered, and taken back; ledger and wishes beside', async () => {
  const secretary = await at('secretary-qin', '/packages/desk/categories/categories');
  await secretary.tap('添一样');
  await fill(secretary, '比如水电维修', '修鞋配钥匙');
  await fill(secretary, '比如 24', '12');
  await fill(secretary, '写一句', '巷口的师傅走了');
  await secretary.tap('定下来');
  await secretary.sees('修鞋配钥匙');
  await secretary.picture('path-categories');
  const offered = () => ask('resident-luo', 'policy.listOffered', {});
  expect((await offered()).categories.map(({ name }) => name)).toContain('修鞋配钥匙');
  await secretary.tap(/修鞋配钥匙/);
  await secretary.page.getByRole('switch', { name: '不收新单了' }).click();
  await fill(secretary, '写一句', '师傅回来了');
  await secretary.tap('定下来');
  await secretary.sees(/不收新单了/);
  await allAnswered(secretary);
  expect((await offered()).categories.map(({ name }) => name)).not.toContain('修鞋配钥匙');
  await (await at('worker-zhao', '/packages/grid/needs/needs')).sees('导出台账');
}, 300_000);
