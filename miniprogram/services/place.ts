import type { Input } from '../contracts/api';
import { call } from './platform/call';

export const listChildren = (where: Input<'place.listChildren'>) => call('place.listChildren', where);
