import type { Caller } from '../../access/caller';
import type { Routes } from '../../platform/endpoint';
import { addHelpNote } from './add-note';
import { assignVisitor } from './assign-visitor';
import { closeHelpCase } from './close-case';
import { getHelpMember } from './get-member';
import { listHelp } from './list';
import { openHelpCase } from './open-case';
import { recordHomeVisit } from './record-visit';

/** Visits at members' homes, and cases of help (S3-06). */
export const helpEndpoints = {
  'help.list': listHelp,
  'help.getMember': getHelpMember,
  'help.assignVisitor': assignVisitor,
  'help.recordVisit': recordHomeVisit,
  'help.openCase': openHelpCase,
  'help.addNote': addHelpNote,
  'help.closeCase': closeHelpCase,
} satisfies Partial<Routes<Caller>>;
