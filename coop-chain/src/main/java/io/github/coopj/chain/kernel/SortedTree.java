package io.github.coopj.chain.kernel;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A sorted map whose earlier versions stay readable: a B-tree in which versions share the nodes they have in common.
 *
 * <p>{@link #freeze} costs nothing but the copies of those nodes that are changed afterwards, once each. The tree itself
 * belongs to one thread; its frozen versions to any.
 *
 * @param <K> key, never changed in place
 * @param <V> value, never changed in place
 */
final class SortedTree<K, V> {
  /** Most entries of a leaf and most children of an inner node. */
  private static final int CAPACITY = 32;

  /** A node with fewer entries is joined with a neighbour if both fit into one. */
  private static final int SPARSE = CAPACITY / 4;

  private final KeyOrder<K> order;
  private Node<K, V> root;
  private Owner owner = new Owner();
  private int size;
  private @Nullable V previous;

  /** The leaf of the latest put and the first key beyond it: the next put often goes there too. */
  private @Nullable Leaf<K, V> latest;

  private @Nullable K beyond;
  private long beyondPrefix;

  SortedTree(KeyOrder<K> order) {
    this.order = order;
    this.root = new Leaf<>(owner);
  }

  /** Whoever may change a node in place: the tree from one version to the next. Equal to nothing but itself. */
  private static final class Owner {}

  /**
   * One version of the tree.
   *
   * @param <K> key
   * @param <V> value
   */
  static final class Frozen<K, V> {
    private final KeyOrder<K> order;
    private final Node<K, V> root;
    private final int size;

    private Frozen(KeyOrder<K> order, Node<K, V> root, int size) {
      this.order = order;
      this.root = root;
      this.size = size;
    }

    @Nullable V get(K key) {
      return SortedTree.get(root, order, key, order.prefix(key));
    }

    int size() {
      return size;
    }

    /** Entries in their order, from the first whose key is not below the given one; null for all. */
    Iterator<Map.Entry<K, V>> from(@Nullable K key) {
      return new Walk<>(root, order, key);
    }

    /** All entries in their order. */
    Iterable<Map.Entry<K, V>> entries() {
      return () -> from(null);
    }
  }

  /** The present version, which later changes do not touch. */
  Frozen<K, V> freeze() {
    owner = new Owner();
    latest = null;
    return new Frozen<>(order, root, size);
  }

  /** Goes to another version. */
  void reset(Frozen<K, V> version) {
    owner = new Owner();
    latest = null;
    root = version.root;
    size = version.size;
  }

  /** Value of a key whose prefix is known. */
  @Nullable V get(K key, long prefix) {
    return get(root, order, key, prefix);
  }

  int size() {
    return size;
  }

  /** Entry with the smallest key not below the given one. */
  Map.@Nullable Entry<K, V> ceiling(K key) {
    Iterator<Map.Entry<K, V>> walk = from(key);
    return walk.hasNext() ? walk.next() : null;
  }

  /** Entry with the largest key below the given one. */
  Map.@Nullable Entry<K, V> lower(K key) {
    return lower(root, key, order.prefix(key));
  }

  /** Entry with the smallest key. */
  Map.@Nullable Entry<K, V> first() {
    Iterator<Map.Entry<K, V>> walk = from(null);
    return walk.hasNext() ? walk.next() : null;
  }

  /** Entry with the largest key. */
  Map.@Nullable Entry<K, V> last() {
    Node<K, V> node = root;
    while (node instanceof Inner<K, V> inner) {
      node = inner.child(inner.count - 1);
    }
    return node.count == 0 ? null : ((Leaf<K, V>) node).entry(node.count - 1);
  }

  /** Entries in their order, from the first whose key is not below the given one; the tree must not change meanwhile. */
  Iterator<Map.Entry<K, V>> from(@Nullable K key) {
    return new Walk<>(root, order, key);
  }

  /** Sets the value of a key whose prefix is known, and returns the one before. */
  @CanIgnoreReturnValue
  @Nullable V put(K key, long prefix, V value) {
    previous = null;
    Leaf<K, V> near = latest;
    if (near != null && near.count < CAPACITY && isWithin(near, key, prefix)) {
      insert(near, key, prefix, value);
      return takePrevious();
    }
    beyond = null;
    root = root.editable(owner);
    Node<K, V> right = insert(root, key, prefix, value);
    if (right != null) {
      Inner<K, V> above = new Inner<>(owner);
      above.add(0, root);
      above.add(1, right);
      root = above;
    }
    return takePrevious();
  }

  /** Whether a key belongs into a leaf, the latest one. */
  private boolean isWithin(Leaf<K, V> leaf, K key, long prefix) {
    if (leaf.count == 0 || compare(leaf.key(0), leaf.prefixes[0], key, prefix) > 0) {
      return false;
    }
    K end = beyond;
    return end == null || compare(key, prefix, end, beyondPrefix) < 0;
  }

  private int compare(K left, long leftPrefix, K right, long rightPrefix) {
    int compared = Long.compareUnsigned(leftPrefix, rightPrefix);
    return compared == 0 ? order.compareRest(left, right) : compared;
  }

  /** Removes the value of a key whose prefix is known, and returns it. */
  @CanIgnoreReturnValue
  @Nullable V remove(K key, long prefix) {
    if (get(key, prefix) == null) {
      return null;
    }
    previous = null;
    latest = null;
    root = root.editable(owner);
    delete(root, key, prefix);
    while (root instanceof Inner<K, V> inner && inner.count == 1) {
      root = inner.child(0);
    }
    return takePrevious();
  }

  private @Nullable V takePrevious() {
    V before = previous;
    previous = null;
    return before;
  }

  private static <K, V> @Nullable V get(Node<K, V> from, KeyOrder<K> order, K key, long prefix) {
    Node<K, V> node = from;
    while (node instanceof Inner<K, V> inner) {
      node = inner.child(inner.childFor(key, prefix, order));
    }
    int at = node.search(key, prefix, order, 0);
    return at < 0 ? null : ((Leaf<K, V>) node).value(at);
  }

  private Map.@Nullable Entry<K, V> lower(Node<K, V> node, K key, long prefix) {
    if (node instanceof Inner<K, V> inner) {
      for (int i = inner.childFor(key, prefix, order); i >= 0; i--) {
        Map.Entry<K, V> found = lower(inner.child(i), key, prefix);
        if (found != null) {
          return found;
        }
      }
      return null;
    }
    int at = node.search(key, prefix, order, 0);
    int below = (at < 0 ? -at - 1 : at) - 1;
    return below < 0 ? null : ((Leaf<K, V>) node).entry(below);
  }

  /** Puts an entry below an editable node; what was split off it to the right, if anything. */
  private @Nullable Node<K, V> insert(Node<K, V> node, K key, long prefix, V value) {
    if (node instanceof Inner<K, V> inner) {
      int at = inner.childFor(key, prefix, order);
      Node<K, V> child = inner.child(at).editable(owner);
      inner.children[at] = child;
      if (at + 1 < inner.count) {
        beyond = inner.key(at + 1);
        beyondPrefix = inner.prefixes[at + 1];
      }
      Node<K, V> right = insert(child, key, prefix, value);
      return right == null ? null : addChild(inner, at + 1, right);
    }
    Leaf<K, V> leaf = (Leaf<K, V>) node;
    latest = leaf;
    int at = leaf.search(key, prefix, order, 0);
    if (at >= 0) {
      previous = leaf.value(at);
      leaf.values[at] = value;
      return null;
    }
    size++;
    return addEntry(leaf, -at - 1, key, prefix, value);
  }

  private @Nullable Node<K, V> addEntry(Leaf<K, V> leaf, int at, K key, long prefix, V value) {
    if (leaf.count < CAPACITY) {
      leaf.add(at, key, prefix, value);
      return null;
    }
    latest = null;
    Leaf<K, V> right = new Leaf<>(owner);
    int half = at == CAPACITY ? CAPACITY : CAPACITY / 2;
    leaf.moveTail(half, right, leaf.values, right.values);
    if (at > half || half == CAPACITY) {
      right.add(at - half, key, prefix, value);
    } else {
      leaf.add(at, key, prefix, value);
    }
    return right;
  }

  private @Nullable Node<K, V> addChild(Inner<K, V> inner, int at, Node<K, V> child) {
    if (inner.count < CAPACITY) {
      inner.add(at, child);
      return null;
    }
    Inner<K, V> right = new Inner<>(owner);
    int half = at == CAPACITY ? CAPACITY : CAPACITY / 2;
    inner.moveTail(half, right, inner.children, right.children);
    if (at > half || half == CAPACITY) {
      right.add(at - half, child);
    } else {
      inner.add(at, child);
    }
    return right;
  }

  /** Removes an entry that is there below an editable node. */
  private void delete(Node<K, V> node, K key, long prefix) {
    if (node instanceof Inner<K, V> inner) {
      int at = inner.childFor(key, prefix, order);
      Node<K, V> child = inner.child(at).editable(owner);
      inner.children[at] = child;
      delete(child, key, prefix);
      tidy(inner, at);
      return;
    }
    Leaf<K, V> leaf = (Leaf<K, V>) node;
    int at = leaf.search(key, prefix, order, 0);
    previous = leaf.value(at);
    leaf.drop(at, leaf.values);
    size--;
  }

  /** Drops a child that has become empty and joins one that has become sparse. */
  private void tidy(Inner<K, V> inner, int at) {
    int count = inner.child(at).count;
    if (count == 0) {
      inner.drop(at, inner.children);
    } else if (count < SPARSE && inner.count > 1) {
      int left = at == 0 ? 0 : at - 1;
      if (inner.child(left).count + inner.child(left + 1).count <= CAPACITY) {
        Node<K, V> joined = inner.child(left).editable(owner);
        joined.append(inner.child(left + 1), inner.key(left + 1), inner.prefixes[left + 1]);
        inner.children[left] = joined;
        inner.drop(left + 1, inner.children);
      }
    }
  }

  /**
   * A node; changed in place only by the tree whose present owner made it. A copy shares the keys until they change: most
   * changes are of values alone.
   */
  private abstract static class Node<K, V> {
    final Owner owner;

    @Nullable Object[] keys;

    long[] prefixes;
    boolean sharesKeys;
    int count;

    Node(Owner owner) {
      this.owner = owner;
      this.keys = new @Nullable Object[CAPACITY];
      this.prefixes = new long[CAPACITY];
    }

    Node(Owner owner, Node<K, V> other) {
      this.owner = owner;
      this.keys = other.keys;
      this.prefixes = other.prefixes;
      this.sharesKeys = true;
      this.count = other.count;
    }

    /** To be called before keys are changed. */
    void ownKeys() {
      if (sharesKeys) {
        keys = keys.clone();
        prefixes = prefixes.clone();
        sharesKeys = false;
      }
    }

    /** This node, or a copy of it that the owner may change. */
    abstract Node<K, V> editable(Owner by);

    /** Adds all of the node's right neighbour, none of whose keys is below the given one. */
    abstract void append(Node<K, V> right, K lowest, long lowestPrefix);

    /** Key at an index below the count, where there always is one. */
    @SuppressWarnings({"unchecked", "NullAway"})
    K key(int at) {
      return (K) keys[at];
    }

    /** Index of the key from an index on, or minus where it belongs less one. */
    int search(K key, long prefix, KeyOrder<K> order, int from) {
      int low = from;
      int high = count - 1;
      while (low <= high) {
        int middle = (low + high) >>> 1;
        int compared = Long.compareUnsigned(prefixes[middle], prefix);
        if (compared == 0) {
          compared = order.compareRest(key(middle), key);
        }
        if (compared < 0) {
          low = middle + 1;
        } else if (compared > 0) {
          high = middle - 1;
        } else {
          return middle;
        }
      }
      return -low - 1;
    }

    void add(int at, K key, long prefix, Object item, @Nullable Object[] items) {
      ownKeys();
      System.arraycopy(keys, at, keys, at + 1, count - at);
      System.arraycopy(prefixes, at, prefixes, at + 1, count - at);
      System.arraycopy(items, at, items, at + 1, count - at);
      keys[at] = key;
      prefixes[at] = prefix;
      items[at] = item;
      count++;
    }

    void drop(int at, @Nullable Object[] items) {
      ownKeys();
      count--;
      System.arraycopy(keys, at + 1, keys, at, count - at);
      System.arraycopy(prefixes, at + 1, prefixes, at, count - at);
      System.arraycopy(items, at + 1, items, at, count - at);
      keys[count] = null;
      items[count] = null;
    }

    void moveTail(int from, Node<K, V> to, @Nullable Object[] items, @Nullable Object[] toItems) {
      ownKeys();
      to.count = count - from;
      System.arraycopy(keys, from, to.keys, 0, to.count);
      System.arraycopy(prefixes, from, to.prefixes, 0, to.count);
      System.arraycopy(items, from, toItems, 0, to.count);
      Arrays.fill(keys, from, count, null);
      Arrays.fill(items, from, count, null);
      count = from;
    }

    void appendAll(Node<K, V> right, @Nullable Object[] items, @Nullable Object[] rightItems) {
      ownKeys();
      System.arraycopy(right.keys, 0, keys, count, right.count);
      System.arraycopy(right.prefixes, 0, prefixes, count, right.count);
      System.arraycopy(rightItems, 0, items, count, right.count);
      count += right.count;
    }
  }

  private static final class Leaf<K, V> extends Node<K, V> {
    final @Nullable Object[] values;

    Leaf(Owner owner) {
      super(owner);
      this.values = new @Nullable Object[CAPACITY];
    }

    private Leaf(Owner owner, Leaf<K, V> other) {
      super(owner, other);
      this.values = other.values.clone();
    }

    @Override
    Node<K, V> editable(Owner by) {
      return owner == by ? this : new Leaf<>(by, this);
    }

    @Override
    void append(Node<K, V> right, K lowest, long lowestPrefix) {
      appendAll(right, values, ((Leaf<K, V>) right).values);
    }

    void add(int at, K key, long prefix, V value) {
      add(at, key, prefix, value, values);
    }

    /** Value at an index below the count, where there always is one. */
    @SuppressWarnings({"unchecked", "NullAway"})
    V value(int at) {
      return (V) values[at];
    }

    Map.Entry<K, V> entry(int at) {
      return Map.entry(key(at), value(at));
    }
  }

  /** Its keys are lower bounds of its children; that of the first child is not looked at. */
  private static final class Inner<K, V> extends Node<K, V> {
    final @Nullable Object[] children;

    Inner(Owner owner) {
      super(owner);
      this.children = new @Nullable Object[CAPACITY];
    }

    private Inner(Owner owner, Inner<K, V> other) {
      super(owner, other);
      this.children = other.children.clone();
    }

    @Override
    Node<K, V> editable(Owner by) {
      return owner == by ? this : new Inner<>(by, this);
    }

    @Override
    void append(Node<K, V> right, K lowest, long lowestPrefix) {
      int from = count;
      appendAll(right, children, ((Inner<K, V>) right).children);
      keys[from] = lowest;
      prefixes[from] = lowestPrefix;
    }

    /** Adds a child that has entries or children, ordered by its lowest key. */
    void add(int at, Node<K, V> child) {
      add(at, child.key(0), child.prefixes[0], child, children);
    }

    /** Child at an index below the count, where there always is one. */
    @SuppressWarnings({"unchecked", "NullAway"})
    Node<K, V> child(int at) {
      return (Node<K, V>) children[at];
    }

    /** Index of the child in which a key belongs. */
    int childFor(K key, long prefix, KeyOrder<K> order) {
      int at = search(key, prefix, order, 1);
      return at >= 0 ? at : -at - 2;
    }
  }

  /** Walks over a version's entries. */
  private static final class Walk<K, V> implements Iterator<Map.Entry<K, V>> {
    private static final int MAX_HEIGHT = 16;

    private final @Nullable Object[] path = new @Nullable Object[MAX_HEIGHT];
    private final int[] next = new int[MAX_HEIGHT];
    private int depth;

    Walk(Node<K, V> root, KeyOrder<K> order, @Nullable K from) {
      Node<K, V> node = root;
      long prefix = from == null ? 0 : order.prefix(from);
      while (node instanceof Inner<K, V> inner) {
        int at = from == null ? 0 : inner.childFor(from, prefix, order);
        path[depth] = inner;
        next[depth++] = at + 1;
        node = inner.child(at);
      }
      int at = from == null ? 0 : node.search(from, prefix, order, 0);
      path[depth] = node;
      next[depth] = at < 0 ? -at - 1 : at;
      settle();
    }

    @Override
    public boolean hasNext() {
      return depth >= 0;
    }

    @Override
    public Map.Entry<K, V> next() {
      if (depth < 0) {
        throw new NoSuchElementException();
      }
      Map.Entry<K, V> entry = ((Leaf<K, V>) node(depth)).entry(next[depth]++);
      settle();
      return entry;
    }

    /** Goes on until the deepest node of the path is a leaf with an entry to come. */
    private void settle() {
      while (depth >= 0) {
        Node<K, V> node = node(depth);
        if (next[depth] == node.count) {
          depth--;
        } else if (node instanceof Inner<K, V> inner) {
          Node<K, V> child = inner.child(next[depth]++);
          path[++depth] = child;
          next[depth] = 0;
        } else {
          return;
        }
      }
    }

    @SuppressWarnings({"unchecked", "NullAway"})
    private Node<K, V> node(int at) {
      return (Node<K, V>) path[at];
    }
  }
}
