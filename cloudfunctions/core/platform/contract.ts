import { contractNumber, firstContractNumber } from '../../../miniprogram/contracts/version';
import { refuse, type Refusal } from './result';

/**
 * Why a call of this contract is not served, if it is not. The number of these functions and the one before it are; no
 * number is the first. `BUSY` answers a newer one: the functions that know it are being deployed.
 */
export function refusalOfContract(given: unknown, current = contractNumber): Refusal | undefined {
  const contract = given ?? firstContractNumber;
  if (typeof contract !== 'number' || !Number.isInteger(contract)) return refuse('INVALID_INPUT', 'contract');
  if (contract > current) return refuse('BUSY');
  return contract < current - 1 ? refuse('CLIENT_OUTDATED') : undefined;
}
