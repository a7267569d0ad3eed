/** What an app consists of: everything that its pages reach, found by following what each file names. */
import type { AppConfig } from './app/app-config';
import { packageOf } from './app/app-config';

export type Kind = 'component' | 'script' | 'template' | 'wxs';
export type NodeId = `${Kind}:${string}`;

export interface GraphNode {
  id: NodeId;
  kind: Kind;
  name: string;
  needs: readonly NodeId[];
}

export function nodeId(kind: Kind, name: string): NodeId {
  return `${kind}:${name}`;
}

/** Loads what is reachable from `roots`, each node once, all that are known at a time together. */
export async function exploreGraph<N extends GraphNode>(
  roots: readonly NodeId[],
  load: (id: NodeId) => Promise<N>,
): Promise<Map<NodeId, N>> {
  const nodes = new Map<NodeId, N>();
  const seen = new Set<NodeId>(roots);
  let waiting = [...seen];
  while (waiting.length > 0) {
    const loaded = await Promise.all(waiting.map(load));
    for (const node of loaded) nodes.set(node.id, node);
    waiting = loaded.flatMap((node) => node.needs).filter((id) => !seen.has(id) && seen.add(id));
    waiting = [...new Set(waiting)];
  }
  return nodes;
}

/** What `start` needs, itself included; stops at nodes that `stop` refuses. */
export function reachable<N extends GraphNode>(
  nodes: ReadonlyMap<NodeId, N>,
  start: readonly NodeId[],
  stop: (node: N) => boolean,
): Set<NodeId> {
  const found = new Set<NodeId>();
  const waiting = [...start];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const node = nodes.get(id);
    if (!node || found.has(id) || stop(node)) continue;
    found.add(id);
    waiting.push(...node.needs);
  }
  return found;
}

/**
 * Puts every node into a package: what lies in a subpackage's folder belongs there; of the rest, what only one subpackage
 * reaches goes with it, so that the main package stays small; everything else is the main package's ('').
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
    const only = [...(users.get(node.id) ?? [])];
    const sole = only.length === 1 && !main.has(node.id) ? only[0] : undefined;
    owners.set(node.id, ownerOf(node) || (sole ?? ''));
  }
  return owners;
}
