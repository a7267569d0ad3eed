import { mentorLimits, type MentorView } from '../../../contracts/mentor';

const numerals = ['零', '一', '两', '三', '四'];
const { fewest, most } = mentorLimits;

/** What is asked of a mentor (S3-08). */
export const mentorRule = `班子成员带青年党员，每位带${numerals[fewest]}到${numerals[most]}名。`;

export const adviceLines: Readonly<Record<NonNullable<MentorView['advice']>, string>> = {
  few: `只带了一名，还可以再带${numerals[most - 1]}名`,
  notCommittee: '已经不是班子成员，请换一位来带',
};

export const notYoungLine = '已经不是青年党员';
export const guidedByLine = (mentor: string): string => `现在跟着${mentor}`;
export const assignedLine = (mentor: string, apprentice: string): string => `${apprentice}跟着${mentor}了`;
export const releasedLine = (apprentice: string): string => `${apprentice}没有导师了，可以再请一位`;
