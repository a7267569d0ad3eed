import type { Input } from '../../../contracts/api';
import { call, write } from '../../../services/platform/call';

export const list = () => call('help.list', {});
export const getMember = (personId: string) => call('help.getMember', { personId });
export const assignVisitor = (personId: string, visitorId: string) =>
  write('help.assignVisitor', { personId, visitorId });
export const recordVisit = (visit: Omit<Input<'help.recordVisit'>, 'requestId'>) => write('help.recordVisit', visit);
export const openCase = (opened: Omit<Input<'help.openCase'>, 'requestId'>) => write('help.openCase', opened);

/** What somebody writes to a case: as one more note, or as its end. */
interface CaseWords {
  readonly caseId: string;
  readonly version: number;
  readonly words: string;
}
export const addNote = ({ caseId, version, words }: CaseWords) => write('help.addNote', { caseId, version, words });
export const closeCase = ({ caseId, version, words }: CaseWords) => write('help.closeCase', { caseId, version, words });
