package reluctant.spark;

import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import reluctant.Require;
import reluctant.sweep.Rule;
import reluctant.sweep.RuleCode;
import reluctant.train.Run;

/**
 * A rule by the name of its method. {@code Halves::of}, written in a notebook's cell, is an object
 * of a class that exists there only; the method that it names is in a jar.
 */
final class StaticRule<O> implements Rule<O> {

  private static final long serialVersionUID = 1;

  private final String called;
  private final String owner;
  private final String name;
  private final String descriptor;
  private final Object[] captured;
  private transient @Nullable Method method;

  private StaticRule(String called, SerializedLambda lambda) {
    this.called = called;
    owner = lambda.getImplClass().replace('/', '.');
    name = lambda.getImplMethodName();
    descriptor = lambda.getImplMethodSignature();
    captured =
        IntStream.range(0, lambda.getCapturedArgCount()).mapToObj(lambda::getCapturedArg).toArray();
  }

  /**
   * Makes a rule fit to be sent.
   *
   * @throws IllegalArgumentException if it has no name, or its code is not in a file, or not a
   *     static method
   */
  static <O> Rule<O> of(Rule<O> rule) {
    checkHome(home(rule));
    String called = rule.name();
    Optional<SerializedLambda> lambda = RuleCode.of(rule);
    if (lambda.isEmpty()) {
      return rule;
    }
    var sent = new StaticRule<O>(called, lambda.get());
    if (lambda.get().getImplMethodKind() != MethodHandleInfo.REF_invokeStatic) {
      throw Require.refusal(
          "rule must be a static method, as Halves::of is, to be sent to Spark. Received: " + sent);
    }
    return sent;
  }

  /** Returns the class that has a rule's code. */
  static Class<?> home(Rule<?> rule) {
    Class<?> type = RuleCode.type(rule);
    return RuleCode.of(rule)
        .<Class<?>>map(
            lambda -> named(lambda.getImplClass().replace('/', '.'), type.getClassLoader()))
        .orElse(type);
  }

  private static void checkHome(Class<?> home) {
    if (!JarFiles.canSend(home)) {
      throw Require.refusal(
          "rule must come from a jar, as Halves::of does, to be sent to Spark: move it into one or"
              + " sweep by Engine.local(). Received: a rule of "
              + home.getName());
    }
  }

  private static Class<?> named(String name, ClassLoader loader) {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(
          Require.told("rule must be known to Spark's executors. Received: " + name), e);
    }
  }

  private Method method() {
    if (method == null) {
      Class<?> type = named(owner, Thread.currentThread().getContextClassLoader());
      try {
        var arguments = MethodType.fromMethodDescriptorString(descriptor, type.getClassLoader());
        method = type.getDeclaredMethod(name, arguments.parameterArray());
        method.setAccessible(true);
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException(
            Require.told("rule must be known to Spark's executors. Received: " + this), e);
      }
    }
    return method;
  }

  @Override
  @SuppressWarnings("unchecked") // The method is what the Rule<O> called.
  public O of(Run run) {
    Object[] arguments = Arrays.copyOf(captured, captured.length + 1);
    arguments[captured.length] = run;
    try {
      return (O) method().invoke(null, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String name() {
    return called;
  }

  @Override
  public String toString() {
    return owner + "::" + name;
  }
}
