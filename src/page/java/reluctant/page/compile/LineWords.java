package reluctant.page.compile;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Member;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.teavm.extension.introspect.IntrospectClass;
import org.teavm.extension.introspect.IntrospectMember;
import org.teavm.extension.introspect.IntrospectMethod;
import org.teavm.extension.spi.reflection.ReflectionPolicy;
import reluctant.train.Words;

/**
 * Tells the compiler what a trial's line may call and name. It would leave out what no code calls
 * by itself, and the words of a line are found by reflection.
 */
public final class LineWords implements ReflectionPolicy {

  private final Set<String> named =
      Words.ALL.members().map(LineWords::signature).collect(Collectors.toSet());

  /** For the compiler. */
  public LineWords() {}

  @Override
  public Collection<IntrospectMember> classAccessibleMembers(IntrospectClass<?> type) {
    return Stream.<List<? extends IntrospectMember>>of(
            type.declaredMethods(), type.declaredFields())
        .flatMap(List::stream)
        .filter(member -> named.contains(signature(type, member)))
        .collect(Collectors.toList());
  }

  private static String signature(Member member) {
    String name = member instanceof Constructor ? "<init>" : member.getName();
    Stream<Class<?>> types =
        member instanceof Executable call ? Arrays.stream(call.getParameterTypes()) : Stream.of();
    return signature(member.getDeclaringClass().getName(), name, types.map(Class::getName));
  }

  private static String signature(IntrospectClass<?> type, IntrospectMember member) {
    Stream<? extends IntrospectClass<?>> types =
        member instanceof IntrospectMethod call
            ? call.parameters().stream().map(each -> each.type())
            : Stream.of();
    return signature(type.name(), member.name(), types.map(IntrospectClass::name));
  }

  private static String signature(String type, String name, Stream<String> types) {
    return types.collect(Collectors.joining(",", type + "." + name + "(", ")"));
  }
}
