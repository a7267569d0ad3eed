import type { Input } from '../../../contracts/api';
import { call, write } from '../../../services/platform/call';

export const claim = (asked: Omit<Input<'setup.claim'>, 'requestId'>) => write('setup.claim', asked);

export const getProgress = () => call('setup.getProgress', {});

export const changeOffice = (asked: Omit<Input<'setup.changeOffice'>, 'requestId'>) =>
  write('setup.changeOffice', asked);
