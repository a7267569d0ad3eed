import type { Caller } from '../../access/caller';
import type { Routes } from '../../platform/endpoint';
import { answerComplaint } from './answer';
import { listComplaints } from './list';
import { makeComplaint } from './make';

/** Complaints and suggestions. */
export const complaintEndpoints = {
  'complaint.make': makeComplaint,
  'complaint.list': listComplaints,
  'complaint.answer': answerComplaint,
} satisfies Partial<Routes<Caller>>;
