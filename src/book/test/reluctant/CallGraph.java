package reluctant;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaStaticInitializer;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What classes can reach by calls, read from byte code: their own methods, and those of others that
 * these call. A call of an overridden method leads to the classes that are made anywhere on the way
 * (rapid type analysis, Bacon and Sweeney 1996).
 */
final class CallGraph {

  /** A method, a constructor or a class's beginning. */
  record Unit(String owner, String name, List<String> parameters) {

    @Override
    public String toString() {
      return owner.replaceFirst(".*\\.", "") + "." + name;
    }
  }

  /** Where a unit was reached from first; the roots from nowhere. */
  private final Map<Unit, Optional<Unit>> callers = new LinkedHashMap<>();

  /** Calls into classes that are not walked through. */
  private final Map<Unit, Set<Unit>> outside = new LinkedHashMap<>();

  private final Predicate<String> followed;
  private final Map<String, Map<Unit, List<JavaCodeUnit>>> units = new HashMap<>();
  private final Map<String, Set<String>> supertypes = new HashMap<>();
  private final Map<String, Set<Unit>> called = new HashMap<>();
  private final Set<String> made = new LinkedHashSet<>();
  private final Deque<Unit> left = new ArrayDeque<>();

  private CallGraph(Predicate<String> followed) {
    this.followed = followed;
  }

  /**
   * Walks from all methods of some classes.
   *
   * @param followed says by a class's name whether it is walked through
   */
  static CallGraph of(Collection<JavaClass> roots, Predicate<String> followed) {
    var graph = new CallGraph(followed);
    return alone(
        () -> {
          roots.forEach(graph::know);
          roots.forEach(graph::start);
          graph.walk();
          return graph;
        });
  }

  /** Reads classes without those that they name. */
  static <T> T alone(Supplier<T> reading) {
    return ArchConfiguration.withThreadLocalScope(
        configuration -> {
          configuration.setResolveMissingDependenciesFromClassPath(false);
          return reading.get();
        });
  }

  /** Returns the ways to such units, one for each that calls them, as lines of calls. */
  List<String> waysTo(Predicate<Unit> end) {
    return outside.entrySet().stream()
        .filter(calls -> end.test(calls.getKey()))
        .flatMap(
            calls -> calls.getValue().stream().map(caller -> way(caller) + " > " + calls.getKey()))
        .toList();
  }

  private String way(Unit end) {
    Optional<Unit> caller = callers.getOrDefault(end, Optional.empty());
    return caller.map(before -> way(before) + " > " + end).orElseGet(end::toString);
  }

  private void start(JavaClass root) {
    make(root.getName(), null);
    unitsOf(root.getName()).keySet().forEach(unit -> reach(unit, null));
  }

  private void reach(Unit unit, @Nullable Unit caller) {
    if (callers.putIfAbsent(unit, Optional.ofNullable(caller)) == null) {
      left.add(unit);
    }
  }

  private void walk() {
    while (!left.isEmpty()) {
      Unit unit = left.remove();
      unitsOf(unit.owner()).getOrDefault(unit, List.of()).stream()
          .flatMap(found -> found.getAccessesFromSelf().stream())
          .forEach(access -> follow(unit, access));
    }
  }

  private void follow(Unit caller, JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    reach(new Unit(owner, JavaStaticInitializer.STATIC_INITIALIZER_NAME, List.of()), caller);
    if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
      return;
    }
    var unit = new Unit(owner, target.getName(), names(target.getRawParameterTypes()));
    if (!followed.test(owner)) {
      outside.computeIfAbsent(unit, one -> new LinkedHashSet<>()).add(caller);
      return;
    }
    reach(declared(unit), caller);
    if (unit.name().equals(JavaConstructor.CONSTRUCTOR_NAME)) {
      make(owner, caller);
    } else if (called.computeIfAbsent(owner, one -> new LinkedHashSet<>()).add(unit)) {
      made.stream()
          .filter(type -> supertypes(type).contains(owner))
          .forEach(type -> dispatch(unit, type, caller));
    }
  }

  /** Of a class that is made, all methods are reached that its supertypes were called by. */
  private void make(String type, @Nullable Unit caller) {
    if (made.add(type)) {
      for (String above : supertypes(type)) {
        Set.copyOf(called.getOrDefault(above, Set.of()))
            .forEach(unit -> dispatch(unit, type, caller));
      }
    }
  }

  private void dispatch(Unit unit, String type, @Nullable Unit caller) {
    reach(declared(new Unit(type, unit.name(), unit.parameters())), caller);
  }

  /** Returns the unit of the class that has it: this one, or the nearest above. */
  private Unit declared(Unit unit) {
    return supertypes(unit.owner()).stream()
        .map(type -> new Unit(type, unit.name(), unit.parameters()))
        .filter(one -> unitsOf(one.owner()).containsKey(one))
        .findFirst()
        .orElse(unit);
  }

  private Set<String> supertypes(String type) {
    unitsOf(type);
    return supertypes.getOrDefault(type, Set.of(type));
  }

  private Map<Unit, List<JavaCodeUnit>> unitsOf(String type) {
    if (!units.containsKey(type)) {
      JavaClass read = followed.test(type) ? read(type) : null;
      if (read == null) {
        units.put(type, Map.of());
        supertypes.put(type, Set.of(type));
      } else {
        know(read);
      }
    }
    return units.getOrDefault(type, Map.of());
  }

  private void know(JavaClass type) {
    units.put(
        type.getName(),
        type.getCodeUnits().stream().collect(Collectors.groupingBy(CallGraph::unitOf)));
    var all = new LinkedHashSet<String>(List.of(type.getName()));
    Stream.concat(type.getRawSuperclass().stream(), type.getRawInterfaces().stream())
        .forEach(above -> all.addAll(supertypes(above.getName())));
    supertypes.put(type.getName(), all);
  }

  private static Unit unitOf(JavaCodeUnit unit) {
    return new Unit(unit.getOwner().getName(), unit.getName(), names(unit.getRawParameterTypes()));
  }

  private static List<String> names(List<JavaClass> types) {
    return types.stream().map(JavaClass::getName).toList();
  }

  private static @Nullable JavaClass read(String name) {
    try {
      Class<?> type = Class.forName(name, false, CallGraph.class.getClassLoader());
      return new ClassFileImporter().importClass(type);
    } catch (ClassNotFoundException | LinkageError missing) {
      return null;
    }
  }
}
