import {
  mayReadRecord,
  type RecordOwner,
  type RecordReader,
} from '../../../cloudfunctions/core/review/rules/record-readers';

const owner: RecordOwner = { personId: 'p', employerId: 'school', isReviewed: true, agreed: true };
const member: RecordReader = { scope: 'own', personId: 'p', reachesBranch: true };
const secretary: RecordReader = { scope: 'branch', personId: 's', reachesBranch: true };
const school: RecordReader = { scope: 'employer', personId: 'e', reachesBranch: true, employerId: 'school' };

describe('S2-19 who reads the record of a member', () => {
  it('is the member, and their branch', () => {
    expect(mayReadRecord(member, owner)).toBe(true);
    expect(mayReadRecord({ ...member, personId: 'other' }, owner)).toBe(false);
    expect(mayReadRecord(secretary, owner)).toBe(true);
    expect(mayReadRecord({ ...secretary, reachesBranch: false }, owner)).toBe(false);
    expect(mayReadRecord(secretary, { ...owner, isReviewed: false })).toBe(false);
  });

  it('is their own employer, as long as they agree', () => {
    expect(mayReadRecord(school, owner)).toBe(true);
    expect(mayReadRecord(school, { ...owner, agreed: false })).toBe(false);
    expect(mayReadRecord({ ...school, employerId: 'power' }, owner)).toBe(false);
    expect(mayReadRecord({ scope: 'employer', personId: 'e', reachesBranch: true }, { ...owner, agreed: true })).toBe(
      false,
    );
  });
});
