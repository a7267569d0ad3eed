import { isConflict, isDuplicate, openapiCode } from '../../../cloudfunctions/core/platform/cloud/errors';
import { errorFields } from '../../../cloudfunctions/core/platform/log';

/** The texts that users of the cloud reported, and the official list's. */
const e11000 = {
  errCode: -502001,
  errMsg: [
    'collection.add:fail -502001 database request fail. [FailedOperation] multiple write errors:',
    '[{write errors: [{E11000 duplicate key error collection: x index: _id_ dup key: { : "a" }}]}, {<nil>}]',
  ].join(' '),
};
const duplicateWrite = {
  errCode: -501001,
  errMsg: 'collection.add:fail -501001 resource system error. DATABASE_DUPLICATE_WRITE',
};
const conflict = {
  errCode: -501001,
  errMsg: [
    'document.update:fail -501001 [ResourceUnavailable.TransactionConflict]',
    'Transaction is conflict, maybe resource operated by others.',
  ].join(' '),
};
const conflictAtCommit = { code: 'DATABASE_TRANSACTION_CONFLICT', message: 'conflict', requestId: 'r' };

describe('errors of the cloud', () => {
  it('tells a duplicate key by its text, in both forms', () => {
    expect([e11000, duplicateWrite, conflict, conflictAtCommit, new Error('E11000')].map(isDuplicate)).toEqual([
      true,
      true,
      false,
      false,
      true,
    ]);
  });

  it('tells a conflict, met by an operation or at the commit', () => {
    expect([e11000, duplicateWrite, conflict, conflictAtCommit, undefined].map(isConflict)).toEqual([
      false,
      false,
      true,
      true,
      false,
    ]);
  });

  it('reads an openapi error code', () => {
    expect([{ errCode: 43101, errMsg: 'x' }, { errCode: '1' }, undefined, 'x'].map(openapiCode)).toEqual([
      43101, 0, 0, 0,
    ]);
  });

  it('logs where an error came from, and nothing that it quotes', () => {
    const error = Object.assign(new Error(e11000.errMsg.replace('"a"', '"13800000000 李秀兰"')), { errCode: -502001 });
    const fields = errorFields(error);
    expect(fields).toMatchObject({ error: 'Error', errCode: -502001, call: 'collection.add', serverCode: 'E11000' });
    expect(JSON.stringify(fields)).not.toMatch(/13800000000|李秀兰/);
    expect(errorFields(new Error('E11000 dup key: { : "LEAK_13899990000" }'))['serverCode']).toBe('E11000');
    expect(errorFields(new Error('request LEAK_13899990000 failed'))['serverCode']).toBeUndefined();
    expect(errorFields('text with 李秀兰')).toEqual({ error: 'string' });
  });
});
