import type { Caller } from '../../access/caller';
import type { Routes } from '../../platform/endpoint';
import { approveCommendation } from './approve-commendation';
import { getCommendation } from './get-commendation';
import { getRanking } from './get-ranking';
import { saveRecognitionChoice } from './save-choice';
import { decideStar } from './decide-star';
import { decideThanks } from './decide-thanks';
import { getStar } from './get-star';
import { listStarInputs } from './list-star-inputs';
import { listThanks } from './list-thanks';
import { thankForOrder } from './thank';
import { voteForStar } from './vote';

/** Who did well, where the community shows it. */
export const recognitionEndpoints = {
  'recognition.getCommendation': getCommendation,
  'recognition.approveCommendation': approveCommendation,
  'recognition.getRanking': getRanking,
  'recognition.saveChoice': saveRecognitionChoice,
  'recognition.thank': thankForOrder,
  'recognition.listThanks': listThanks,
  'recognition.decideThanks': decideThanks,
  'recognition.getStar': getStar,
  'recognition.vote': voteForStar,
  'recognition.decideStar': decideStar,
  'recognition.listStarInputs': listStarInputs,
} satisfies Partial<Routes<Caller>>;
