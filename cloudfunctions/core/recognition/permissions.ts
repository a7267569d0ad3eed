import { partyMemberHats } from '../../../miniprogram/contracts/hat';
import { each, neighboursThemselves, type PermissionRows } from '../access/permission-rows';

/**
 * A branch reads what its secretary approved, and its own ranking; everybody says for themselves whether they are
 * shown.
 */
export const recognitionPermissions: PermissionRows<'recognition'> = {
  'recognition.getCommendation': { ...each(partyMemberHats, 'branch'), inspector: 'community' },
  'recognition.approveCommendation': { secretary: 'branch' },
  'recognition.getRanking': each(partyMemberHats, 'branch'),
  'recognition.saveChoice': neighboursThemselves,
};
