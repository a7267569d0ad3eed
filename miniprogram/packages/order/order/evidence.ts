/** What shows that the work was done: one piece is enough. */
import { limits } from '../../../contracts/limits';
import type { EvidenceInput, EvidenceKind } from '../../../contracts/order';
import type { Unsent } from '../../../page/submit';
import { uploadPhoto } from '../../../services/platform/files';
import { isOffline } from '../../../services/platform/network';
import { refusal } from '../../../text/errors';
import type { PickedPhoto } from '../../../views/order/picked-photo';
import { evidenceMissing, photoLost } from '../text/evidence-form';

interface EvidenceEntered {
  readonly kind: EvidenceKind;
  readonly paths: readonly string[];
  readonly code: string;
  readonly note: string;
}

/** Photos that stay on the phone until the evidence is submitted. */
export function pickedPhotos(paths: readonly string[]): PickedPhoto[] {
  return paths.map((url) => ({ url, state: 'ready' }));
}

/** The sentence that says what is missing, or ''. */
export function missingEvidence({ kind, paths, code, note }: EvidenceEntered): string {
  const codePattern = new RegExp(`^\\d{${limits.finishCodeDigits}}$`);
  const isEnough = kind === 'photo' ? paths.length > 0 : kind === 'code' ? codePattern.test(code) : note.trim() !== '';
  return isEnough ? '' : evidenceMissing[kind];
}

/** Uploads what has to be uploaded. */
export async function makeEvidence({
  kind,
  paths,
  code,
  note,
}: EvidenceEntered): Promise<{ readonly ok: true; readonly evidence: EvidenceInput } | Unsent> {
  const words = note.trim() === '' ? {} : { note: note.trim() };
  if (kind === 'code') return { ok: true, evidence: { kind, code, ...words } };
  if (kind === 'phone') return { ok: true, evidence: { kind, note: note.trim() } };
  const fileIds = await Promise.all(paths.map(uploadPhoto));
  const uploaded = fileIds.filter((fileId) => fileId !== undefined);
  if (uploaded.length < paths.length)
    return { ok: false, problem: (await isOffline()) ? refusal('NETWORK') : photoLost };
  if (kind === 'record') return { ok: true, evidence: { kind, note: note.trim(), fileIds: uploaded } };
  return { ok: true, evidence: { kind, fileIds: uploaded, ...words } };
}
