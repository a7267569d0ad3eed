import { readFileSync } from 'node:fs';
import path from 'node:path';
import { manifest } from '../../../cloudfunctions/core/schema';

const configOf = (name: string) =>
  JSON.parse(readFileSync(path.resolve(__dirname, `../../../cloudfunctions/${name}/config.json`), 'utf8')) as {
    triggers?: object[];
  };

test('the timers that a function is deployed with are those of the schema, one a function, seven fields', () => {
  for (const name of ['api', 'jobs', 'events']) {
    const planned = manifest.timers
      .filter((timer) => timer.function === name)
      .map((timer) => ({ name: timer.name, type: 'timer', config: timer.cron }));
    expect(configOf(name).triggers ?? []).toEqual(planned);
    expect(planned.length).toBeLessThanOrEqual(1);
    for (const { config } of planned) expect(config.split(' ')).toHaveLength(7);
  }
});
