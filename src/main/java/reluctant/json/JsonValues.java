package reluctant.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ejml.simple.SimpleMatrix;
import org.jspecify.annotations.Nullable;
import reluctant.Require;

/**
 * Values as JSON trees and back, after their constructors: a value becomes an object with its type
 * and one field for each parameter of its widest constructor. A value that its declared type has as
 * a constant, such as RELU, becomes that constant's name.
 *
 * <p>Only classes from the package of the declared type, and of that type, are ever made.
 */
final class JsonValues {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private JsonValues() {}

  static JsonNode write(@Nullable Object value, Type declared) throws ReflectiveOperationException {
    if (value == null) {
      return JSON.nullNode();
    }
    if (value instanceof Double number) {
      return Double.isFinite(number) ? JSON.numberNode(number) : JSON.textNode(number.toString());
    }
    if (value instanceof Integer || value instanceof Long) {
      return JSON.numberNode(((Number) value).longValue());
    }
    if (value instanceof Boolean flag) {
      return JSON.booleanNode(flag);
    }
    if (value instanceof String || isEnum(declared)) {
      return JSON.textNode(value instanceof Enum<?> constant ? constant.name() : value.toString());
    }
    if (value instanceof SimpleMatrix matrix) {
      return write(matrix.toArray2(), double[][].class);
    }
    if (value instanceof double[] numbers) {
      return writeAll(Arrays.stream(numbers).boxed().toList(), double.class);
    }
    if (value instanceof double[][] rows) {
      return writeAll(List.of(rows), double[].class);
    }
    if (value instanceof List<?> list) {
      return writeAll(list, element(declared));
    }
    return writeObject(value, (Class<?>) declared);
  }

  private static boolean isEnum(Type type) {
    return type instanceof Class<?> single && single.isEnum();
  }

  private static ArrayNode writeAll(List<?> list, Type element)
      throws ReflectiveOperationException {
    ArrayNode array = JSON.arrayNode();
    for (Object one : list) {
      array.add(write(one, element));
    }
    return array;
  }

  private static JsonNode writeObject(Object value, Class<?> declared)
      throws ReflectiveOperationException {
    for (Field constant : constants(declared)) {
      if (value.equals(constant.get(null))) {
        return JSON.textNode(constant.getName());
      }
    }
    Class<?> type = value.getClass();
    if (!type.getPackageName().equals(declared.getPackageName()) || type.isHidden()) {
      throw Require.refusal("only what the library has itself can be saved. Received: " + value);
    }
    ObjectNode object = JSON.objectNode().put("type", type.getSimpleName());
    for (Parameter parameter : constructor(type).getParameters()) {
      var accessor = type.getDeclaredMethod(parameter.getName());
      accessor.setAccessible(true);
      object.set(
          parameter.getName(), write(accessor.invoke(value), parameter.getParameterizedType()));
    }
    return object;
  }

  static @Nullable Object read(JsonNode json, Type declared, String where)
      throws ReflectiveOperationException {
    if (json.isNull()) {
      return null;
    }
    if (declared == double.class) {
      return number(json, where);
    }
    if (declared == int.class) {
      expect(json.canConvertToInt() && json.isIntegralNumber(), where, "an integer", json);
      return json.intValue();
    }
    if (declared == long.class) {
      expect(json.canConvertToLong() && json.isIntegralNumber(), where, "an integer", json);
      return json.longValue();
    }
    if (declared == boolean.class) {
      expect(json.isBoolean(), where, "true or false", json);
      return json.booleanValue();
    }
    if (declared == String.class) {
      expect(json.isTextual(), where, "a text", json);
      return json.textValue();
    }
    if (declared == SimpleMatrix.class) {
      return new SimpleMatrix(rows(json, where));
    }
    if (declared == double[].class) {
      return numbers(json, where);
    }
    if (declared == double[][].class) {
      return rows(json, where);
    }
    if (declared instanceof ParameterizedType) {
      return list(json, element(declared), where);
    }
    Class<?> type = (Class<?>) declared;
    return json.isTextual() ? constant(json, type, where) : object(json, type, where);
  }

  private static double number(JsonNode json, String where) {
    if (json.isTextual() && Set.of("NaN", "Infinity", "-Infinity").contains(json.textValue())) {
      return Double.parseDouble(json.textValue());
    }
    expect(json.isNumber(), where, "a number", json);
    return json.doubleValue();
  }

  private static double[] numbers(JsonNode json, String where) {
    expect(json.isArray(), where, "a list of numbers", json);
    var numbers = new double[json.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(json.get(i), where);
    }
    return numbers;
  }

  private static double[][] rows(JsonNode json, String where) {
    expect(json.isArray() && !json.isEmpty(), where, "a list of rows", json);
    var rows = new double[json.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = numbers(json.get(i), where);
      expect(rows[i].length == rows[0].length, where, "rows of the same length", json.get(i));
    }
    return rows;
  }

  private static List<Object> list(JsonNode json, Type element, String where)
      throws ReflectiveOperationException {
    expect(json.isArray(), where, "a list", json);
    var list = new ArrayList<>();
    for (JsonNode one : json) {
      expect(!one.isNull(), where, "no null", one);
      list.add(read(one, element, where));
    }
    return list;
  }

  private static Object constant(JsonNode json, Class<?> type, String where)
      throws ReflectiveOperationException {
    for (Field constant : constants(type)) {
      if (constant.getName().equals(json.textValue())) {
        return constant.get(null);
      }
    }
    throw wrong(where, "the name of a known " + type.getSimpleName(), json);
  }

  private static Object object(JsonNode json, Class<?> declared, String where)
      throws ReflectiveOperationException {
    expect(json.isObject(), where, "an object", json);
    Constructor<?> constructor = constructor(typeOf(json, declared, where));
    Set<String> left = new HashSet<>();
    json.fieldNames().forEachRemaining(left::add);
    left.remove("type");
    var arguments = new ArrayList<@Nullable Object>();
    for (Parameter parameter : constructor.getParameters()) {
      String name = parameter.getName();
      expect(left.remove(name), where, "an object with the field " + name, json);
      arguments.add(read(json.get(name), parameter.getParameterizedType(), where + "." + name));
    }
    expect(left.isEmpty(), where, "an object without the fields " + left, json);
    try {
      return constructor.newInstance(arguments.toArray());
    } catch (InvocationTargetException e) {
      throw Require.refusal(where + " is refused: " + e.getTargetException().getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw wrong(where, "an object without null", json);
    }
  }

  private static Class<?> typeOf(JsonNode json, Class<?> declared, String where) {
    String name = json.path("type").asText();
    try {
      expect(name.matches("\\w+"), where, "an object with a type", json);
      Class<?> type =
          Class.forName(declared.getPackageName() + "." + name, false, declared.getClassLoader());
      expect(
          declared.isAssignableFrom(type) && !type.isInterface(),
          where,
          "a known " + declared.getSimpleName(),
          json);
      return type;
    } catch (ClassNotFoundException | LinkageError e) {
      throw wrong(where, "a known " + declared.getSimpleName(), json);
    }
  }

  private static List<Field> constants(Class<?> type) {
    return Arrays.stream(type.getFields())
        .filter(field -> Modifier.isStatic(field.getModifiers()))
        .filter(field -> type.isAssignableFrom(field.getType()))
        .peek(field -> field.setAccessible(true))
        .toList();
  }

  private static Constructor<?> constructor(Class<?> type) {
    Constructor<?> widest =
        Arrays.stream(type.getDeclaredConstructors())
            .max(Comparator.comparingInt(Constructor::getParameterCount))
            .orElseThrow();
    widest.setAccessible(true);
    return widest;
  }

  private static Type element(Type list) {
    return ((ParameterizedType) list).getActualTypeArguments()[0];
  }

  private static void expect(boolean met, String where, String what, JsonNode json) {
    if (!met) {
      throw wrong(where, what, json);
    }
  }

  private static IllegalArgumentException wrong(String where, String what, JsonNode json) {
    String text = json.toString();
    String shown = text.length() > 60 ? text.substring(0, 60) + ".." : text;
    return Require.refusal(where + " must be " + what + ". Received: " + shown);
  }
}
