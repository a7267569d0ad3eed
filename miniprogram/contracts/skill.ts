/** What a member can help with, and a team is for; a category of orders asks for one of them, or for none. */
export const memberSkills = [
  'repair',
  'errand',
  'escort',
  'device',
  'family',
  'schooling',
  'birth',
  'legal',
  'counsel',
  'emergency',
  'registration',
  'hazard',
  'station',
  'wish',
  'other',
] as const;
export type Skill = (typeof memberSkills)[number];
