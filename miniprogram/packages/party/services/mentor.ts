import { call, write } from '../../../services/platform/call';

export const list = () => call('mentor.list', {});
export const assign = (mentorId: string, apprenticeId: string) => write('mentor.assign', { mentorId, apprenticeId });
export const release = (apprenticeId: string) => write('mentor.release', { apprenticeId });
