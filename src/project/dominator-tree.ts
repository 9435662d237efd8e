/** Dominators in a flow graph, after Lengauer and Tarjan: O(edges × log nodes), without recursion. */

/** Successors of each node, numbered from 0; node 0 is where every path starts. */
export type Successors = readonly (readonly number[])[];

export interface DominatorTree {
  /** Nodes that can be reached, in the order of a depth-first walk: a dominator stands before what it dominates. */
  readonly order: Int32Array;
  /** The nearest node every path to it passes; -1 for node 0 and for what cannot be reached. */
  readonly immediate: Int32Array;
}

/** Immediate dominator of every node that can be reached from node 0. */
export function dominatorTree(successors: Successors): DominatorTree {
  const { order, number, parent } = walk(successors);
  const count = order.length;
  const semi = Int32Array.from({ length: count }, (_, i) => i);
  const label = Int32Array.from(semi);
  const ancestor = new Int32Array(count).fill(-1);
  const dominator = new Int32Array(count).fill(-1);
  const bucket = new Int32Array(count).fill(-1);
  const nextInBucket = new Int32Array(count).fill(-1);
  const predecessors = predecessorsOf(successors, order, number);

  for (let node = count - 1; node > 0; node--) {
    for (const before of predecessors[node]!) {
      const least = evaluate(before, semi, label, ancestor);
      if (semi[least]! < semi[node]!) semi[node] = semi[least]!;
    }
    nextInBucket[node] = bucket[semi[node]!]!;
    bucket[semi[node]!] = node;
    const above = parent[node]!;
    ancestor[node] = above;
    for (let waiting = bucket[above]!; waiting !== -1; waiting = nextInBucket[waiting]!) {
      const least = evaluate(waiting, semi, label, ancestor);
      dominator[waiting] = semi[least]! < semi[waiting]! ? least : above;
    }
    bucket[above] = -1;
  }

  const immediate = new Int32Array(successors.length).fill(-1);
  for (let node = 1; node < count; node++) {
    if (dominator[node] !== semi[node]) dominator[node] = dominator[dominator[node]!]!;
    immediate[order[node]!] = order[dominator[node]!]!;
  }
  return { order, immediate };
}

/** Depth-first from node 0: nodes in order, each node's place in it, and the place of the node it was reached from. */
function walk(successors: Successors) {
  const number = new Int32Array(successors.length).fill(-1);
  const order: number[] = [0];
  const parent: number[] = [-1];
  const stack: { node: number; next: number }[] = [{ node: 0, next: 0 }];
  number[0] = 0;
  while (stack.length > 0) {
    const top = stack[stack.length - 1]!;
    const to = successors[top.node]![top.next++];
    if (to === undefined) {
      stack.pop();
    } else if (number[to] === -1) {
      number[to] = order.length;
      order.push(to);
      parent.push(number[top.node]!);
      stack.push({ node: to, next: 0 });
    }
  }
  return { order: Int32Array.from(order), number, parent };
}

function predecessorsOf(successors: Successors, order: Int32Array, number: Int32Array): number[][] {
  const predecessors: number[][] = Array.from(order, () => []);
  order.forEach((node, place) => {
    for (const to of successors[node]!) predecessors[number[to]!]!.push(place);
  });
  return predecessors;
}

/** The node of least semidominator on the linked path above `node`, with the path compressed on the way. */
function evaluate(node: number, semi: Int32Array, label: Int32Array, ancestor: Int32Array): number {
  if (ancestor[node] === -1) return node;
  const path: number[] = [];
  for (let at = node; ancestor[ancestor[at]!] !== -1; at = ancestor[at]!) path.push(at);
  for (let at = path.pop(); at !== undefined; at = path.pop()) {
    const above = ancestor[at]!;
    if (semi[label[above]!]! < semi[label[at]!]!) label[at] = label[above]!;
    ancestor[at] = ancestor[above]!;
  }
  return label[node]!;
}
