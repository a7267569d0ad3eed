/** The dependency graph of an app: everything that its pages reach. */
import type { AppConfig } from './app/app-config';
import { packageOf } from './app/app-config';

export type Kind = 'component' | 'script' | 'template' | 'wxs';
export type NodeId = `${Kind}:${string}`;

export interface GraphNode {
  readonly id: NodeId;
  readonly kind: Kind;
  readonly name: string;
  readonly needs: readonly NodeId[];
}

export function nodeId(kind: Kind, name: string): NodeId {
  return `${kind}:${name}`;
}

/** Loads everything reachable from `roots`, each node once, and all that are known at a time in parallel. */
export async function loadGraph<N extends GraphNode>(
  roots: readonly NodeId[],
  load: (id: NodeId) => Promise<N>,
): Promise<Map<NodeId, N>> {
  const nodes = new Map<NodeId, N>();
  const seen = new Set<NodeId>(roots);
  let pending = [...seen];
  while (pending.length > 0) {
    const loaded = await Promise.all(pending.map(load));
    for (const node of loaded) nodes.set(node.id, node);
    pending = loaded.flatMap((node) => node.needs).filter((id) => !seen.has(id) && seen.add(id));
    pending = [...new Set(pending)];
  }
  return nodes;
}

/** Everything reachable from `start`, itself included, except through nodes for which `stop` is true. */
export function reachable<N extends GraphNode>(
  nodes: ReadonlyMap<NodeId, N>,
  start: readonly NodeId[],
  stop: (node: N) => boolean,
): Set<NodeId> {
  const found = new Set<NodeId>();
  const pending = [...start];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    const node = nodes.get(id);
    if (!node || found.has(id) || stop(node)) continue;
    found.add(id);
    pending.push(...node.needs);
  }
  return found;
}

/**
 * Assigns every node to a package: a node in a subpackage's folder belongs to it; of the others, a node that only one
 * subpackage reaches belongs to that one, so that the main package is small; all others belong to the main package
 * ('').
 */
export function assignPackages<N extends GraphNode>(
  nodes: ReadonlyMap<NodeId, N>,
  config: AppConfig,
  mainRoots: readonly NodeId[],
): Map<NodeId, string> {
  const ownerOf = (node: N): string => packageOf(config, node.name);
  const main = reachable(nodes, mainRoots, (node) => ownerOf(node) !== '');
  const users = new Map<NodeId, Set<string>>();
  for (const { root } of config.subpackages) {
    const start = [...nodes.values()].filter((node) => ownerOf(node) === root).map((node) => node.id);
    for (const id of reachable(nodes, start, (node) => ownerOf(node) !== '' && ownerOf(node) !== root)) {
      users.set(id, (users.get(id) ?? new Set()).add(root));
    }
  }
  const owners = new Map<NodeId, string>();
  for (const node of nodes.values()) {
    const userRoots = [...(users.get(node.id) ?? [])];
    const sole = userRoots.length === 1 && !main.has(node.id) ? userRoots[0] : undefined;
    owners.set(node.id, ownerOf(node) || (sole ?? ''));
  }
  return owners;
}
