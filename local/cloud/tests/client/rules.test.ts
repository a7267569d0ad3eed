/** Rules against queries, after the documentation's examples (数据库 · 安全规则; 安全规则 · 系统函数). */
import { branchesOf } from '../../rules/conditions';
import { evaluateRule } from '../../rules/evaluate';
import { parseRule } from '../../rules/expression';
import { readRule } from '../../rules/permission';
import type { Fields, Value } from '../../database/values/value';

const shops: Record<string, Value> = {
  'B.s1': { owner: ['oA', 'oB'] },
  'rooms.r1': { next: 'r2' },
  'rooms.r2': { open: true },
};

/** True where every document of the query may be touched. */
function lets(rule: string, query: Fields, openid: string | null = 'oA'): boolean {
  const expression = parseRule(rule);
  const context = {
    openid: openid ?? undefined,
    nowMs: 1000,
    data: { price: 5 },
    fetch: (collection: string, id: string) => shops[`${collection}.${id}`] ?? null,
  };
  return branchesOf(query).every((branch) => evaluateRule(expression, { ...context, doc: { branch } }) === true);
}

test.each<[string, Fields, boolean]>([
  ['auth.openid == doc._openid', { _openid: 'oA' }, true],
  ['auth.openid == doc._openid', {}, false],
  ['auth.openid == doc._openid', { _openid: 'oB' }, false],
  ['auth.openid == doc._openid', { _id: 'x' }, false],
  ['auth.openid == doc._openid', { $or: [{ _openid: 'oA' }, { public: true }] }, false],
  ['auth.openid == doc._openid', { $and: [{ public: true }, { _openid: { $eq: 'oA' } }] }, true],
  ['auth.openid == doc._openid', { $nor: [{ _openid: 'oB' }] }, false],
  ['doc._openid == auth.openid || doc.public == true', { $or: [{ _openid: 'oA' }, { public: true }] }, true],
  ["doc.status in ['a', 'b']", { status: { $in: ['b', 'a'] } }, true],
  ["doc.status in ['a', 'b']", { status: { $in: ['a', 'c'] } }, false],
  ["!(doc.status in ['a', 'b'])", { status: { $nin: ['a', 'b', 'c'] } }, true],
  ["!(doc.status in ['a', 'b'])", { status: { $ne: 'a' } }, false],
  ['doc.age > 10', { age: { $gt: 12 } }, true],
  ['doc.age > 10', { age: { $gte: 10 } }, false],
  ['doc.age >= 10', { age: { $gte: 10, $lt: 20 } }, true],
  ['doc.age < 10', { age: { $lte: 9 } }, true],
  ['doc.age <= 10', { age: { $lt: 11 } }, false],
  ['10 < doc.age', { age: { $gt: 10 } }, true],
  ['doc.age != 10', { age: { $gt: 10 } }, true],
  ['doc.age > 10', { age: { $gt: 'z' } }, false],
  ['doc.style.color == "red"', { 'style.color': 'red' }, true],
  ['doc.style.color == "red"', { style: { color: 'red' } }, true],
  ['auth != null', {}, true],
  ["auth.openid in ['oA', 'oZ']", {}, true],
  ['auth.openid in doc.members', { members: 'oA' }, true],
  ['auth.openid in doc.members', { members: { $all: ['oA'] } }, true],
  ['auth.openid in doc.members', { team: 1 }, false],
  ['now > doc.expires', { expires: { $lt: 1000 } }, true],
  ['request.data.price < 10', {}, true],
  ['auth.openid in get(`database.B.${doc.shopId}`).owner', { shopId: 's1' }, true],
  ['auth.openid in get(`database.B.${doc.shopId}`).owner', { shopId: 's2' }, false],
  ['auth.openid in get(`database.B.${doc.shopId}`).owner', {}, false],
  ['auth.openid in get(`database.B.${doc.shopId}`).owner', { shopId: { $in: ['s1'] } }, true],
  ['get(`database.rooms.${get("database.rooms.r1").next}`).open', {}, true],
  ['doc.a == null', { a: null }, true],
])('%s for %j: %s', (rule, query, expected) => {
  expect(lets(rule, query)).toBe(expected);
});

test('nobody signed in has no auth, and no openid that a document without one could share', () => {
  expect(lets('auth == null', {}, null)).toBe(true);
  expect(lets('auth.openid == doc._openid', { _openid: null }, null)).toBe(false);
  expect(lets('auth.openid != doc._openid', { _openid: 'oB' }, null)).toBe(false);
});

test.each([
  ['doc.a = 1', /cannot read the rule at 5/],
  ['doc.a == ', /ends too early/],
  ['process.exit()', /cannot read the rule at 0/],
  [`doc.a == '${'x'.repeat(1024)}'`, /at most 1024 letters/],
  [
    "get('database.a.1').b && get('database.a.2').b && get('database.a.3').b && get('database.a.4').b",
    /at most 3 times/,
  ],
  ["get(get(get('database.a.1').b).c).d", /at most 2 deep/],
])('%s is no rule', (rule, message) => {
  expect(() => parseRule(rule)).toThrow(message);
});

test('write stands for each kind of write that has no rule of its own, and what has none is refused', () => {
  expect(readRule({ write: true, delete: false })).toEqual({ read: false, create: true, update: true, delete: false });
  expect(() => readRule({ write: 1 })).toThrow('write: a rule is true, false or an expression');
  expect(() => readRule({ all: true })).toThrow('all: a rule has read, write, create, update and delete');
});
