package reluctant.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reluctant.data.CsvFile;
import reluctant.data.Problem;
import reluctant.data.Problems;

/** Each file that is not as it should be is told in one sentence: where, what, and the cure. */
class BadCsvFileTest {

  private static final String SHA_256 = "0".repeat(64);

  @TempDir(factory = InTarget.class)
  private Path folder;

  private record Bad(
      String text, Charset encoding, Function<CsvFile, Problem> choice, String told) {

    @Override
    public String toString() {
      return text.length() < 60 ? text : told;
    }
  }

  private static Problem numbers(CsvFile file) {
    return file.inputs("a").targets("b");
  }

  private static Bad bad(String text, String told) {
    return bad(text, BadCsvFileTest::numbers, told);
  }

  private static Bad bad(String text, Function<CsvFile, Problem> choice, String told) {
    return new Bad(text, UTF_8, choice, told);
  }

  static List<Bad> files() {
    return List.of(
        bad(
            "",
            "must have a line of column names and samples below it, write them."
                + " Received: an empty file"),
        bad("\n  \n\r\n", "Received: an empty file"),
        bad("a,b", "Received: column names alone"),
        bad("a,b\n\n", "Received: column names alone"),
        bad(
            "a,b\n1,2\n,4\n",
            "must have a number in line 3, column 1 \"a\", write it or take the"
                + " line out. Received: nothing"),
        bad("a,b\n1,  \n", "in line 2, column 2 \"b\", write it or take the line out. Received:"),
        bad("a,b\n1,NA\n", "write it or take the line out. Received: NA"),
        bad("a,b\n1,NaN\n", "column 2 \"b\", write a finite one or take the line out."),
        bad("a,b\n-Infinity,2\n", "column 1 \"a\", write a finite one"),
        bad(
            "a,b\n1,two\n",
            "correct it, or choose other columns, or .classes(\"b\") for names."
                + " Received: two"),
        bad("a,b\n1,0x1p3\n", "Received: 0x1p3"),
        bad("a,b\n1,1d\n", "Received: 1d"),
        bad("a,b\n1,1_000\n", "Received: 1_000"),
        bad("a,b\n1,\"1,5\"\n", "say .decimalComma(). Received: 1,5"),
        bad("a,b\n1,\"1,000.5\"\n", "correct it, or choose other columns"),
        bad(
            "a;b\n1,5;1.5\n",
            file -> numbers(file.separator(";").decimalComma()),
            "line 2, column 2 \"b\", leave .decimalComma() out. Received: 1.5"),
        bad(
            "a,b\n1,1e309\n",
            "must have 0 or a number of a size from 4.9E-324 to 1.8E308 in line 2,"
                + " column 2 \"b\", write it in another unit. Received: 1e309"),
        bad("a,b\n1,-1e-400\n", "write it in another unit. Received: -1e-400"),
        bad(
            "a,b,a\n1,2,3\n",
            "the columns of NAME must have names of their own, rename one in its"
                + " first line. Received: \"a\" as columns 1 and 3"),
        bad("a, b ,a\t\n1,2,3\n", "Received: \"a\" as columns 1 and 3"),
        bad(
            "x,b\n1,2\n",
            "inputs and targets must be columns of NAME, which are \"x\", \"b\"."
                + " Received: \"a\""),
        bad("x,b\n1,2\n", file -> file.inputs("#3").targets("b"), "Received: \"#3\""),
        bad("x,b\n1,2\n", file -> file.inputs("#1", "x").targets("b"), "named once. Received:"),
        bad("b,\n1,2\n", file -> file.targets("b"), "Received: [] and [b]"),
        bad("a;b\n1;2\n", "which are \"a;b\", choose another .separator(..) if these are several."),
        bad("1,2\n3,4\n", "which are \"1\", \"2\". Received: \"a\""),
        bad(
            "a,b\n1,2\n3\n",
            "must have as many fields in line 3 as columns, 2, write all"
                + " separators and put a text with one in quotes. Received: 1 in \"3\""),
        bad("a,b\n1,2,3\n", "in line 2 as columns, 2, write all"),
        bad("a,b\n1,\"x\ny\",3\n4,5", "in line 2 as columns"),
        bad("a,b\n1,\"2\n3,4\n", "must be CSV with each quote closed, at most 16384 fields in a"),
        bad("a,b\n1,\"2\"3\n", "(record starting at line 2)"),
        bad("a,b\n1," + "2".repeat(70_000), "65536 characters in a field, correct it."),
        bad("a,b" + ",".repeat(20_000) + "\n", "at most 16384 fields in a line"),
        new Bad(
            "a,b\n1,2\n3,ü\n",
            ISO_8859_1,
            BadCsvFileTest::numbers,
            "must be text in UTF-8, or say which encoding it was saved in, as"
                + " .encoding(\"windows-1252\"). Received: bytes that are none in line 3, column 2,"
                + " behind \"3,\""),
        new Bad("a,b\n1,2\n", UTF_16LE, BadCsvFileTest::numbers, "which are \"a\\u0000\","),
        new Bad(
            "\uFEFFa,b\n1,2\n",
            UTF_16LE,
            BadCsvFileTest::numbers,
            "bytes that are none in line 1, column 1, behind \"\""),
        new Bad(
            "a,b\n1,2\n",
            UTF_8,
            file -> numbers(file.encoding("UTF-16")),
            "inputs and targets must be columns of NAME"),
        bad(
            "a,b\n1,2\n",
            file -> numbers(file.encoding("klingon")),
            "encoding must be one that this Java knows, such as windows-1252. Received: klingon"),
        bad(
            "a,b\n1,x\n2,\n",
            file -> file.classes("b"),
            "must name a class in line 3, column 2"
                + " \"b\", write it or take the line out. Received: nothing"),
        bad(
            "a,b\n1,x\n2,x\n",
            file -> file.classes("b"),
            "must name two classes or more, choose" + " another column. Received: 1 in \"b\", x"),
        bad(
            "a,b\n1,x\n2,y\n3,z\n",
            file -> file.binary("b"),
            "must name two classes, choose another"
                + " column or use .classes(\"b\"). Received: 3 in \"b\", x, y, z"),
        bad("a,b\n1,x\n2,y\n", file -> file.classes("b", 3), "Received: 2 samples and 2 outputs"),
        bad(
            "a,b\n" + lines(1200),
            file -> file.classes("b"),
            "must name at most 1000 classes, use"
                + " .targets(\"b\") if these are numbers. Received: one more in line 1002, column 2,"),
        bad("a,b\n" + lines(9000), file -> file.inputs("a").classes("a"), "at most 1000 classes"));
  }

  private static String lines(int count) {
    return IntStream.range(0, count).mapToObj(i -> i + "," + i).collect(Collectors.joining("\n"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void isToldInOneSentence(Bad bad) throws IOException {
    String name = InTarget.write(folder, "bad.csv", bad.text().getBytes(bad.encoding()));
    assertThatThrownBy(() -> bad.choice().apply(CsvFile.of(name)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(bad.told().replace("NAME", name))
        .message()
        .matches("[^\\n]+\\. Received: [^\\n]+")
        .hasSizeLessThan(950)
        .doesNotContain("Exception");
  }

  @Test
  void whatIsNoFileBelowTheFolderIsToldSo() throws IOException {
    Path outside = Files.createTempFile("other", ".csv");
    Files.writeString(outside, "a,b\n1,2\n");
    Files.createSymbolicLink(folder.resolve("link.csv"), outside);
    Files.createSymbolicLink(
        folder.resolve("loop.csv"), folder.resolve("loop.csv").toAbsolutePath());
    Files.writeString(folder.resolve("good.csv"), "a,b\n1,2\n");
    Files.createSymbolicLink(folder.resolve("inner.csv"), Path.of("good.csv"));
    String below = InTarget.name(folder);
    isRefused(below + "/absent.csv", "Received: no such file there");
    isRefused(below + "/link.csv", "Received: a link to another folder");
    isRefused(below + "/loop.csv", "Received: one that can't be read, FileSystem");
    isRefused(below, "Received: a folder");
    isRefused(below + "/good.csv/a.csv", "Received: ");
    assertThat(numbers(CsvFile.of(below + "/inner.csv")).samples()).isEqualTo(1);
    for (String name :
        List.of(
            "../a.csv",
            "a/../b.csv",
            "/etc/passwd",
            "C:/a.csv",
            "a//b",
            "./a",
            "a/",
            "",
            "..",
            "a/..")) {
      assertThatThrownBy(() -> CsvFile.of(name)).hasMessageMatching(".* Received: ?" + name);
    }
    for (String name : List.of("ä.csv", "a\\b.csv", "a\"b", "a\u0000b")) {
      assertThatThrownBy(() -> CsvFile.of(name))
          .hasMessageStartingWith("a CSV file's name must have plain letters");
    }
    Files.delete(outside);
  }

  private static void isRefused(String name, String told) {
    assertThatThrownBy(() -> numbers(CsvFile.of(name)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(name + " must be a plain file in the folder that Java runs in")
        .hasMessageContaining(told);
  }

  @Test
  void whatIsTooLargeIsToldBeforeItFillsTheMemory() throws IOException {
    byte[] long1 = new byte[(1 << 25) + 1];
    String name = InTarget.write(folder, "large.csv", long1);
    assertThatThrownBy(() -> numbers(CsvFile.of(name)))
        .hasMessage(
            "a CSV file must have at most 33554432 bytes, keep fewer rows or columns. Received: "
                + name
                + " with 33554433");
    String wide = "x,".repeat(4000).replaceAll("x", "1") + "1\n";
    String names =
        IntStream.rangeClosed(0, 4000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
    String many =
        InTarget.write(folder, "many.csv", (names + "\n" + wide.repeat(1100)).getBytes(UTF_8));
    assertThatThrownBy(() -> CsvFile.of(many).targets("c0"))
        .hasMessageStartingWith("inputs and targets must be at most 4194304 numbers, choose fewer");
    assertThat(CsvFile.of(many).inputs("c1").targets("c0").samples()).isEqualTo(1100);
  }

  static List<Function<CsvFile, Object>> choices() {
    return List.of(
        file -> file.inputs(new String[0]),
        file -> file.inputs(""),
        file -> file.inputs("a", " a"),
        file -> file.targets(),
        file -> file.separator(""),
        file -> file.separator("x"),
        file -> file.separator("\t"),
        file -> file.encoding(""),
        file -> file.encoding("a b"),
        file -> file.classes("b", 1),
        file -> file.classes(""),
        file -> Problems.csv("a.csv", 0, SHA_256),
        file -> Problems.csv("a.csv", 1, "abc"),
        file -> Problems.csv("a.csv", 1, SHA_256.replace('0', 'A')),
        file -> Problems.csv("../a.csv", 1, SHA_256),
        file -> Problems.csv("a.csv", 1, SHA_256).targets("b"),
        file -> Problems.csv("a.csv", 1, SHA_256).inputs("a").classes("b"),
        file -> Problems.csv("a.csv", 1, SHA_256).inputs("ä").targets("b"),
        file -> Problems.csv("a.csv", 1, SHA_256).inputs("a").targets("#0"),
        file -> Problems.csv("a.csv", 1, SHA_256).inputs("a").targets("#b"),
        file -> Problems.csv("a.csv", 1, SHA_256).inputs("a").targets("a\"b"));
  }

  /** No file is looked at. */
  @ParameterizedTest
  @MethodSource("choices")
  void anOddChoiceIsToldInOneSentence(Function<CsvFile, Object> choice) {
    assertThatThrownBy(() -> choice.apply(CsvFile.of("absent.csv").inputs("a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("[^\\n]+\\. Received: [^\\n]+");
  }

  @Test
  void anotherContentIsRefused() throws IOException {
    String name = InTarget.write(folder, "mine.csv", "a,b\n1,2\n".getBytes(UTF_8));
    Problem problem = numbers(CsvFile.of(name));
    InTarget.write(folder, "mine.csv", "a,b\n1,3\n".getBytes(UTF_8));
    var line = Problems.csv(name, 1, SHA_256).inputs("a").targets("b");
    assertThat(catchThrowable(line::classNames))
        .hasMessageStartingWith(name + " must be the file that its line was made of, put that one")
        .hasMessageContaining("by CsvFile.of(\"" + name + "\"). Received: one of SHA-256 ")
        .hasMessageEndingWith(" in place of " + SHA_256);
    assertThat(problem.toString()).isNotEqualTo(numbers(CsvFile.of(name)).toString());
  }
}
