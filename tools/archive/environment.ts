import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startCloud } from '@lianxin/local-cloud';
import * as v from 'valibot';
import { manifest } from '../../cloudfunctions/core/schema';
import { demoEnvironment } from '../../local/demo/signing-key';
import { distFolder } from '../build';
import { missingKeys, openManager } from '../deploy/environment';
import { migrationRunner } from '../deploy/plan';
import { buildFunctions } from '../functions';

/** Calls a function of the environment; without a name the one that hands out and puts back what an archive holds. */
export type Invoke = (event: object, name?: string) => Promise<unknown>;

/** A CloudBase environment, or a data folder of this machine. */
export interface Environment {
  readonly invoke: Invoke;
  /** @returns the new file's id */
  putFile(cloudPath: string, content: Uint8Array): Promise<string>;
}

const environmentShape = v.looseObject({
  EnvInfo: v.looseObject({ EnvId: v.string(), Storages: v.array(v.looseObject({ Bucket: v.string() })) }),
});

/** The environment that the keys of this process name. @throws Error where they are missing */
export function cloudEnvironment(): Environment {
  const missing = missingKeys(process.env);
  if (missing.length > 0) throw new Error(`keys are missing: ${missing.join(', ')} (docs/deploy.md); or name --data`);
  const manager = openManager(process.env);
  return {
    async invoke(event, name = migrationRunner) {
      const { RetMsg, ErrMsg, InvokeResult } = await manager.functions.invokeFunction(name, event);
      if (InvokeResult !== 0) throw new Error(`${name} failed: ${ErrMsg}`);
      return v.parse(v.pipe(v.string(), v.parseJson()), RetMsg);
    },
    async putFile(cloudPath, content) {
      const folder = mkdtempSync(path.join(os.tmpdir(), 'restore-'));
      try {
        const localPath = path.join(folder, 'file');
        writeFileSync(localPath, content);
        await manager.storage.uploadFile({ localPath, cloudPath });
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
      const { EnvInfo } = v.parse(environmentShape, await manager.env.getEnvInfo());
      return `cloud://${EnvInfo.EnvId}.${EnvInfo.Storages[0]?.Bucket ?? ''}/${cloudPath}`;
    },
  };
}

const storedShape = v.looseObject({ fileID: v.string() });

/** A local cloud that runs already. @param whoever stores the files: one who calls without being anybody's phone */
export function localEnvironment(cloud: { readonly url: string; readonly invoke: Cloud['invoke'] }): Environment {
  return {
    invoke: (event, name = migrationRunner) => cloud.invoke(name, event, { source: 'deploy' }),
    async putFile(cloudPath, content) {
      const response = await fetch(`${cloud.url}/local/files/${cloudPath}`, {
        method: 'POST',
        headers: { 'x-openid': 'restore' },
        body: new Uint8Array(content),
      });
      return v.parse(storedShape, await response.json()).fileID;
    },
  };
}

type Cloud = Awaited<ReturnType<typeof startCloud>>;

/** Runs `work` with the functions on a data folder of this machine that no cloud uses now. */
export async function withDataFolder<T>(dataFolder: string, work: (environment: Environment) => Promise<T>) {
  await buildFunctions(distFolder);
  const cloud = await startCloud({
    functionsFolder: distFolder,
    dataFolder: path.resolve(dataFolder),
    port: 0,
    automaticTimers: false,
    functionEnvironment: demoEnvironment,
    manifest,
  });
  try {
    return await work(localEnvironment(cloud));
  } finally {
    await cloud.close();
  }
}
