import { readFileSync } from 'node:fs';
import path from 'node:path';
import { articleNames } from '../../../local/demo/people/names';
import { landlinePrefix, mobilePrefix } from '../../../local/demo/people/numbers';
import { createDemo } from '../../../local/demo';
import { manifest } from '../../../cloudfunctions/core/schema';
import { faultOfRules } from '../../../cloudfunctions/core/passbook/rules/attendance-rules';
import { verifyBook } from '../../../cloudfunctions/core/passbook/rules/verification';
import { indexFieldsOf } from '../../../cloudfunctions/core/order/document/index-fields';
import { tallyOrders } from '../../../cloudfunctions/core/order/rules/order-tally';
import { hats } from '../../../miniprogram/contracts/hat';
import { limits } from '../../../miniprogram/contracts/limits';
import { orderOutcomes, orderStatuses } from '../../../miniprogram/contracts/order';
import { isEntry, isAnnotation, loadAll, now, of, type Loaded } from './loaded';

let all: Loaded;
beforeAll(() => {
  all = loadAll();
});

describe('what the demo says of people', () => {
  it('bears no name of the articles', () => {
    const text = JSON.stringify(all);
    for (const name of articleNames) expect([name, text.includes(name)]).toEqual([name, false]);
  });

  it('has no telephone number that can ring, and no two people share one', () => {
    const numbers = JSON.stringify(all).match(/"(?:1\d{10}|0\d{2,3}-?\d{7,8})"/g) ?? [];
    expect(numbers.length).toBeGreaterThan(1000);
    const ringing = numbers.filter(
      (number) => !number.startsWith(`"${mobilePrefix}`) && !number.startsWith(`"${landlinePrefix}`),
    );
    expect(ringing).toEqual([]);
    expect(new Set(all.people.map(({ phone }) => phone)).size).toBe(all.people.length);
    for (const { phone } of all.people) expect(phone).toMatch(/^1\d{10}$/);
  });

  it("gives every login the hats of the person's posts and no other post's", () => {
    const postHats = new Set(all.posts.map(({ hat }) => hat as string));
    for (const { personId, hats: worn, hatInUse } of all.logins) {
      const held = all.posts.filter(({ holder }) => holder?.personId === personId);
      const due = held.map(({ hat, placeId, team }) => `${hat}@${team?.teamId ?? placeId}`).sort();
      expect(
        worn
          .filter(({ hat }) => postHats.has(hat))
          .map(({ key }) => key)
          .sort(),
      ).toEqual(due);
      expect(worn.map(({ key }) => key)).toContain(hatInUse);
    }
  });

  it('knows every holder of a post, and each can be reached', () => {
    const people = new Map(all.people.map((person) => [person._id, person]));
    const withLogin = new Set(all.logins.map(({ personId }) => personId));
    for (const { holder } of all.posts) {
      expect(people.get(holder?.personId ?? '')).toMatchObject({
        name: holder?.name,
        phone: holder?.phone,
        reachable: true,
      });
      expect(withLogin.has(holder?.personId ?? '')).toBe(true);
    }
  });

  it('S1-04 leaves no person at home and no order without a grid', () => {
    const grids = new Set(all.places.filter(({ kind }) => kind === 'grid').map(({ _id }) => _id));
    for (const { home } of all.people) if (home) expect(grids.has(home.gridId)).toBe(true);
    for (const { place } of all.orders) expect(grids.has(place.gridId)).toBe(true);
  });
});

describe('the places', () => {
  it('hang together: parents, paths, counts', () => {
    const byId = new Map(all.places.map((place) => [place._id, place]));
    expect(byId.size).toBe(all.places.length);
    for (const place of all.places) {
      const parentPath = place.parentId === place.communityId ? place.communityId : byId.get(place.parentId)?.path;
      expect(place.path).toBe(`${parentPath}/${place._id}`);
      expect(place._id).toMatch(/^[a-z0-9_]+$/);
    }
    const children = (id: string) => all.places.filter(({ parentId }) => parentId === id).length;
    for (const place of all.places.filter(({ communityId }) => communityId === 'changqingteng'))
      expect(children(place._id)).toBe(place.children);
  });

  it('give every community a roster of at most twenty grids, each with its worker', () => {
    expect(all.communities.map(({ _id }) => _id)).toEqual([
      'changqingteng',
      'housuoying',
      'xibu',
      'chengdong',
      'yijing',
    ]);
    for (const { grids, secretary, services } of all.communities) {
      expect(grids.length).toBeLessThanOrEqual(20);
      expect(services.length).toBeLessThanOrEqual(8);
      expect(secretary).toBeDefined();
      for (const { worker } of grids) expect(worker?.phone).toMatch(/^1\d{10}$/);
    }
  });

  it('have cards whose tokens say nothing', () => {
    expect(new Set(all.cards.map(({ _id }) => _id)).size).toBe(all.cards.length);
    for (const { _id } of all.cards) {
      expect(_id).toMatch(/^[0-9A-Za-z]+$/);
      expect(_id.length).toBeLessThanOrEqual(limits.cardToken);
    }
  });
});

describe('the history', () => {
  it('shows every status and every outcome', () => {
    expect(new Set(all.orders.map(({ status }) => status))).toEqual(new Set(orderStatuses));
    expect(new Set(all.orders.flatMap(({ outcome }) => outcome ?? []))).toEqual(new Set(orderOutcomes));
  });

  it('has what a secretary must see now: overdue, to be ruled, reopened, soon due, and wishes to claim', () => {
    const own = of(all.orders, 'changqingteng');
    expect(own.filter(({ status, late }) => status === 'dispatched' && late).length).toBeGreaterThanOrEqual(2);
    expect(own.filter(({ ruling, returns }) => ruling && returns === 2)).toHaveLength(1);
    expect(own.filter(({ status, reopened }) => status === 'accepted' && reopened > 0).length).toBeGreaterThanOrEqual(
      1,
    );
    const soon = own.filter(
      ({ status, acceptBy }) =>
        status === 'dispatched' &&
        acceptBy !== null &&
        acceptBy > now &&
        acceptBy.getTime() - now.getTime() < 6 * 3_600_000,
    );
    expect(soon).toHaveLength(1);
    expect(own.filter(({ claimable }) => claimable).length).toBeGreaterThanOrEqual(9);
    expect(
      of(all.orders, 'housuoying').filter(
        ({ kind, status, private: secret }) => kind === 'agency' && status === 'submitted' && secret,
      ).length,
    ).toBeGreaterThanOrEqual(1);
  });

  it('asks nothing of the clock that is already due, and nothing happens later than now', () => {
    for (const { dueAt, trail, createdAt } of all.orders) {
      if (dueAt) expect(dueAt.getTime()).toBeGreaterThan(now.getTime());
      expect(trail.at(-1)?.at.getTime()).toBeLessThanOrEqual(now.getTime());
      expect(createdAt.getTime()).toBeLessThanOrEqual(now.getTime());
    }
  });

  it('keeps the keys that the indexes hold in step with the orders', () => {
    for (const order of all.orders) expect(order).toMatchObject(indexFieldsOf(order));
  });

  it('offers nothing to somebody without a login', () => {
    const openids = new Map(all.logins.map(({ _id, personId }) => [personId, _id]));
    for (const { offers } of all.orders) {
      // A grid worker's offer comes from the roster, which knows no openid.
      for (const { personId, openid } of offers)
        expect(openid ?? openids.get(personId)).toBe(openids.get(personId) ?? 'none');
    }
  });

  it('S2-08 has nobody accept what was neither offered nor in a pool, but for errands', () => {
    for (const { kind, trail } of all.orders) {
      const actions = trail.map(({ action }) => action);
      if (kind !== 'agency' && actions.includes('accept'))
        expect(actions.indexOf('dispatch')).toBeLessThan(actions.indexOf('accept'));
    }
  });
});

describe('the ledger', () => {
  it('verifies book by book, and its heads are those of their entries', () => {
    const entries = all.entries.filter(isEntry);
    const byBook = new Map<string, typeof entries>();
    for (const entry of entries) byBook.set(entry.bookId, [...(byBook.get(entry.bookId) ?? []), entry]);
    expect([...byBook.keys()].sort()).toEqual(all.passbooks.map(({ _id }) => _id).sort());
    for (const head of all.passbooks) expect(verifyBook(byBook.get(head._id) ?? [], head).state).toBe('sound');
    expect(new Set(all.entries.map(({ _id }) => _id)).size).toBe(all.entries.length);
  });

  it('gives points for solved orders alone, the points that the order names', () => {
    const awards = new Map(
      all.entries
        .filter(isEntry)
        .filter(({ cause }) => cause === 'order')
        .map((entry) => [entry.sourceId, entry]),
    );
    const solved = all.orders.filter(({ outcome, assignee }) => outcome === 'solved' && !assignee?.staff);
    expect([...awards.keys()].sort()).toEqual(solved.map(({ _id }) => _id).sort());
    for (const { _id, award, assignee } of solved)
      expect(awards.get(_id)).toMatchObject({
        _id: award?.entryId,
        points: award?.points,
        personId: assignee?.personId,
      });
  });

  it('S3-03, S3-04 counts each closed activity at most once a member, and never takes from special ones', () => {
    expect(faultOfRules(all.communities.find(({ _id }) => _id === 'xibu')?.policy.attendance ?? [])).toBeNull();
    const closed = all.activities.filter(({ state }) => state === 'closed');
    expect(closed.length).toBeGreaterThanOrEqual(24);
    // one that has begun and waits for its account, one that lies ahead
    expect(
      all.activities
        .filter(({ state }) => state === 'open')
        .map(({ startsAt }) => startsAt <= now)
        .sort(),
    ).toEqual([false, true]);
    const posted = new Map(all.entries.filter(isEntry).map((entry) => [entry._id, entry.points]));
    for (const { _id, people } of closed) {
      for (const { personId, points, memberClass, state } of people) {
        expect(posted.get(`activity:${_id}:${personId}`) ?? null).toBe(points);
        if (memberClass === 'special') expect(points ?? 0).toBeGreaterThanOrEqual(0);
        if (state === 'excused') expect(points).toBeNull();
      }
    }
  });

  it('shows a line undone by two people, one that waits for its second, one that is contested, and one that was kept', () => {
    expect(all.reversals.map(({ state }) => state).sort()).toEqual(['contested', 'upheld', 'proposed', 'signed']);
    for (const { proposal, settled, personId } of all.reversals) {
      expect([proposal?.personId ?? '', personId]).not.toContain(settled?.personId);
      if (proposal) expect(proposal.personId).not.toBe(personId);
    }
    expect(
      all.reversals
        .filter(({ open }) => open)
        .map(({ state }) => state)
        .sort(),
    ).toEqual(['contested', 'proposed']);
    expect(
      all.entries
        .filter(isAnnotation)
        .flatMap(({ contest }) => contest?.state ?? [])
        .sort(),
    ).toEqual(['upheld', 'open']);
    expect(all.entries.filter(isAnnotation).filter(({ proposed }) => proposed)).toHaveLength(1);
    expect(all.passbooks.filter(({ contested }) => contested > 0).map(({ contested }) => contested)).toEqual([1]);
    expect(all.entries.filter(isAnnotation).filter(({ reversed }) => reversed)).toHaveLength(1);
  });
});

describe('loading', () => {
  it('is the same for the same moment', () => {
    expect(JSON.stringify(loadAll(2))).toBe(JSON.stringify(loadAll(2)));
  });

  it.each([
    '2026-12-26T09:30:00+08:00',
    '2027-01-01T00:00:01+08:00',
    '2027-02-28T23:59:59+08:00',
    '2028-02-29T03:00:00+08:00',
  ])('tells a sound history to whoever starts it at %s', (text) => {
    const at = new Date(text);
    const then = loadAll(1, at);
    expect(then.orders.filter(({ dueAt }) => dueAt !== null && dueAt <= at)).toEqual([]);
    expect(
      then.orders.filter(
        ({ urgent, outcome, communityId }) => urgent && outcome === 'solved' && communityId === 'changqingteng',
      ),
    ).toHaveLength(15);
    expect(then.orders.filter(({ status, late }) => status === 'dispatched' && late).length).toBeGreaterThanOrEqual(2);
    for (const head of then.passbooks)
      expect(
        verifyBook(
          then.entries.filter(isEntry).filter(({ bookId }) => bookId === head._id),
          head,
        ).state,
      ).toBe('sound');
  });

  it('grows in time: n times the history, the same people and places', () => {
    const more = loadAll(3);
    for (const standing of ['communities', 'places', 'people', 'posts', 'logins', 'cards', 'stations'] as const)
      expect(more[standing].length).toBe(all[standing].length);
    for (const growing of ['orders', 'activities', 'entries'] as const) {
      expect(more[growing].length / all[growing].length).toBeGreaterThan(2.8);
      expect(more[growing].length / all[growing].length).toBeLessThan(3.1);
    }
    expect(new Set(more.orders.map(({ _id }) => _id)).size).toBe(more.orders.length);
    const open = (orders: Loaded['orders']) => orders.filter(({ closed }) => !closed).length;
    expect(open(more.orders)).toBe(open(all.orders));
    for (const head of more.passbooks) {
      const own = more.entries.filter(isEntry).filter(({ bookId }) => bookId === head._id);
      expect(verifyBook(own, head).state).toBe('sound');
    }
  });

  it('loads only collections that the schema declares', () => {
    const declared = manifest.collections.map(({ name }) => name);
    for (const collection of Object.keys(all)) expect(declared).toContain(collection);
  });
});

describe('personas and cards to scan', () => {
  it('covers the hats of the main job, somebody with several, and a visitor without a login', () => {
    const personas = createDemo().personas();
    const byOpenid = new Map(personas.map((persona) => [persona.openid, persona]));
    expect(byOpenid.get('visitor')?.hats).toEqual(['anonymous']);
    expect(all.logins.some(({ _id }) => _id === 'visitor')).toBe(false);
    for (const hat of [
      'resident',
      'member',
      'teamCaptain',
      'courtyardHead',
      'laneChief',
      'gridWorker',
      'gridLeader',
      'groupLeader',
      'committee',
      'secretary',
      'courier',
      'merchant',
      'instructor',
      'administrator',
    ]) {
      expect([hat, personas.some(({ hats: worn }) => worn.includes(hat))]).toEqual([hat, true]);
    }
    expect(byOpenid.get('captain-tian')?.hats).toEqual(
      expect.arrayContaining(['gridLeader', 'groupLeader', 'teamCaptain', 'member', 'resident']),
    );
    expect(personas.every(({ hats: worn }) => worn.every((hat) => hats.includes(hat as (typeof hats)[number])))).toBe(
      true,
    );
    const cast = all.logins.filter(({ _id }) => !_id.startsWith('wx-'));
    expect(personas.map(({ openid }) => openid).sort()).toEqual([...cast.map(({ _id }) => _id), 'visitor'].sort());
    for (const { openid, name, communityId, communityName, phoneNumber } of personas) {
      expect([openid, communityName]).toEqual([openid, expect.stringMatching(/社区|村|街道/)]);
      if (openid === 'visitor') continue;
      expect(all.logins.find(({ _id }) => _id === openid)).toMatchObject({ name, communityId, phone: phoneNumber });
    }
  });

  it('are all introduced in the README beside them', () => {
    const rows = readFileSync(path.resolve(__dirname, '../../../local/demo/README.md'), 'utf8').split('\n');
    for (const { openid, name } of createDemo().personas())
      expect([openid, rows.some((row) => row.startsWith(`| \`${openid}\` | ${name} |`))]).toEqual([openid, true]);
  });

  it('S4-03 has a woman of 84 who lives alone and reads large print', () => {
    expect(all.logins.find(({ _id }) => _id === 'resident-wang')).toMatchObject({ elder: true, home: { alone: true } });
  });

  it('hands the scanner cards that are there, a renewed one, and one that nobody issued', () => {
    const states = createDemo()
      .cards()
      .map(({ token }) => all.cards.find(({ _id }) => _id === token)?.state ?? 'unknown');
    expect(states.filter((state) => state === 'open').length).toBeGreaterThanOrEqual(5);
    expect(states).toEqual(expect.arrayContaining(['renewed', 'unknown']));
  });
});

describe('what history left with people', () => {
  it('tells whoever holds an open offer, and counts what they have not read', () => {
    const sun = all.logins.find(({ _id }) => _id === 'member-sun');
    expect(sun?.inbox.some(({ kind, read }) => kind === 'offered' && !read)).toBe(true);
    for (const { inbox, unread, inboxSequence } of all.logins) {
      expect(unread).toBe(inbox.filter(({ read }) => !read).length);
      expect(inboxSequence).toBeGreaterThanOrEqual(inbox.length);
      const times = inbox.map(({ at }) => at.getTime());
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(new Set(inbox.map(({ messageId }) => messageId)).size).toBe(inbox.length);
    }
    const kindsOf = (openid: string) => all.logins.find(({ _id }) => _id === openid)?.inbox.map(({ kind }) => kind);
    expect(kindsOf('secretary-qin')).toEqual(expect.arrayContaining(['ruling', 'unsolved']));
    expect(kindsOf('worker-zhao')).toEqual(expect.arrayContaining(['overdue', 'due-soon', 'declined']));
  });

  it("counts the desk's months and each person's load as counting anew would", () => {
    for (const { _id } of all.communities) {
      const tally = all.tallies.find((one) => one._id === _id);
      expect(tally).toMatchObject({
        ...tallyOrders(_id, of(all.orders, _id), now),
        contests: of(all.reversals, _id).filter(({ state }) => state === 'contested').length,
        reversals: of(all.reversals, _id).filter(({ state }) => state === 'proposed').length,
      });
      for (const { personId, count } of tally?.loads ?? [])
        expect(all.people.find((person) => person._id === personId)?.load).toEqual({ month: '2026-11', count });
    }
    expect(all.tallies.find(({ _id }) => _id === 'changqingteng')?.months.length).toBeGreaterThanOrEqual(6);
  });
});
