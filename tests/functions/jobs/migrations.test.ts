import {
  FormTooNew,
  migrateDocument,
  runMigrations,
  type CollectionForm,
} from '../../../cloudfunctions/core/platform/migration';
import { collectionForms } from '../../../cloudfunctions/core/schema';
import { startApi, type ApiCloud } from '../../support/api';

/** A noun whose documents first had one `name`, then two names, then none of the old ones. */
const sample: CollectionForm = {
  name: 'teams',
  form: 3,
  migrations: [
    { to: 2, migrate: ({ name, ...rest }) => ({ ...rest, title: name }) },
    { to: 3, migrate: (document) => ({ ...document, shortTitle: String(document['title']).slice(0, 2) }) },
  ],
};

let api: ApiCloud;
const goOn = () => true;
const invoke = (event: object, source = 'deploy', openid?: string) =>
  api.invoke('jobs', event, { source, ...(openid !== undefined && { openid }) });

beforeEach(async () => {
  api = await startApi({
    functions: ['jobs'],
    demo: {
      load: (database) =>
        database.load(
          'teams',
          Array.from({ length: 250 }, (_, index) => ({
            _id: `team-${String(index).padStart(3, '0')}`,
            name: `第${index}队`,
          })),
        ),
      personas: () => [],
    },
  });
});
afterEach(() => api.close());

const teams = () => api.stored<{ _id: string; name?: string; title?: string; form?: number }>('teams');

describe('migrations', () => {
  it('take a document through every step that it lacks, and leave one that is whole alone', () => {
    const old = { _id: 'team-1', name: '法律队' };
    const whole = { _id: 'team-1', title: '法律队', shortTitle: '法律', form: 3 };
    expect(migrateDocument(old, sample)).toEqual(whole);
    expect(migrateDocument(whole, sample)).toEqual(whole);
    expect(() => migrateDocument({ ...whole, form: 4 }, sample)).toThrow(FormTooNew);
  });

  it('bring every document forward, fields that went are gone, and a second run changes nothing', async () => {
    const { database } = await api.services();
    expect(await runMigrations(database, [sample], goOn)).toEqual({ changed: 250, isDone: true });
    expect(teams()).toHaveLength(250);
    expect(teams().every(({ name, title, form }) => name === undefined && title !== undefined && form === 3)).toBe(
      true,
    );
    expect(await runMigrations(database, [sample], goOn)).toEqual({ changed: 0, isDone: true });
  });

  it('go on where a run was broken off', async () => {
    const { database } = await api.services();
    let pages = 0;
    const once = () => (pages += 1) === 1;
    expect(await runMigrations(database, [sample], once)).toEqual({ changed: 99, isDone: false });
    expect(await runMigrations(database, [sample], goOn)).toEqual({ changed: 151, isDone: true });
  });

  it('are refused backwards, before anything is written', async () => {
    const { database } = await api.services();
    await runMigrations(database, [sample], goOn);
    const older = { ...sample, form: 2, migrations: sample.migrations.slice(0, 1) };
    await expect(
      runMigrations(database, [{ ...sample, name: 'runs', form: 1, migrations: [] }, older], goOn),
    ).rejects.toThrow('teams holds form 3, and this version knows form 2');
    expect(teams().every(({ form }) => form === 3)).toBe(true);
  });

  it('come before any other work of the timer, and mark what older code wrote', async () => {
    expect(await invoke({ name: 'migrate', check: true })).toMatchObject({
      ok: true,
      data: { pending: collectionForms.length, isDone: false },
    });
    expect(await invoke({ name: 'migrate' })).toMatchObject({ ok: true, data: { isDone: true } });
    const formOfTeams = collectionForms.find(({ name }) => name === 'teams')?.form;
    expect(teams().every(({ form }) => form === formOfTeams)).toBe(true);
    expect(await invoke({ name: 'migrate', check: true })).toMatchObject({ data: { pending: 0 } });
  });

  it('leave data of newer code alone, and say so', async () => {
    const { database } = await api.services();
    await runMigrations(
      database,
      [{ ...sample, form: 9, migrations: [2, 3, 4, 5, 6, 7, 8, 9].map((to) => ({ to, migrate: (same) => same })) }],
      goOn,
    );
    expect(await invoke({ name: 'migrate' })).toMatchObject({ ok: false, code: 'FORM_TOO_NEW' });
    expect(await invoke({}, 'wx_trigger')).toMatchObject({ ok: false, code: 'FORM_TOO_NEW' });
  });

  it('cannot be set off from a mini-program', async () => {
    expect(await invoke({ name: 'migrate' }, 'wx_client,scf', 'o_somebody')).toEqual({ ok: false, code: 'FORBIDDEN' });
    expect(await invoke({ name: 'migrate' }, 'scf', 'o_somebody')).toEqual({ ok: false, code: 'FORBIDDEN' });
  });
});
