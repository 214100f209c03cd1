using System.IO.Compression;
using System.Text;
using Lessons.Checking;
using Lessons.Datasets;
using Lessons.Reading;
using Lessons.Variations;

namespace Lessons.Tests.Reading;

/// <summary>Data that a lesson takes from a file or makes from texts, and what it expects of counts and sizes.</summary>
public sealed class DescribedDataTests : IDisposable
{
    private const string Table = "height,width,class\n1,2,0\n3,4,2\n 5 ,6e0,1\n";

    private readonly string folder = Directory.CreateTempSubdirectory("described-data").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Should_Take_Columns_And_Rows_Of_A_File()
    {
        Lesson lesson = Read("{ file: table.csv, columns: 1-2, rows: 2-4 }", "{ file: table.csv, columns: 3, rows: 2-4, divide-by: 2 }", outputs: 1);
        lesson.Training.Inputs[0].Values.ToArray().ShouldBe([1, 2, 3, 4, 5, 6]);
        lesson.Training.Targets[0].Values.ToArray().ShouldBe([0, 1, 0.5]);
    }

    [Fact]
    public void Should_Take_Places_In_The_Order_In_Which_They_Are_Named()
    {
        Lesson lesson = Read("{ file: table.csv, columns: [2, 1], rows: [4, 2-3] }", "{ file: table.csv, columns: 3, rows: [4, 2-3], one-hot: 3 }", outputs: 3);
        lesson.Training.Inputs[0].Values.ToArray().ShouldBe([6, 5, 2, 1, 4, 3]);
        lesson.Training.Targets[0].Values.ToArray().ShouldBe([0, 1, 0, 1, 0, 0, 0, 0, 1]);
    }

    [Fact]
    public void Should_Unpack_A_Compressed_File()
    {
        using (GZipStream packed = new(File.Create(Path.Combine(folder, "table.csv.gz")), CompressionLevel.Fastest))
        {
            packed.Write(Encoding.UTF8.GetBytes("1,2\n3,4\n"));
        }

        Read("{ file: table.csv.gz, columns: 1-2 }", "[[0], [1]]", outputs: 1).Training.Inputs[0].Values.ToArray().ShouldBe([1, 2, 3, 4]);
    }

    [Fact]
    public void Should_Find_What_Ships_With_The_Program()
    {
        // The first flower of the file, as the UCI repository lists it.
        Read("{ file: iris.csv, columns: 1-2, rows: 2 }", "[[0]]", outputs: 1).Training.Inputs[0].Values.ToArray().ShouldBe([5.1, 3.5]);
        DataFile.Shipped.ShouldContain("digits.csv.gz");
        DataFile.Shipped.ShouldNotContain("README.md");
    }

    /// <summary>The words by frequency, then by first appearance: the 1, a 2, cat 3, dog 4.</summary>
    [Theory]
    [InlineData("matrix: count", 5, new double[] { 0, 1, 0, 1, 0, 0, 2, 1, 0, 0, 0, 0, 1, 0, 1 })]
    [InlineData("matrix: binary", 5, new double[] { 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 0, 1, 0, 1 })]
    [InlineData("matrix: freq, words: 3", 3, new[] { 0, 1.0, 0, 0, 2 / 3.0, 1 / 3.0, 0, 0, 1 })]
    [InlineData("sequences: 2", 2, new double[] { 1, 3, 2, 1, 2, 4 })]
    [InlineData("sequences: 2, truncating: post", 2, new double[] { 1, 3, 1, 2, 2, 4 })]
    [InlineData("sequences: 3", 3, new double[] { 0, 1, 3, 1, 2, 1, 0, 2, 4 })]
    [InlineData("sequences: 3, padding: post", 3, new double[] { 1, 3, 0, 1, 2, 1, 2, 4, 0 })]
    public void Should_Make_Numbers_Of_Texts(string how, int inputs, double[] numbers) =>
        Read($"{{ texts: [the cat, the a the, a dog], {how} }}", "[[0], [1], [0]]", outputs: 1, inputs).Training.Inputs[0].Values.ToArray()
            .Zip(numbers).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-12);

    [Theory]
    [InlineData("{ file: none.csv, columns: 1-2 }", "found no file 'none.csv'; expected a file beside the lesson, or one that ships with the program; put it beside the lesson, or take one of digits.csv.gz")]
    [InlineData("{ file: table.csv, columns: 1-2 }", "found 'height' in row 1, column 1 of table.csv; expected a finite decimal number; mend the file, or leave out lines such as headings with 'rows: 2-151'")]
    [InlineData("{ file: table.csv, columns: 1-9, rows: 2 }", "found column 4 of row 2 of table.csv; expected columns from 1 to 3; name columns that the row has")]
    [InlineData("{ file: table.csv, columns: 1-2, rows: 9 }", "found row 9 of table.csv; expected rows from 1 to 4; name rows that the file has")]
    [InlineData("{ file: table.csv, columns: 2-1, rows: 2 }", "found '2-1'; expected a place from 1, or a range such as 1-64; write 3, 1-64 or [1-4, 6]")]
    [InlineData("{ file: table.csv, columns: 0, rows: 2 }", "found '0'; expected a place from 1, or a range such as 1-64; write 3, 1-64 or [1-4, 6]")]
    [InlineData("{ file: table.csv, columns: 3, rows: 2-4, one-hot: 2 }", "found the class 2 in row 3, column 3 of table.csv; expected classes from 0 to 1; change 'one-hot', or the column")]
    [InlineData("{ file: table.csv, columns: 1-2, rows: 2, one-hot: 2 }", "found 'one-hot' of several or divided columns; expected one column of classes, not divided; give one column, and no 'divide-by'")]
    [InlineData("{ file: table.csv, columns: 1-2, rows: 2, divide-by: 0 }", "found '0'; expected a number other than 0; change the number")]
    [InlineData("{ texts: [a b, c] }", "found neither 'matrix' nor 'sequences'; expected either 'matrix' or 'sequences'; write 'matrix: count' for one column a word, or 'sequences: 5' for the numbers of five words")]
    [InlineData("{ texts: [\"!?\"], matrix: count }", "found texts without a word; expected at least one text with a word; write words, parted by blanks")]
    [InlineData("{ file: table.csv, columns: 1-2, rows: 2, divide-by: 1e-320 }", "which is not finite; expected a number that leaves finite numbers; make it larger")]
    [InlineData("{ texts: [a b], matrix: count, padding: post }", "found the unknown key 'padding' in the description of the data")]
    [InlineData("{ texts: [a b], matrix: tf-idf }", "found 'tf-idf'; expected one of binary, count, freq, tfidf; did you mean 'tfidf'?")]
    [InlineData("{ rows: 2 }", "found neither rows nor 'file' nor 'texts'; expected rows of numbers, or 'file' or 'texts'; write [[a, b], [c, d]], or {file: data.csv, columns: 1-4}")]
    public void Should_Say_What_Is_Wrong(string inputs, string problem) => ProblemsOf(inputs, "[[0]]").ShouldContain(line => line.Contains(problem, StringComparison.Ordinal));

    [Fact]
    public void Should_Say_Where() =>
        ProblemsOf("{ file: table.csv, columns: 1-9, rows: 2 }", "[[0]]").ShouldContain(line => line.Contains("lesson.yaml:10:39: found column 4", StringComparison.Ordinal));

    [Theory]
    [InlineData(0, "lesson")]
    [InlineData(-5, "cut off or damaged")]
    [InlineData(-1, "cut off or damaged")]
    [InlineData(3, "cut off or damaged")]
    public void Should_Notice_A_Compressed_File_That_Is_Not_Whole(int change, string problem)
    {
        MemoryStream packed = new();
        using (GZipStream packing = new(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            packing.Write(Encoding.UTF8.GetBytes("1,2\n3,4.5\n"));
        }

        byte[] whole = packed.ToArray();
        File.WriteAllBytes(Path.Combine(folder, "cut.csv.gz"), change < 0 ? whole[..^-change] : [.. whole, .. new byte[change]]);
        if (change == 0)
        {
            Read("{ file: cut.csv.gz, columns: 1-2 }", "[[0], [1]]", outputs: 1).Training.Inputs[0].Values.ToArray().ShouldBe([1, 2, 3, 4.5]);
        }
        else
        {
            ProblemsOf("{ file: cut.csv.gz, columns: 1-2 }", "[[0]]").ShouldContain(line => line.Contains(problem, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("", "odd.csv, which is empty; expected at least one row")]
    [InlineData("1,NaN\n", "found 'NaN' in row 1, column 2 of odd.csv; expected a finite decimal number")]
    [InlineData("1,1e999\n", "found '1e999' in row 1, column 2 of odd.csv; expected a finite decimal number")]
    [InlineData("1,\n", "found '' in row 1, column 2 of odd.csv; expected a finite decimal number")]
    [InlineData("1,2\n3\n", "found column 2 of row 2 of odd.csv; expected columns from 1 to 1")]
    public void Should_Refuse_What_Is_No_Table_Of_Numbers(string content, string problem)
    {
        File.WriteAllText(Path.Combine(folder, "odd.csv"), content);
        ProblemsOf("{ file: odd.csv, columns: 1-2 }", "[[0]]").ShouldContain(line => line.Contains(problem, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{ texts: [a b, c], sequences: 900000000 }", "expected an integer from 1 to 1000000")]
    [InlineData("{ file: big.csv, columns: 1, one-hot: 1000000 }", "found 100 rows of 1,000,000 numbers; expected at most 20,000,000 numbers; take fewer rows or columns")]
    [InlineData("{ file: big.csv, columns: [1-900000, 1-900000] }", "found 1,800,000 places; expected at most 1,000,000 places; name fewer")]
    public void Should_Not_Take_More_Than_There_Is_Room_For(string inputs, string problem)
    {
        File.WriteAllText(Path.Combine(folder, "big.csv"), string.Concat(Enumerable.Repeat("1\n", 100)));
        ProblemsOf(inputs, "[[0]]").ShouldContain(line => line.Contains(problem, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/etc/passwd")]
    [InlineData("../table.csv")]
    [InlineData("a/../../table.csv")]
    public void Should_Read_Nothing_That_Is_Not_Beside_The_Lesson(string file) =>
        ProblemsOf($"{{ file: {file}, columns: 1 }}", "[[0]]").ShouldContain(line => line.Contains("expected a file beside the lesson or in a folder below it", StringComparison.Ordinal));

    [Fact]
    public void Should_Be_Changed_As_Written_Rows_Are()
    {
        Lesson lesson = Read("{ file: table.csv, columns: 1-2, rows: 2-4 }", "{ file: table.csv, columns: 3, rows: 2-4 }", outputs: 1);
        Variation.TryApply(lesson, "x[2,1] = 9, t[3] = 5", out Variation? variation, out var problems).ShouldBeTrue(string.Join('\n', problems));
        variation!.Lesson.Training.Inputs[0].Values.ToArray().ShouldBe([1, 2, 9, 4, 5, 6]);
        variation.Lesson.Training.Targets[0].Values.ToArray().ShouldBe([0, 2, 5]);
    }

    [Fact]
    public void Should_Say_That_A_File_Cannot_Be_Unpacked()
    {
        File.WriteAllText(Path.Combine(folder, "plain.csv.gz"), "1,2\n");
        ProblemsOf("{ file: plain.csv.gz, columns: 1-2 }", "[[0]]").ShouldContain(line => line.Contains("plain.csv.gz, which cannot be read", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("3", 3, 3)]
    [InlineData("1-64", 1, 64)]
    [InlineData("2 - 4", 2, 4)]
    public void Should_Read_Ranges(string text, int first, int last) => RowRanges.Parse(text).ShouldBe((first, last));

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-3")]
    [InlineData("3-")]
    [InlineData("1-2-3")]
    [InlineData("1.5")]
    [InlineData("99999999999")]
    [InlineData("1-2000000000")]
    public void Should_Refuse_What_Is_No_Range(string text) => RowRanges.Parse(text).ShouldBeNull();

    /// <summary>A 2-3 layer with biases on three samples one by one, twice; Glorot's bound is √(6/5), his deviation √(2/5).</summary>
    [Fact]
    public void Should_Count_Before_Anything_Is_Computed()
    {
        Lesson lesson = Read(
            "[[1, 2], [3, 4], [5, 6]]",
            "[[0, 0, 1], [0, 1, 0], [1, 0, 0]]",
            outputs: 3,
            rest: """
            training: { epochs: 2, batch-size: 1 }
            expectations:
              - section: By counting
                summary: { parameters: 9, trainable: 9, samples: 3, batch-size: 1, updates-per-epoch: 3, updates: 6, layer1.parameters: 9, "layer1.output[1]": 3, W1.limit: 1.0954451, W1.deviation: 0.63245553 }
            """);
        LessonChecker.Check(lesson).Select(row => (row.Quantity, row.IsMatch, row.Iteration)).ShouldBe(lesson.FactExpectations.Select(fact => (fact.Fact, true, (int?)null)));
        lesson.PrintedNumbers.ShouldBe(10);
        lesson.FactExpectations[0].Source.ShouldBe(new Citation(null, null, "By counting"));
    }

    [Theory]
    [InlineData("summary: { parameter: 3 }", "found 'parameter'; expected one of ")]
    [InlineData("summary: { samples: 1 }\n  - section: B\n    summary: { samples: 1 }", "found samples again, first in line 14; expected every number once")]
    [InlineData("oracle: a\n    document: b\n    summary: { samples: 1 }", "found both 'document' and 'oracle'; expected either a document or an oracle")]
    [InlineData("document: b", "found no 'values' in the group of expectations")]
    public void Should_Say_What_Is_Wrong_With_Counts(string group, string problem) =>
        ProblemsOf("[[1, 2]]", "[[0]]", $"expectations:\n  - section: A\n    {group}\n").ShouldContain(line => line.Contains(problem, StringComparison.Ordinal));

    [Theory]
    [InlineData("[chain-rule, chain-rule]", "found 'chain-rule'; expected every concept once; remove one")]
    [InlineData("[Chain Rule]", "expected lower-case letters and digits, with single hyphens between them; write an id such as chain-rule")]
    public void Should_Say_What_Is_Wrong_With_Concepts(string concepts, string problem) =>
        ProblemsOf("[[1, 2]]", "[[0]]", $"concepts: {concepts}\n").ShouldContain(line => line.Contains(problem, StringComparison.Ordinal));

    private static string TextOf(string inputs, string targets, int outputs, int features, string rest) =>
        $$"""
        id: described
        title: { en: t, ko: 티 }
        summary: { en: t, ko: 티 }
        network:
          inputs: {{features}}
          layers: [{ dense: { units: {{outputs}}, kernel: glorot-uniform } }]
          loss: half-squared-error
          optimizer: { sgd: { learning-rate: 0.1 } }
        data:
          inputs: {{inputs}}
          targets: {{targets}}
        {{rest}}
        """;

    private Lesson Read(string inputs, string targets, int outputs, int features = 2, string rest = "")
    {
        ProblemList problems = new();
        return Load(TextOf(inputs, targets, outputs, features, rest), problems).ShouldNotBeNull(problems.ToString());
    }

    private string[] ProblemsOf(string inputs, string targets, string rest = "")
    {
        ProblemList problems = new();
        Load(TextOf(inputs, targets, outputs: 1, features: 2, rest), problems).ShouldBeNull();
        return problems.ToString().Split('\n');
    }

    private Lesson? Load(string text, ProblemList problems)
    {
        File.WriteAllText(Path.Combine(folder, "table.csv"), Table);
        string path = Path.Combine(folder, "lesson.yaml");
        File.WriteAllText(path, text.ReplaceLineEndings("\n"));
        return LessonReader.Load(path, problems);
    }
}
