using System.Globalization;
using System.Text.RegularExpressions;
using Lessons.Checking;
using Lessons.Exercises;
using Lessons.Quantities;
using Lessons.Reading;

namespace Lessons.Tests;

/// <summary>What every lesson that comes with the program, and every example of the documentation, must be.</summary>
public sealed partial class ShippedLessonsTests
{
    private static readonly string[] Files =
    [
        .. typeof(LessonLibrary).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".yaml", StringComparison.Ordinal) && name is not ("chapters.yaml" or "glossary.yaml")),
    ];

    /// <summary>The numbers of 002_d82fa7d1bd0f4ce9.txt, chapter 6, in the order in which it prints them.</summary>
    private static readonly (string Quantity, string Printed)[] Chapter6 =
    [
        ("z1", "0.08"), ("z2", "0.11"), ("h1", "0.51998934"), ("h2", "0.52747230"), ("z3", "0.44498412"), ("z4", "0.68047592"),
        ("o1", "0.60944600"), ("o2", "0.66384491"), ("E_o1", "0.02193381"), ("E_o2", "0.00203809"), ("E_total", "0.02397190"),
        ("dE_total/do1", "0.20944600"), ("do1/dz3", "0.23802157"), ("dz3/dw5", "0.51998934"), ("dE_total/dw5", "0.02592286"),
        ("w5+", "0.43703857"),
        ("dE_o1/dh1", "0.02243370"), ("dE_o2/dh1", "0.00997311"), ("dE_total/dh1", "0.03240681"), ("dh1/dz1", "0.24960043"),
        ("dz1/dw1", "0.1"),
        ("w1@2", "0.29959556"), ("w2@2", "0.24919112"), ("z1@2", "0.07979778"), ("w3@2", "0.39964496"), ("w4@2", "0.34928991"),
        ("z2@2", "0.10982248"), ("h1@2", "0.51993887"), ("h2@2", "0.52742806"), ("w5@2", "0.43703857"), ("w6@2", "0.38685205"),
        ("z3@2", "0.43126996"), ("w7@2", "0.69629578"), ("w8@2", "0.59624247"), ("z4@2", "0.67650625"), ("o1@2", "0.60617688"),
        ("o2@2", "0.66295848"), ("E_o1@2", "0.02125445"), ("E_o2@2", "0.00198189"), ("E_total@2", "0.02323634"),
    ];

    public static TheoryData<string> All() => [.. Files];

    private static Lesson LessonIn(string file) => LessonLibrary.All.Single(lesson => lesson.File == file);

    [Fact]
    public void Should_Be_In_The_Library_In_The_Order_Of_Their_Numbers()
    {
        LessonLibrary.All.Select(lesson => lesson.File).ShouldBe(Files.Order(StringComparer.Ordinal));
        LessonLibrary.All.Select(lesson => lesson.Id).ShouldBeUnique();
    }

    [Fact]
    public void Should_Be_Found_By_Id()
    {
        LessonLibrary.Find("backprop-2-2-2").ShouldNotBeNull().File.ShouldBe("041-backprop-2-2-2.yaml");
        LessonLibrary.Find("041-backprop-2-2-2").ShouldBeNull();
        LessonLibrary.TextOf("041-backprop-2-2-2.yaml").ShouldStartWith("id: backprop-2-2-2\n");
        Should.Throw<ArgumentException>(() => LessonLibrary.TextOf("000-nothing.yaml")).Message.ShouldContain("000-nothing.yaml");
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Should_Be_Called_After_Their_Id(string file) =>
        (file[..3].All(char.IsAsciiDigit) && file[3..] == $"-{LessonIn(file).Id}.yaml").ShouldBeTrue(file);

    [Theory]
    [MemberData(nameof(All))]
    public void Should_Say_Everything_In_Both_Languages(string file)
    {
        foreach (LocalizedText text in TextsOf(LessonIn(file)))
        {
            text.English.ShouldNotBeNullOrWhiteSpace();
            text.Korean.ShouldNotBeNullOrWhiteSpace();
            text.English.Any(IsHangul).ShouldBeFalse(text.English);
            text.Korean.Any(IsHangul).ShouldBeTrue(text.Korean);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Should_Name_Numbers_Of_Theirs_Only(string file) => ShouldNameItsOwnNumbersOnly(LessonIn(file));

    [Theory]
    [MemberData(nameof(All))]
    public void Should_Compute_What_Is_Printed(string file) =>
        LessonChecker.Check(LessonIn(file)).Where(row => !row.IsMatch).ShouldBeEmpty();

    [Fact]
    public void Should_Expect_Hundreds_Of_Numbers() => LessonLibrary.All.Sum(lesson => lesson.PrintedNumbers).ShouldBeGreaterThan(400);

    [Fact]
    public void Should_Fill_Every_Chapter() =>
        LessonLibrary.Chapters.Select(chapter => chapter.Id).Except(LessonLibrary.All.Select(lesson => lesson.Chapter?.Id)).ShouldBeEmpty();

    [Fact]
    public void Should_Follow_The_Order_Of_The_Chapters() =>
        LessonLibrary.All.Select(lesson => lesson.Chapter.ShouldNotBeNull(lesson.Id).Number).ShouldBeInOrder();

    [Theory]
    [MemberData(nameof(All))]
    public void Should_Teach_Terms_Of_The_Glossary(string file)
    {
        LessonIn(file).Concepts.ShouldNotBeEmpty();
        LessonIn(file).Concepts.Where(concept => Glossary.Find(concept) is null).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Should_Ask_For_Two_Numbers_At_Least(string file)
    {
        Lesson lesson = LessonIn(file);
        lesson.PrintedNumbers.ShouldBeGreaterThan(0);
        lesson.Exercises.OfType<PredictExercise>().Count().ShouldBeGreaterThanOrEqualTo(2);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Should_Prove_Every_Exercise(string file) =>
        ExerciseChecker.Check(LessonIn(file)).Where(row => !row.IsProved).Select(row => $"{row.Exercise}: {row.Problem}").ShouldBeEmpty();

    [Fact]
    public void Should_Have_A_Glossary_In_Both_Languages()
    {
        foreach (GlossaryTerm term in Glossary.All)
        {
            LessonReader.IsId(term.Id).ShouldBeTrue(term.Id);
            term.Meaning.English.Any(IsHangul).ShouldBeFalse(term.Id);
            term.Meaning.Korean.Any(IsHangul).ShouldBeTrue(term.Id);
        }

        Glossary.All.Select(term => term.Id).ShouldBeUnique();
        Glossary.All.Select(term => term.Id).Except(LessonLibrary.All.SelectMany(lesson => lesson.Concepts)).ShouldBeEmpty("terms that no lesson teaches");
    }

    [Fact]
    public void Should_Take_Words_That_Look_Like_Names_For_Names() =>
        Symbols().Matches("z1에서 w12를, E_total과 h1[2]; W1[3,57] Keras 2-2-2 0.02397190 α½").Select(match => match.Value)
            .ShouldBe(["z1", "w12", "E_total", "h1[2]", "W1[3,57]"]);

    [Fact]
    public void Should_Expect_Every_Number_That_Chapter_6_Prints()
    {
        Chapter6.Length.ShouldBe(40);
        Lesson lesson = LessonIn("041-backprop-2-2-2.yaml");
        lesson.Expectations
            .Select(expectation => (NameOf(expectation.Quantity), expectation.Printed.Text))
            .ShouldBe(Chapter6, ignoreOrder: true);
    }

    [Fact]
    public void Should_Give_The_Data_And_Weights_Of_Chapter_6()
    {
        // z1 = 0.3 × 0.1 + 0.25 × 0.2, and so on: the numbers that the chapter puts into its formulas.
        Lesson lesson = LessonIn("041-backprop-2-2-2.yaml");
        QuantityResolver resolver = new(lesson.Plan, lesson.Iterations);
        foreach ((string name, double value) in new[]
        {
            ("x1", 0.1), ("x2", 0.2), ("w1", 0.3), ("w2", 0.25), ("w3", 0.4), ("w4", 0.35), ("w5", 0.45), ("w6", 0.4), ("w7", 0.7),
            ("w8", 0.6), ("target_o1", 0.4), ("target_o2", 0.6), ("alpha", 0.5),
        })
        {
            resolver.TryResolve(name, 1, out ResolvedQuantity? quantity, out _).ShouldBeTrue();
            quantity.ValueIn(lesson.NewTimeline().At(1)).ShouldBe(value, name);
        }
    }

    internal static IEnumerable<LocalizedText> TextsOf(Lesson lesson) =>
    [
        lesson.Title,
        lesson.Summary,
        .. lesson.Stages.Values,
        .. lesson.Tour.SelectMany(stop => new[] { stop.Text, stop.Ask, stop.Notes }.OfType<LocalizedText>()),
        .. lesson.Exercises.SelectMany(exercise => new[] { exercise.Question, exercise.Afterword }.Concat(exercise.Hints).OfType<LocalizedText>()),
    ];

    /// <summary>The texts of choices, which may be numbers or symbols alone.</summary>
    private static IEnumerable<LocalizedText> ChoicesOf(Lesson lesson) =>
        lesson.Exercises.OfType<ChoiceExercise>().SelectMany(exercise => exercise.Options.SelectMany(option => new[] { option.Text, option.Why }.OfType<LocalizedText>()));

    internal static void ShouldNameItsOwnNumbersOnly(Lesson lesson)
    {
        QuantityResolver resolver = new(lesson.Plan, lesson.Iterations);
        foreach (LocalizedText text in TextsOf(lesson).Concat(ChoicesOf(lesson)))
        {
            foreach (Match word in Symbols().Matches(text.English + " " + text.Korean))
            {
                // A name of several numbers may stand for all of them: W1.
                bool isNumber = resolver.TryResolve(word.Value, 1, out _, out QuantityError? error);
                (isNumber || lesson.Plan.Names.Contains(word.Value)).ShouldBeTrue($"{lesson.Id}: {error}");
            }
        }
    }

    private static string NameOf(ResolvedQuantity quantity) =>
        quantity.Label + (quantity.Iteration == 1 ? "" : "@" + quantity.Iteration.ToString(CultureInfo.InvariantCulture));

    private static bool IsHangul(char letter) => letter is >= '가' and <= '힣';

    /// <summary>Words that look like names of numbers: <c>w5</c>, <c>E_o1</c>, <c>W1[3,57]</c>; not <c>2-2-2</c> and <c>Keras</c>.</summary>
    [GeneratedRegex(@"(?<![A-Za-z0-9_])(?:[A-Za-z]{1,2}[0-9]+|[A-Za-z]+_[A-Za-z0-9_]+)(?:\[[0-9,]+\])?", RegexOptions.None, 1000)]
    private static partial Regex Symbols();
}
