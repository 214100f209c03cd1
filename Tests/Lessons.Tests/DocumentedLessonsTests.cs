using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Engine;
using Engine.Activations;
using Engine.Clippings;
using Engine.Initializers;
using Engine.Layers;
using Engine.Losses;
using Engine.Optimizers;
using Engine.Regularizers;
using Engine.Schedules;
using Engine.Time;
using Lessons.Checking;
using Lessons.Quantities;
using Lessons.Reading;

namespace Lessons.Tests;

/// <summary>Holds what the documentation shows against the program.</summary>
public sealed partial class DocumentedLessonsTests
{
    private const string Example = "docs/examples/dense-3-4-2.yaml";

    private static readonly string Page = TestFiles.Read("docs/writing-a-lesson.md").ReplaceLineEndings("\n");

    private static Lesson ReadExample()
    {
        ProblemList problems = new();
        return LessonReader.Load(TestFiles.PathOf(Example), problems).ShouldNotBeNull(problems.ToString());
    }

    /// <summary>The fenced block that follows a text of the page.</summary>
    private static string BlockAfter(string text)
    {
        int at = Page.IndexOf(text, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0, $"the page does not say '{text}'");
        return Fence().Match(Page, at).Groups["content"].Value;
    }

    [Fact]
    public void Should_Show_A_Smallest_Lesson_That_Reads_And_Checks()
    {
        ProblemList problems = new();
        Lesson lesson = LessonReader.Parse(BlockAfter("Save this as"), "my-lesson.yaml", problems).ShouldNotBeNull(problems.ToString());
        ImmutableArray<CheckRow> rows = LessonChecker.Check(lesson);
        rows.Length.ShouldBe(2);
        rows.ShouldAllBe(row => row.IsMatch);
        lesson.Plan.Names.ShouldContain("o1");
    }

    [Fact]
    public void Should_Show_An_Embedding_And_A_Mask_That_Check()
    {
        ProblemList problems = new();
        Lesson lesson = LessonReader.Parse(BlockAfter("To compute by hand, write the mask"), "words.yaml", problems).ShouldNotBeNull(problems.ToString());
        ImmutableArray<CheckRow> rows = LessonChecker.Check(lesson);
        rows.Length.ShouldBe(6);
        rows.ShouldAllBe(row => row.IsMatch);
    }

    [Fact]
    public void Should_Have_A_Template_That_Checks()
    {
        ProblemList problems = new();
        Lesson lesson = LessonReader.Load(TestFiles.PathOf("docs/examples/template.yaml"), problems).ShouldNotBeNull(problems.ToString());
        LessonChecker.Check(lesson).Where(row => !row.IsMatch).ShouldBeEmpty();
        ExerciseChecker.Check(lesson).Where(row => !row.IsProved).ShouldBeEmpty();
        lesson.PrintedNumbers.ShouldBe(11);
        lesson.Concepts.ShouldAllBe(concept => Glossary.Find(concept) != null);
        ShippedLessonsTests.ShouldNameItsOwnNumbersOnly(lesson);
    }

    [Theory]
    [InlineData("{ file: iris.csv, columns: 1-4", 20, 4)]
    [InlineData("{ texts: [good film", 3, 5)]
    public void Should_Show_Described_Data_That_Is_Read(string begin, int rows, int columns)
    {
        string description = Page.Split('\n').First(line => line.Contains(begin, StringComparison.Ordinal)).Trim();
        ProblemList problems = new();
        Lesson lesson = LessonReader.Parse(
            $$"""
            id: a
            title: { en: a, ko: b }
            summary: { en: a, ko: b }
            network:
              inputs: {{columns}}
              layers: [{ dense: { units: 1, kernel: zeros } }]
              loss: half-squared-error
              optimizer: { sgd: { learning-rate: 0 } }
            data:
              {{description}}
              targets: [{{string.Join(", ", Enumerable.Repeat("[0]", rows))}}]
            """,
            "a.yaml",
            problems).ShouldNotBeNull(problems.ToString());
        lesson.Training.Samples.ShouldBe(rows);
    }

    [Theory]
    [InlineData("A **recurrent** layer is unrolled", 7)]
    [InlineData("A **picture** is height", 6)]
    public void Should_Show_Layers_That_Check(string text, int numbers)
    {
        ProblemList problems = new();
        Lesson lesson = LessonReader.Parse(BlockAfter(text), "layers.yaml", problems).ShouldNotBeNull(problems.ToString());
        ImmutableArray<CheckRow> rows = LessonChecker.Check(lesson);
        rows.Length.ShouldBe(numbers);
        rows.ShouldAllBe(row => row.IsMatch);
    }

    [Fact]
    public void Should_Show_The_Messages_That_The_Reader_Really_Gives()
    {
        ProblemList problems = new();
        LessonReader.Parse(BlockAfter("## When something is wrong"), "my-lesson.yaml", problems).ShouldBeNull();
        problems.ToString().ShouldBe(BlockAfter("and you get").TrimEnd('\n'));
    }

    [Theory]
    [InlineData(typeof(Layer))]
    [InlineData(typeof(Activation))]
    [InlineData(typeof(Loss))]
    [InlineData(typeof(Optimizer))]
    [InlineData(typeof(Initializer))]
    [InlineData(typeof(Schedule))]
    [InlineData(typeof(Clipping))]
    [InlineData(typeof(Regularizer))]
    public void Should_List_Every_Kind_And_Argument(Type family)
    {
        foreach (CatalogEntry entry in Catalog.Of(family))
        {
            Page.ShouldContain($"`{entry.Name}`");
            foreach (CatalogArgument argument in entry.Arguments)
            {
                Page.ShouldContain($"| `{argument.Name}` |");
            }
        }
    }

    [Fact]
    public void Should_Show_An_Optimizer_That_Reads_And_Does_What_It_Says()
    {
        ProblemList problems = new();
        Lesson lesson = LessonReader.Parse(
            $$"""
            id: a
            title: { en: a, ko: b }
            summary: { en: a, ko: b }
            network:
              inputs: [x1, x2]
              targets: [y]
              loss: half-squared-error
              {{BlockAfter("All of it together:").TrimEnd('\n').Replace("\n", "\n  ")}}
            data:
              inputs: [[0.1, 0.2]]
              targets: [[0.4]]
            training: { iterations: 12 }
            """,
            "a.yaml",
            problems).ShouldNotBeNull(problems.ToString());
        lesson.Plan.Names.ShouldContain("mhat_W1");
        lesson.Plan.Names.ShouldContain("vhat_b1");
        lesson.Plan.Names.ShouldContain("norm");
        lesson.Plan.Names.ShouldContain("R_W1");
        Timeline timeline = new(lesson.Training, lesson.Iterations);
        QuantityResolver resolver = new(lesson.Plan, lesson.Iterations);

        // Half of the first rate from the eleventh update on, the tenth counted from 0.
        foreach ((string name, double value) in new[] { ("alpha@10", 0.1), ("alpha@11", 0.05), ("α_0", 0.1), ("t@11", 10), ("t+@11", 11), ("β_1", 0.9) })
        {
            resolver.TryResolve(name, 1, out ResolvedQuantity? quantity, out QuantityError? error).ShouldBeTrue($"{error}");
            timeline.At(quantity.Iteration)[quantity.Stored!.Value].ShouldBe(value, name);
        }

        resolver.TryResolve("m̂_W1[2,1]@3", 1, out ResolvedQuantity? hat, out _).ShouldBeTrue();
        hat!.Label.ToString().ShouldBe("mhat_W1[2,1]");
    }

    [Fact]
    public void Should_Name_Numbers_As_The_Table_Of_Positions_Says()
    {
        // The rows of the page's table, one sample and two.
        foreach ((string name, int samples) in new[]
        {
            ("h1[2]", 1), ("o2", 1), ("W1[1,2]", 1), ("h1[1,2]", 2), ("h1[2,2]", 2), ("o2[1]", 2), ("o2[2]", 2), ("W1[1,2]", 2), ("E_total", 2),
            ("b1[2]", 2), ("b2", 2), ("W2[2,1]", 1), ("x", 1), ("x[2]", 2), ("t", 1), ("E[2]", 2), ("alpha", 2),
        })
        {
            ProblemList problems = new();
            Lesson lesson = LessonReader.Parse(
                $$"""
                id: a
                title: { en: a, ko: b }
                summary: { en: a, ko: b }
                network:
                  inputs: 1
                  layers:
                    - dense: { units: 2, activation: sigmoid, kernel: zeros }
                    - dense: { units: 1, kernel: zeros }
                  loss: half-squared-error
                  optimizer: { sgd: { learning-rate: 0 } }
                data:
                  inputs: [{{string.Join(", ", Enumerable.Repeat("[1]", samples))}}]
                  targets: [{{string.Join(", ", Enumerable.Repeat("[1]", samples))}}]
                """,
                "a.yaml",
                problems).ShouldNotBeNull(problems.ToString());
            new QuantityResolver(lesson.Plan, 1).TryResolve(name, 1, out ResolvedQuantity? quantity, out QuantityError? error)
                .ShouldBeTrue($"{name} of {samples} samples: {error}");
            quantity.Label.ToString().ShouldBe(name);
        }
    }

    public sealed class TheExample
    {
        [Fact]
        public void Should_Agree_With_The_Independent_Script()
        {
            ImmutableArray<CheckRow> rows = LessonChecker.Check(ReadExample());
            rows.Length.ShouldBe(107);
            rows.Where(row => !row.IsMatch).ShouldBeEmpty();
        }

        [Fact]
        public void Should_Use_Names_Of_Its_Own_And_Default_Ones() =>
            ReadExample().Plan.Names.ShouldBe(
                "x1 x2 x3 W1 b1 z1 h1 h2 h3 h4 u1 v1 u2 v2 u3 v3 u4 v4 c1 c2 z2 o1 o2 target_o1 target_o2 E_o1 E_o2 E_total alpha".Split(' '));

        [Fact]
        public void Should_Name_Its_Own_Numbers_Only() => ShippedLessonsTests.ShouldNameItsOwnNumbersOnly(ReadExample());

        [Fact]
        public void Should_Have_A_Text_For_Every_Phase_And_A_Tour()
        {
            ReadExample().Stages.Count.ShouldBe(4);
            ReadExample().Tour.Length.ShouldBeGreaterThan(10);
        }
    }

    [GeneratedRegex("```[a-z]+\\n(?<content>.*?)```", RegexOptions.Singleline, 1000)]
    private static partial Regex Fence();
}
