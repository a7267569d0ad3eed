import type { Caller } from '../../access/caller';
import type { Routes } from '../../platform/endpoint';
import { approveCommendation } from './approve-commendation';
import { getCommendation } from './get-commendation';
import { getRanking } from './get-ranking';
import { saveRecognitionChoice } from './save-choice';

/** Who did well, where the community shows it. */
export const recognitionEndpoints = {
  'recognition.getCommendation': getCommendation,
  'recognition.approveCommendation': approveCommendation,
  'recognition.getRanking': getRanking,
  'recognition.saveChoice': saveRecognitionChoice,
} satisfies Partial<Routes<Caller>>;
