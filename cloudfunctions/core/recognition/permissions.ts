import { bookkeeperHats, neighbourHats, partyMemberHats } from '../../../miniprogram/contracts/hat';
import { each, neighboursThemselves, type PermissionRows } from '../access/permission-rows';

/**
 * A branch reads what its secretary approved, and its own ranking; everybody reads thanks and the star, and says for
 * themselves whether they are shown.
 */
export const recognitionPermissions: PermissionRows<'recognition'> = {
  'recognition.getCommendation': { ...each(partyMemberHats, 'branch'), inspector: 'community' },
  'recognition.approveCommendation': { secretary: 'branch' },
  'recognition.getRanking': each(partyMemberHats, 'branch'),
  'recognition.saveChoice': neighboursThemselves,
  'recognition.thank': neighboursThemselves,
  'recognition.listThanks': each(neighbourHats, 'community'),
  'recognition.decideThanks': each(bookkeeperHats, 'community'),
  'recognition.getStar': each(neighbourHats, 'community'),
  'recognition.listStarInputs': each(neighbourHats, 'community'),
  'recognition.vote': neighboursThemselves,
  'recognition.decideStar': { secretary: 'community' },
};
