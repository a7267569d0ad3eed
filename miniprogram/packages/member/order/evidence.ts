/** What shows that the work was done: one piece is enough. */
import type { PickedPhoto } from '../../../components/form/photo-picker/photo-picker';
import { limits } from '../../../contracts/limits';
import type { EvidenceInput, EvidenceKind } from '../../../contracts/order';
import { uploadPhoto } from '../../../services/platform/files';
import { isOffline } from '../../../services/platform/network';
import { refusal } from '../../../text/errors';
import { evidenceMissing, photoLost } from '../../../views/order/work';

export interface Gathered {
  readonly kind: EvidenceKind;
  readonly paths: readonly string[];
  readonly code: string;
  readonly note: string;
}

export const pathViews = (paths: readonly string[], state: PickedPhoto['state']): PickedPhoto[] =>
  paths.map((url) => ({ url, state }));

/** The sentence that says what is missing, or ''. */
export function lackingEvidence({ kind, paths, code, note }: Gathered): string {
  const codePattern = new RegExp(`^\\d{${limits.finishCodeDigits}}$`);
  const enough = kind === 'photo' ? paths.length > 0 : kind === 'code' ? codePattern.test(code) : note.trim() !== '';
  return enough ? '' : evidenceMissing[kind];
}

type Made = { readonly evidence: EvidenceInput } | { readonly problem: string };

/** Uploads what has to be uploaded. */
export async function makeEvidence({ kind, paths, code, note }: Gathered): Promise<Made> {
  const said = note.trim() === '' ? {} : { note: note.trim() };
  if (kind === 'code') return { evidence: { kind, code, ...said } };
  if (kind === 'phone') return { evidence: { kind, note: note.trim() } };
  const fileIds = await Promise.all(paths.map(uploadPhoto));
  const arrived = fileIds.filter((fileId) => fileId !== undefined);
  if (arrived.length === paths.length) return { evidence: { kind, fileIds: arrived, ...said } };
  return { problem: (await isOffline()) ? refusal('NETWORK') : photoLost };
}
