import {
  mentorViews,
  ownPairs,
  pairFault,
  withoutMentor,
  type BranchMember,
} from '../../../cloudfunctions/core/mentor/rules/pairs';

const member = (_id: string, memberClass: BranchMember['memberClass'], more: Partial<BranchMember> = {}) => ({
  _id,
  name: _id,
  ...(memberClass && { memberClass }),
  ...more,
});
const guide = member('guide', 'committee');
const young = (id: string, mentorId?: string): BranchMember => member(id, 'young', mentorId ? { mentorId } : {});

describe('S3-08 a mentor of the committee guides two or three young members', () => {
  const guided = ['a', 'b', 'c'].map((id) => young(id, 'guide'));

  it('refuses a fourth, and takes the third again as it is', () => {
    expect(pairFault(guide, young('d'), guided.slice(0, 2))).toBeNull();
    expect(pairFault(guide, young('d'), guided)).toBe('full');
    expect(pairFault(guide, guided[2]!, guided)).toBeNull();
  });

  it('takes nobody of another class, on neither side, and nobody who left', () => {
    for (const memberClass of ['young', 'senior', 'special', undefined] as const)
      expect(pairFault(member('other', memberClass), young('d'), [])).toBe('mentorId');
    for (const memberClass of ['committee', 'senior', 'special', undefined] as const)
      expect(pairFault(guide, member('other', memberClass), [])).toBe('apprenticeId');
    expect(pairFault({ ...guide, leftAt: new Date() }, young('d'), [])).toBe('mentorId');
    expect(pairFault(guide, { ...young('d'), leftAt: new Date() }, [])).toBe('apprenticeId');
  });

  it('warns of one alone, of a mentor and of an apprentice who are in another class by now', () => {
    const former = member('former', 'senior');
    const grown = member('grown', 'senior', { mentorId: 'guide' });
    const views = mentorViews([guide, member('other', 'committee'), former, grown, young('d', 'former')]);
    expect(views).toEqual([
      {
        personId: 'guide',
        name: 'guide',
        apprentices: [{ personId: 'grown', name: 'grown', notYoung: true }],
        advice: 'few',
      },
      { personId: 'other', name: 'other', apprentices: [] },
      { personId: 'former', name: 'former', apprentices: [{ personId: 'd', name: 'd' }], advice: 'notCommittee' },
    ]);
    expect(mentorViews([guide, ...guided])[0]).not.toHaveProperty('advice');
  });

  it('lists whom nobody guides, and whose mentor left', () => {
    const gone = member('gone', 'committee', { leftAt: new Date() });
    expect(withoutMentor([guide, gone, young('a', 'guide'), young('b', 'gone'), young('c')])).toEqual([
      { personId: 'b', name: 'b' },
      { personId: 'c', name: 'c' },
    ]);
  });

  it('shows somebody the pair that they are in, without the others of their mentor', () => {
    const views = mentorViews([guide, ...guided]);
    expect(ownPairs(views, 'b')).toEqual([
      { personId: 'guide', name: 'guide', apprentices: [{ personId: 'b', name: 'b' }] },
    ]);
    expect(ownPairs(views, 'guide')).toEqual(views);
    expect(ownPairs(views, 'nobody')).toEqual([]);
  });
});
