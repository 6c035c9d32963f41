package io.github.coopj.governance.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The flow of least total that gives every node the same balance as all arcs filled whole: primal-dual, with potentials that prove
 * it. Each round finds the distances from the nodes that give more than they get, raises the potentials by them, and sends as much
 * as can go along the shortest ways. Distances are bounded by the number of nodes and grow each round.
 */
final class SmallestFlow {
  private final int nodes;
  private final int source;
  private final int sink;
  private final List<int[]> arcsOf = new ArrayList<>();
  private final List<List<Integer>> growing = new ArrayList<>();
  private final List<Integer> heads = new ArrayList<>();
  private final List<Long> capacities = new ArrayList<>();
  private final long[] balance;
  private final long[] potential;
  private int[] head = new int[0];
  private long[] left = new long[0];
  private int[] cost = new int[0];

  SmallestFlow(int nodes) {
    this.nodes = nodes;
    this.source = nodes;
    this.sink = nodes + 1;
    this.balance = new long[nodes];
    this.potential = new long[nodes + 2];
    for (int i = 0; i < nodes + 2; i++) {
      growing.add(new ArrayList<>());
    }
  }

  /** Adds an arc; arcs are numbered from 0 in the order in which they are added. */
  void add(int from, int to, long capacity) {
    join(from, to, capacity);
    balance[from] = Math.addExact(balance[from], capacity);
    balance[to] = Math.subtractExact(balance[to], capacity);
  }

  /** An arc and its way back, which has the next odd number. */
  private void join(int from, int to, long capacity) {
    growing.get(from).add(heads.size());
    heads.add(to);
    capacities.add(capacity);
    growing.get(to).add(heads.size());
    heads.add(from);
    capacities.add(0L);
  }

  void solve() {
    int inner = heads.size();
    for (int node = 0; node < nodes; node++) {
      if (balance[node] > 0) {
        join(source, node, balance[node]);
      } else if (balance[node] < 0) {
        join(node, sink, -balance[node]);
      }
    }
    head = heads.stream().mapToInt(to -> to).toArray();
    left = capacities.stream().mapToLong(capacity -> capacity).toArray();
    cost = new int[head.length];
    for (int arc = 0; arc < inner; arc++) {
      cost[arc] = arc % 2 == 0 ? 1 : -1;
    }
    growing.forEach(arcs -> arcsOf.add(arcs.stream().mapToInt(arc -> arc).toArray()));
    while (raise()) {
      send();
    }
  }

  long flow(int arc) {
    return left[2 * arc + 1];
  }

  long potential(int node) {
    return potential[node];
  }

  private long reduced(int from, int arc) {
    return cost[arc] + potential[from] - potential[head[arc]];
  }

  private record Reached(int node, long distance) {}

  /** Raises the potentials by the distances from the source; false if the sink cannot be reached. */
  private boolean raise() {
    long[] distance = new long[nodes + 2];
    Arrays.fill(distance, Long.MAX_VALUE);
    distance[source] = 0;
    PriorityQueue<Reached> open = new PriorityQueue<>(
        Comparator.comparingLong(Reached::distance).thenComparingInt(Reached::node));
    open.add(new Reached(source, 0));
    while (!open.isEmpty()) {
      Reached next = open.remove();
      if (next.distance() > distance[next.node()]) {
        continue;
      }
      for (int arc : arcsOf.get(next.node())) {
        long to = next.distance() + reduced(next.node(), arc);
        if (left[arc] > 0 && to < distance[head[arc]]) {
          distance[head[arc]] = to;
          open.add(new Reached(head[arc], to));
        }
      }
    }
    if (distance[sink] == Long.MAX_VALUE) {
      return false;
    }
    for (int node = 0; node < nodes + 2; node++) {
      potential[node] += Math.min(distance[node], distance[sink]);
    }
    return true;
  }

  /** Sends all that can go along arcs of reduced cost 0, by levels. */
  private void send() {
    int[] level = levels();
    while (level[sink] >= 0) {
      int[] next = new int[nodes + 2];
      while (path(level, next)) {
        // each path that is found is filled
      }
      level = levels();
    }
  }

  private boolean isOpen(int from, int arc) {
    return left[arc] > 0 && reduced(from, arc) == 0;
  }

  private int[] levels() {
    int[] level = new int[nodes + 2];
    Arrays.fill(level, -1);
    level[source] = 0;
    Deque<Integer> open = new ArrayDeque<>();
    open.add(source);
    while (!open.isEmpty()) {
      int node = open.remove();
      for (int arc : arcsOf.get(node)) {
        if (isOpen(node, arc) && level[head[arc]] < 0) {
          level[head[arc]] = level[node] + 1;
          open.add(head[arc]);
        }
      }
    }
    return level;
  }

  /** Finds one way from source to sink level by level, and fills it. */
  private boolean path(int[] level, int[] next) {
    Deque<Integer> way = new ArrayDeque<>();
    int node = source;
    while (node != sink) {
      int[] arcs = arcsOf.get(node);
      while (next[node] < arcs.length && !leadsOn(level, node, arcs[next[node]])) {
        next[node]++;
      }
      if (next[node] < arcs.length) {
        int arc = arcs[next[node]];
        way.addLast(arc);
        node = head[arc];
      } else if (way.isEmpty()) {
        return false;
      } else {
        node = head[way.removeLast() ^ 1];
        next[node]++;
      }
    }
    fill(way);
    return true;
  }

  private boolean leadsOn(int[] level, int node, int arc) {
    return isOpen(node, arc) && level[head[arc]] == level[node] + 1;
  }

  private void fill(Deque<Integer> way) {
    long most = Long.MAX_VALUE;
    for (int arc : way) {
      most = Math.min(most, left[arc]);
    }
    for (int arc : way) {
      left[arc] -= most;
      left[arc ^ 1] += most;
    }
  }
}
