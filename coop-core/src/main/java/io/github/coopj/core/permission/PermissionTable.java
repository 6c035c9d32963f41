package io.github.coopj.core.permission;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionException.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Permission table (таблица разрешений) of one account: a tree of named permissions under {@code owner}, and links that say
 * which of them an action needs (PERM-02).
 *
 * <p>A table never changes; every move gives a new one, or throws and leaves everything as it was. The rules are those of
 * the node's native actions updateauth, deleteauth, linkauth and unlinkauth (protocol rule: eosio_contract.cpp,
 * authorization_manager.cpp). Whether somebody has really proven a permission is for {@link AuthorityChecker}; here it is
 * decided which permission must be proven.
 */
public final class PermissionTable implements AuthorityLookup {
  private static final String RESERVED_PREFIX = "eosio.";
  private static final List<Name> SPECIAL_ACTIONS = List.of(
      Name.of("updateauth"),
      Name.of("deleteauth"),
      Name.of("linkauth"),
      Name.of("unlinkauth"),
      Name.of("canceldelay"));

  private final Name account;

  /** By name, in unsigned order; few, and asked for with every transaction. */
  private final List<Permission> permissions;

  private final SortedMap<Target, Name> links;

  private PermissionTable(
      Name account, List<Permission> permissions, SortedMap<Target, Name> links) {
    this.account = account;
    this.permissions = permissions;
    this.links = links;
  }

  /**
   * Table of a new account. Its authorities may name the two permissions that it gets.
   *
   * @param account its name
   * @param owner what satisfies {@code owner}
   * @param active what satisfies {@code active}
   * @param accounts authorities of all accounts, asked whether what an authority names exists; this account is looked up
   *     here
   * @return a table with these two and no links
   * @throws InvalidValueException when an authority is not valid
   * @throws PermissionException UNKNOWN_REFERENCE when an authority names an account or permission that does not exist
   */
  public static PermissionTable create(
      Name account, Authority owner, Authority active, AuthorityLookup accounts) {
    PermissionTable table = create(account, owner, active);
    table.requireReferences(owner, accounts);
    table.requireReferences(active, accounts);
    return table;
  }

  /**
   * Table of a new account where the other accounts are not at hand: what the authorities name is not looked up.
   *
   * @param account its name
   * @param owner what satisfies {@code owner}
   * @param active what satisfies {@code active}
   * @return a table with these two and no links
   * @throws InvalidValueException when an authority is not valid
   */
  public static PermissionTable create(Name account, Authority owner, Authority active) {
    owner.requireValid();
    active.requireValid();
    return restore(
        account,
        List.of(
            new Permission(PermissionNames.OWNER, Name.EMPTY, owner),
            new Permission(PermissionNames.ACTIVE, PermissionNames.OWNER, active)),
        List.of());
  }

  /**
   * Table from its stored rows. Authorities are taken as they are, because chains hold some that would not be accepted as
   * new.
   *
   * @param account name of the account
   * @param permissions all its permissions, in any order
   * @param links all its links, in any order
   * @return the table
   * @throws InvalidValueException when a name is empty, a name or a target occurs twice, when {@code owner} or {@code active} is not there
   *     or has the wrong parent, when a parent is not there or stands below its child, or a link leads nowhere
   */
  public static PermissionTable restore(
      Name account, Collection<Permission> permissions, Collection<PermissionLink> links) {
    SortedMap<Name, Permission> byName = new TreeMap<>();
    for (Permission permission : permissions) {
      if (permission
          .name()
          .isEmpty()) { // the parent of owner is empty: it would stand above the root
        throw new InvalidValueException("permission of " + account + " must have a name, got none");
      }
      if (byName.put(permission.name(), permission) != null) {
        throw new InvalidValueException(
            "permission occurs twice: " + account + "@" + permission.name());
      }
    }
    SortedMap<Target, Name> byTarget = new TreeMap<>();
    for (PermissionLink link : links) {
      if (byTarget.put(new Target(link.code(), link.action()), link.permission()) != null) {
        throw new InvalidValueException("link occurs twice: " + link);
      }
      if (!link.permission().equals(PermissionNames.ANY)
          && !byName.containsKey(link.permission())) {
        throw new InvalidValueException("link leads to no permission of " + account + ": " + link);
      }
    }
    requireTree(account, byName);
    return new PermissionTable(account, List.copyOf(byName.values()), orNone(byTarget));
  }

  /** The account whose table this is. */
  public Name account() {
    return account;
  }

  /** All permissions by name, in unsigned order. */
  public List<Permission> permissions() {
    return permissions;
  }

  /** All links by contract and action, in unsigned order. */
  public List<PermissionLink> links() {
    List<PermissionLink> all = new ArrayList<>();
    links.forEach((target, permission) ->
        all.add(new PermissionLink(target.code, target.action, permission)));
    return List.copyOf(all);
  }

  /**
   * A permission by its name.
   *
   * @param permission the name
   * @return the permission, if there is one
   */
  public Optional<Permission> permission(Name permission) {
    return Optional.ofNullable(get(permission));
  }

  /**
   * Permissions directly below one.
   *
   * @param parent name of the upper one
   * @return by name, in unsigned order
   */
  public List<Permission> children(Name parent) {
    return permissions.stream()
        .filter(permission -> permission.parent().equals(parent))
        .toList();
  }

  /** Authority of a permission of this account; null for other accounts. */
  @Override
  public @Nullable Authority find(PermissionLevel level) {
    Permission permission = level.actor().equals(account) ? get(level.permission()) : null;
    return permission == null ? null : permission.authority();
  }

  /**
   * Whether a permission that was declared stands for one that is needed: it is the same or one above it.
   *
   * @param declared what the action declares
   * @param minimum what is needed
   * @return false also when either is not in the table
   */
  public boolean satisfies(Name declared, Name minimum) {
    if (get(declared) == null) {
      return false;
    }
    Permission at = get(minimum);
    while (at != null && !at.name().equals(declared)) {
      at = at.name().equals(PermissionNames.OWNER) ? null : get(at.parent());
    }
    return at != null;
  }

  /**
   * Permission that an action needs at least: that of its link, else that of the link of the whole contract, else {@code
   * active}.
   *
   * @param code account of the contract
   * @param action name of the action
   * @return the permission; empty when the link says {@link PermissionNames#ANY}, so that every permission will do
   * @throws PermissionException NOT_LINKABLE for the actions that change tables, which have rules of their own: {@link
   *     #requiredToUpdate}, {@link #requiredToDelete}, {@link #requiredToLink}, {@link #requiredToUnlink}
   */
  public Optional<Name> minimumPermission(Name code, Name action) {
    requireLinkable(code, action);
    Name linked = linkedPermission(code, action);
    if (linked == null) {
      return Optional.of(PermissionNames.ACTIVE);
    }
    return linked.equals(PermissionNames.ANY) ? Optional.empty() : Optional.of(linked);
  }

  /**
   * Refuses a permission that does not stand for the one an action needs.
   *
   * @param declared what the action declares
   * @param code account of the contract
   * @param action name of the action
   * @throws PermissionException UNKNOWN_PERMISSION when the table has no {@code declared}; NOT_AUTHORIZED when it is too
   *     low; NOT_LINKABLE as {@link #minimumPermission}
   */
  public void requireAuthorized(Name declared, Name code, Name action) {
    Optional<Name> minimum = minimumPermission(code, action);
    require(declared);
    minimum.ifPresent(needed -> requireSatisfies(declared, needed));
  }

  /**
   * Refuses a permission that is neither the one needed nor above it.
   *
   * @param declared what the action declares
   * @param minimum what is needed
   * @throws PermissionException NOT_AUTHORIZED
   */
  public void requireSatisfies(Name declared, Name minimum) {
    if (!satisfies(declared, minimum)) {
      throw new PermissionException(
          Reason.NOT_AUTHORIZED,
          account + "@" + declared + " is neither " + account + "@" + minimum + " nor above it");
    }
  }

  /**
   * Permission that must at least be proven to update one: itself when it exists, else the parent it is to have.
   *
   * @param permission what is updated or created
   * @param parent its parent
   * @return the permission needed
   * @throws PermissionException UNKNOWN_PERMISSION when neither exists
   */
  public Name requiredToUpdate(Name permission, Name parent) {
    return get(permission) != null ? permission : require(parent).name();
  }

  /**
   * Permission that must at least be proven to delete one: itself.
   *
   * @param permission what is deleted
   * @return the permission needed
   * @throws PermissionException UNKNOWN_PERMISSION when it does not exist
   */
  public Name requiredToDelete(Name permission) {
    return require(permission).name();
  }

  /**
   * Permission that must at least be proven to link an action: the one it needs before.
   *
   * @param code account of the contract
   * @param action name of the action, empty for all
   * @return the permission needed; empty when every permission will do
   * @throws PermissionException NOT_LINKABLE for the actions that change tables
   */
  public Optional<Name> requiredToLink(Name code, Name action) {
    return minimumPermission(code, action);
  }

  /**
   * Permission that must at least be proven to take a link away: the one it leads to.
   *
   * @param code account of the contract
   * @param action name of the action, empty for the link of all
   * @return the permission needed; empty when every permission will do
   * @throws PermissionException NO_LINK when neither the action nor the whole contract is linked
   */
  public Optional<Name> requiredToUnlink(Name code, Name action) {
    Name linked = linkedPermission(code, action);
    if (linked == null) {
      throw new PermissionException(
          Reason.NO_LINK, "no link of " + account + " to " + code + "::" + action);
    }
    return linked.equals(PermissionNames.ANY) ? Optional.empty() : Optional.of(linked);
  }

  /**
   * Changes what satisfies a permission, or creates it.
   *
   * @param permission its name
   * @param parent the permission above it; empty for {@code owner} alone; of an existing permission the one it has
   * @param authority what is to satisfy it
   * @param accounts authorities of all accounts, asked whether what {@code authority} names exists; this account is looked
   *     up here
   * @return the new table
   * @throws InvalidValueException when the authority is not valid
   * @throws PermissionException EMPTY_NAME, RESERVED_NAME, OWN_PARENT, WRONG_PARENT, UNKNOWN_PERMISSION for the parent,
   *     PARENT_CHANGE, UNKNOWN_REFERENCE
   */
  public PermissionTable updateAuth(
      Name permission, Name parent, Authority authority, AuthorityLookup accounts) {
    if (permission.isEmpty()) {
      throw new PermissionException(Reason.EMPTY_NAME, "name of a permission must not be empty");
    }
    if (permission.toString().startsWith(RESERVED_PREFIX)) {
      throw new PermissionException(
          Reason.RESERVED_NAME,
          "permissions that start with 'eosio.' are reserved, got '" + permission + "'");
    }
    if (permission.equals(parent)) {
      throw new PermissionException(
          Reason.OWN_PARENT, "permission '" + permission + "' cannot be its own parent");
    }
    requireParent(permission, parent);
    authority.requireValid();
    requireReferences(authority, accounts);
    Permission before = get(permission);
    if (before != null && !before.parent().equals(parent)) {
      throw new PermissionException(
          Reason.PARENT_CHANGE,
          "parent of '" + permission + "' is '" + before.parent() + "' and cannot become '" + parent
              + "'");
    }
    List<Permission> changed = new ArrayList<>(permissions);
    Permission now = new Permission(permission, parent, authority);
    int at = indexOf(permission);
    if (at >= 0) {
      changed.set(at, now);
    } else {
      changed.add(-at - 1, now);
    }
    return new PermissionTable(account, List.copyOf(changed), links);
  }

  /**
   * Deletes a permission.
   *
   * @param permission its name
   * @return the new table
   * @throws PermissionException NOT_DELETABLE, LINKED, UNKNOWN_PERMISSION, HAS_CHILDREN
   */
  public PermissionTable deleteAuth(Name permission) {
    if (permission.equals(PermissionNames.OWNER) || permission.equals(PermissionNames.ACTIVE)) {
      throw new PermissionException(
          Reason.NOT_DELETABLE, "permission '" + permission + "' cannot be deleted");
    }
    for (Map.Entry<Target, Name> link : links.entrySet()) {
      if (link.getValue().equals(permission)) {
        throw new PermissionException(
            Reason.LINKED,
            "permission '" + permission + "' is linked to " + link.getKey() + ", unlink it first");
      }
    }
    require(permission);
    List<Permission> children = children(permission);
    if (!children.isEmpty()) {
      throw new PermissionException(
          Reason.HAS_CHILDREN,
          "permission '" + permission + "' has a child '" + children.get(0).name()
              + "', delete it first");
    }
    List<Permission> changed = new ArrayList<>(permissions);
    changed.remove(indexOf(permission));
    return new PermissionTable(account, List.copyOf(changed), links);
  }

  /**
   * Lets an action need a permission. Whether the contract exists is for the caller to know.
   *
   * @param code account of the contract
   * @param action name of the action; empty for all that have no link of their own
   * @param permission the permission, or {@link PermissionNames#ANY} for none in particular
   * @return the new table
   * @throws PermissionException EMPTY_NAME, NOT_LINKABLE, UNKNOWN_PERMISSION, SAME_LINK
   */
  public PermissionTable linkAuth(Name code, Name action, Name permission) {
    if (permission.isEmpty()) {
      throw new PermissionException(Reason.EMPTY_NAME, "name of a permission must not be empty");
    }
    requireLinkable(code, action);
    if (!permission.equals(PermissionNames.ANY)) {
      require(permission);
    }
    SortedMap<Target, Name> changed = new TreeMap<>(links);
    if (permission.equals(changed.put(new Target(code, action), permission))) {
      throw new PermissionException(
          Reason.SAME_LINK,
          code + "::" + action + " of " + account + " already needs '" + permission + "'");
    }
    return new PermissionTable(account, permissions, orNone(changed));
  }

  /**
   * Takes a link away.
   *
   * @param code account of the contract
   * @param action name of the action; empty for the link of all
   * @return the new table
   * @throws PermissionException NO_LINK when exactly this link is not there
   */
  public PermissionTable unlinkAuth(Name code, Name action) {
    SortedMap<Target, Name> changed = new TreeMap<>(links);
    if (changed.remove(new Target(code, action)) == null) {
      throw new PermissionException(
          Reason.NO_LINK, "no link of " + account + " to " + code + "::" + action);
    }
    return new PermissionTable(account, permissions, orNone(changed));
  }

  /**
   * Whether an action belongs to those that change permission tables; they cannot be linked.
   *
   * @param code account of the contract
   * @param action name of the action
   * @return true for updateauth, deleteauth, linkauth, unlinkauth and canceldelay of {@code eosio}
   */
  public static boolean isSpecial(Name code, Name action) {
    return code.equals(PermissionNames.SYSTEM) && SPECIAL_ACTIONS.contains(action);
  }

  /** Equal accounts, permissions and links. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PermissionTable table
        && account.equals(table.account)
        && permissions.equals(table.permissions)
        && links.equals(table.links);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * account.hashCode() + permissions.hashCode()) + links.hashCode();
  }

  /** Account and names of its permissions; for people. */
  @Override
  public String toString() {
    return account + permissions.stream().map(Permission::name).toList().toString();
  }

  private @Nullable Name linkedPermission(Name code, Name action) {
    if (links.isEmpty()) {
      return null;
    }
    Name exact = links.get(new Target(code, action));
    return exact != null ? exact : links.get(new Target(code, Name.EMPTY));
  }

  private @Nullable Permission get(Name permission) {
    int at = indexOf(permission);
    return at < 0 ? null : permissions.get(at);
  }

  /** Index of a permission, or minus where it belongs less one. */
  private int indexOf(Name permission) {
    int low = 0;
    int high = permissions.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int compared = permissions.get(middle).name().compareTo(permission);
      if (compared == 0) {
        return middle;
      }
      if (compared < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -low - 1;
  }

  /** Most accounts have no links; they share one map. */
  private static SortedMap<Target, Name> orNone(SortedMap<Target, Name> links) {
    return links.isEmpty() ? Collections.emptySortedMap() : links;
  }

  private Permission require(Name permission) {
    Permission found = get(permission);
    if (found == null) {
      throw new PermissionException(
          Reason.UNKNOWN_PERMISSION, "no permission " + account + "@" + permission);
    }
    return found;
  }

  private void requireParent(Name permission, Name parent) {
    boolean isOwner = permission.equals(PermissionNames.OWNER);
    if (isOwner != parent.isEmpty()
        || (permission.equals(PermissionNames.ACTIVE) && !parent.equals(PermissionNames.OWNER))) {
      throw new PermissionException(
          Reason.WRONG_PARENT,
          "'owner' alone has no parent and that of 'active' is 'owner', got '" + parent + "' for '"
              + permission + "'");
    }
    if (!isOwner) {
      require(parent);
    }
  }

  private void requireReferences(Authority authority, AuthorityLookup accounts) {
    for (PermissionLevelWeight factor : authority.accounts()) {
      PermissionLevel level = factor.permission();
      // code is in no table, but its account must exist, and every account has an owner
      PermissionLevel asked = level.permission().equals(PermissionNames.CODE)
          ? PermissionLevel.owner(level.actor())
          : level;
      AuthorityLookup where = level.actor().equals(account) ? this : accounts;
      if (where.find(asked) == null) {
        throw new PermissionException(
            Reason.UNKNOWN_REFERENCE, "authority names " + level + ", which does not exist");
      }
    }
  }

  private static void requireLinkable(Name code, Name action) {
    if (isSpecial(code, action)) {
      throw new PermissionException(
          Reason.NOT_LINKABLE, code + "::" + action + " cannot be linked to a permission");
    }
  }

  private static void requireTree(Name account, SortedMap<Name, Permission> permissions) {
    Permission active = permissions.get(PermissionNames.ACTIVE);
    if (!permissions.containsKey(PermissionNames.OWNER)
        || active == null
        || !active.parent().equals(PermissionNames.OWNER)) {
      throw new InvalidValueException(
          "table of " + account + " must have 'owner' and below it 'active'");
    }
    for (Permission permission : permissions.values()) {
      Permission at = permission;
      for (int steps = 0; !at.name().equals(PermissionNames.OWNER); steps++) {
        Permission parent = permissions.get(at.parent());
        if (parent == null || steps == permissions.size()) {
          throw new InvalidValueException(
              "permission " + account + "@" + permission.name() + " does not lead up to 'owner'");
        }
        at = parent;
      }
      if (!at.parent().isEmpty()) {
        throw new InvalidValueException(
            "permission " + account + "@owner must have no parent, got '" + at.parent() + "'");
      }
    }
  }

  /** What a link is for. */
  private record Target(Name code, Name action) implements Comparable<Target> {
    @Override
    public int compareTo(Target other) {
      int byCode = code.compareTo(other.code);
      return byCode != 0 ? byCode : action.compareTo(other.action);
    }

    @Override
    public String toString() {
      return code + "::" + action;
    }
  }
}
