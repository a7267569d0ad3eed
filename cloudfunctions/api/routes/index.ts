import type { FileApi } from '../../../miniprogram/contracts/file';
import type { Caller } from '../../core/access/caller';
import type { Routes } from '../../core/platform/endpoint';
import { branchRoutes } from './branch';
import { orderRoutes } from './orders';
import { peopleRoutes } from './people';

/** Every endpoint of the contract but those of function `files`: one that is missing or misspelt does not compile. */
export const routes = { ...peopleRoutes, ...orderRoutes, ...branchRoutes } satisfies Omit<
  Routes<Caller>,
  keyof FileApi
>;
