import { readFileSync } from 'node:fs';
import path from 'node:path';
import { articleNames } from '../../../local/demo/people/names';
import { landlinePrefix, mobilePrefix } from '../../../local/demo/people/phone-numbers';
import { createDemo } from '../../../local/demo';
import { hats } from '../../../miniprogram/contracts/hat';
import { limits } from '../../../miniprogram/contracts/limits';
import { loadAll, type Loaded } from './loaded';

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
      'steward',
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
