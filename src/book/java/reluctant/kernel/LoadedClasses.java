package reluctant.kernel;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import jdk.jshell.JShell;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControl.ClassInstallException;

/**
 * Keeps a shell's list of loaded classes true.
 *
 * <p>JJava 1.0 refuses a class that it has already: the second copy, since JShell compiles methods
 * of one name into one class and hands it over once for each of them, or a superclass that came
 * behind its subclass. It then leaves out those behind, although it loads them when they are first
 * used. JShell believes them absent and gives their next version the same name, which JJava refuses
 * again: cells go on with old values, and nobody is told.
 */
final class LoadedClasses {
  private LoadedClasses() {}

  /** Takes a refused class for loaded. Says whether it could be arranged. */
  static boolean trust(JShell shell) {
    try {
      Field field = JShell.class.getDeclaredField("executionControl");
      field.setAccessible(true);
      var control = (ExecutionControl) field.get(shell);
      InvocationHandler trusting =
          (proxy, method, arguments) -> {
            try {
              return method.invoke(control, arguments);
            } catch (InvocationTargetException e) {
              if (e.getCause() instanceof ClassInstallException) {
                return null;
              }
              throw e.getCause();
            }
          };
      ClassLoader loader = LoadedClasses.class.getClassLoader();
      field.set(
          shell, Proxy.newProxyInstance(loader, new Class<?>[] {ExecutionControl.class}, trusting));
      return true;
    } catch (ReflectiveOperationException | RuntimeException e) {
      // Another JShell than that of JDK 17 to 25, or one that is not open.
      return false;
    }
  }
}
