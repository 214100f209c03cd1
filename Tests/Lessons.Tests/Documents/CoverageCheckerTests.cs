using Lessons.Reading;

namespace Lessons.Tests.Documents;

/// <summary>Holds the checker of the catalogue to small catalogues with one mistake each.</summary>
public sealed class CoverageCheckerTests
{
    private const string LessonText =
        """
        id: small
        title: { en: Small, ko: 작은 }
        summary: { en: Small., ko: 작습니다. }
        document: notes.txt
        concepts: [sigmoid]
        network:
          inputs: 2
          layers:
            - dense: { units: 1, activation: sigmoid, kernel: [[0.3], [0.25]] }
          loss: half-squared-error
          optimizer: { sgd: { learning-rate: 0.5 } }
        data:
          inputs: [[0.1, 0.2]]
          targets: [[0.4]]
        expectations:
          - section: First
            values: { z1: 0.08, o1: 0.5200 }
          - section: Second
            summary: { parameters: 3 }
          - oracle: small
            section: By hand
            values: { E_total: 0.01 }
        """;

    private const string Reasons = "reasons:\n  data: The data is not there.\n";

    private const string Whole =
        """
        document: notes.txt
        title: Some notes
        sections:
          - heading: First
            line: 3
            lesson: small
            numbers:
              - { printed: "0.08", is: the weighted sum, quantity: z1 }
              - { printed: "[0.5200 0.3,", is: a row, lesson: small, quantity: [o1, z1] }
              - { printed: "[0.1, 0.2]", is: the inputs, given: "x[1..2]" }
              - { printed: "2 3", is: two counts, given: [inputs, parameters] }
              - { printed: 0.5, is: the learning rate, setting: learning-rate }
              - { printed: 0.9784, is: an accuracy, why-not: data }
            concepts:
              - { concept: sigmoid, lessons: small }
          - heading: Second
            line: 9
            numbers:
              - { printed: "0,003", is: a count, lesson: small, summary: parameters }
          - heading: Third
            line: 12
            why-not: data
        """;

    /// <summary>The catalogue without its row, whose second number is not what the lesson expects, and with the count as it is.</summary>
    private static readonly string Right = Whole
        .Replace("      - { printed: \"[0.5200 0.3,\", is: a row, lesson: small, quantity: [o1, z1] }\n", "", StringComparison.Ordinal)
        .Replace("0,003", "3", StringComparison.Ordinal);

    private static readonly Lesson Small = ReadLesson(LessonText);

    /// <summary>The lesson, and another that says the same.</summary>
    private static readonly Lesson[] Both = [Small, Small with { Id = "same" }];

    private static Lesson ReadLesson(string text)
    {
        ProblemList problems = new();
        return LessonReader.Parse(text, "small.yaml", problems).ShouldNotBeNull(problems.ToString());
    }

    private static Catalogue Read(string text, string reasons = Reasons)
    {
        ProblemList problems = new();
        Catalogue catalogue = CatalogueReader.Read([("notes.yaml", text), (CatalogueReader.ReasonsFile, reasons)], problems);
        problems.Count.ShouldBe(0, problems.ToString());
        return catalogue;
    }

    private static string Changed(string text, string changed)
    {
        Right.ShouldContain(text);
        return Right.Replace(text, changed, StringComparison.Ordinal);
    }

    private static string MistakeAfter(string text, string changed) =>
        new CoverageChecker(Read(Changed(text, changed)), Both).MistakesOfTheCatalogue().ShouldHaveSingleItem();

    private static string ProblemAfter(string text, string changed)
    {
        ProblemList problems = new();
        CatalogueReader.Read([("notes.yaml", Changed(text, changed)), (CatalogueReader.ReasonsFile, Reasons)], problems);
        return problems.Sorted.ShouldHaveSingleItem().ToString();
    }

    public sealed class TheMistakesOfTheCatalogueMethod
    {
        [Fact]
        public void Should_Be_None_Where_Catalogue_And_Lesson_Agree() =>
            new CoverageChecker(Read(Right), Both).MistakesOfTheCatalogue().ShouldBeEmpty();

        [Fact]
        public void Should_Be_None_Where_Another_Lesson_Expects_A_Number_As_Well() =>
            new CoverageChecker(Read(Changed("quantity: z1", "quantity: z1, also: { same: z1 }")), Both).MistakesOfTheCatalogue().ShouldBeEmpty();

        [Fact]
        public void Should_Find_Several_At_Once() =>
            new CoverageChecker(Read(Whole), Both).MistakesOfTheCatalogue().ShouldBe(
            [
                "notes.yaml:9: the lesson 'small' expects z1 to be 0.08, not 0.3",
                "notes.yaml:19: the lesson 'small' expects parameters to be 3, not 0003",
            ]);

        [Theory]
        [InlineData("\"0.08\"", "\"0.080\"", "notes.yaml:8: the lesson 'small' expects z1 to be 0.08, not 0.080")]
        [InlineData("\"0.08\"", "\"0.09\"", "notes.yaml:8: the lesson 'small' expects z1 to be 0.08, not 0.09")]
        [InlineData("\"0.08\"", "0.08 0.09", "notes.yaml:8: '0.08 0.09' is 2 numbers, and 1 names stand for them")]
        [InlineData("quantity: z1", "quantity: o1", "notes.yaml:8: the lesson 'small' expects o1 to be 0.5200, not 0.08")]
        [InlineData("quantity: z1", "quantity: dE_total/dz1", "notes.yaml:8: the lesson 'small' does not expect dE_total/dz1")]
        [InlineData("quantity: z1", "summary: samples", "notes.yaml:8: the lesson 'small' does not expect samples")]
        [InlineData("quantity: z1", "quantity: z1, also: { same: o1 }", "notes.yaml:8: the lesson 'same' expects o1 to be 0.5200, not 0.08")]
        [InlineData("quantity: z1", "quantity: z1, also: { large: z1 }", "notes.yaml:8: there is no lesson 'large'")]
        [InlineData("quantity: z1", "quantity: z1, lesson: large", "notes.yaml:8: there is no lesson 'large'")]
        [InlineData("[0.1, 0.2]", "[0.1, 0.2, 0.3]", "notes.yaml:9: '[0.1, 0.2, 0.3]' is 3 numbers, and 2 names stand for them")]
        [InlineData("\"2 3\"", "\"3 3\"", "notes.yaml:10: the lesson 'small' has inputs = 2, not 3")]
        [InlineData("\"2 3\"", "\"2 4\"", "notes.yaml:10: the lesson 'small' has parameters = 3, not 4")]
        [InlineData("printed: 0.5,", "printed: 0.50,", "notes.yaml:11: the lesson 'small' has no learning-rate: 0.50, but 0.5")]
        [InlineData("setting: learning-rate", "setting: rate", "notes.yaml:11: the lesson 'small' has no rate: 0.5, but none")]
        [InlineData("[0.1, 0.2]", "[0.1, 0.25]", "notes.yaml:9: the lesson 'small' has x[2] = 0.2, not 0.25")]
        [InlineData("summary: parameters", "summary: trainable", "notes.yaml:18: the lesson 'small' does not expect trainable")]
        [InlineData("heading: Second", "heading: Other", "notes.yaml:18: the lesson 'small' expects parameters by 'notes.txt, Second', not by 'notes.txt, Other'")]
        [InlineData("why-not: data }", "why-not: secret }", "notes.yaml:12: 'secret' is none of the reasons")]
        [InlineData("    why-not: data", "    why-not: secret", "notes.yaml:19: 'secret' is none of the reasons")]
        [InlineData("    why-not: data", "", "notes.yaml:19: 'Third' has neither numbers nor concepts, nor says why not")]
        [InlineData("concept: sigmoid", "concept: tanh", "notes.yaml:14: the lesson 'small' does not list the concept 'tanh'")]
        [InlineData("lessons: small", "lessons: [small, large]", "notes.yaml:14: there is no lesson 'large'")]
        [InlineData("lessons: small", "why-not: secret", "notes.yaml:14: 'secret' is none of the reasons")]
        [InlineData("line: 9", "line: 3", "notes.yaml:15: line 3 follows line 3")]
        public void Should_Find_One(string text, string changed, string mistake) => MistakeAfter(text, changed).ShouldBe(mistake);

        [Fact]
        public void Should_Find_A_Lesson_Of_A_Whole_Section() =>
            new CoverageChecker(Read(Changed("    lesson: small\n", "    lesson: large\n")), Both).MistakesOfTheCatalogue()
                .ShouldBe(Enumerable.Range(8, 4).Select(line => $"notes.yaml:{line}: there is no lesson 'large'"));

        [Fact]
        public void Should_Find_Another_Document() =>
            new CoverageChecker(Read(Changed("notes.txt", "others.txt")), Both).MistakesOfTheCatalogue().ShouldBe(
            [
                "notes.yaml:8: the lesson 'small' expects z1 by 'notes.txt, First', not by 'others.txt, First'",
                "notes.yaml:18: the lesson 'small' expects parameters by 'notes.txt, Second', not by 'others.txt, Second'",
            ]);

        [Fact]
        public void Should_Find_A_Number_That_Rests_On_An_Oracle() =>
            MistakeAfter("\"0.08\", is: the weighted sum, quantity: z1", "0.01, is: the loss, quantity: E_total")
                .ShouldBe("notes.yaml:8: the lesson 'small' expects E_total by 'small.py, By hand', not by 'notes.txt, First'");

        [Fact]
        public void Should_Find_A_Name_That_The_Lesson_Does_Not_Have() =>
            MistakeAfter("quantity: z1", "quantity: z7").ShouldStartWith("notes.yaml:8: the lesson 'small' has no z7: found the unknown symbol 'z7'");

        [Theory]
        [InlineData("[0.2 0.08]", null)]
        [InlineData("[0.2 0.7]", "notes.yaml:12: 0.7 is not printed before")]
        [InlineData("0.9784", "notes.yaml:12: 0.9784 is not printed before")]
        public void Should_Find_A_Number_That_Is_Not_Repeated(string printed, string? mistake)
        {
            Catalogue catalogue = Read(
                Changed("printed: 0.9784, is: an accuracy, why-not: data", $"printed: \"{printed}\", is: numbers, why-not: repeated"), Reasons + "  repeated: It is covered above.\n");
            new CoverageChecker(catalogue, Both).MistakesOfTheCatalogue().ShouldBe(mistake is null ? [] : [mistake]);
        }

        [Fact]
        public void Should_Find_A_Reason_That_Nothing_Gives() =>
            new CoverageChecker(Read(Right, Reasons + "  history: It is history.\n"), Both).MistakesOfTheCatalogue()
                .ShouldHaveSingleItem().ShouldBe("reasons.yaml:3: nothing gives the reason 'history'");

        [Fact]
        public void Should_Find_A_Document_That_Is_There_Twice()
        {
            ProblemList problems = new();
            Catalogue catalogue = CatalogueReader.Read([("a.yaml", Right), ("b.yaml", Right), (CatalogueReader.ReasonsFile, Reasons)], problems);
            new CoverageChecker(catalogue, Both).MistakesOfTheCatalogue().ShouldHaveSingleItem().ShouldBe("b.yaml:1: notes.txt is catalogued twice");
        }
    }

    public sealed class TheMistakesOfALessonMethod
    {
        private static string[] MistakesIn(string catalogue) => [.. new CoverageChecker(Read(catalogue), Both).MistakesOf(Small)];

        [Fact]
        public void Should_Be_None_Where_The_Catalogue_Has_All_That_Is_Cited() =>
            new CoverageChecker(Read(Changed("0.1, 0.2]", "0.1, 0.2, 0.5200]")), Both).MistakesOf(Small).ShouldBeEmpty();

        [Fact]
        public void Should_Find_A_Number_That_The_Section_Does_Not_Have() =>
            MistakesIn(Right).ShouldBe(["small.yaml:17: the catalogue has no number 0.5200 in notes.txt, First"]);

        [Fact]
        public void Should_Find_A_Section_That_The_Document_Does_Not_Have() =>
            MistakesIn(Changed("heading: Second", "heading: Other")).ShouldContain(
                "small.yaml:19: the catalogue has no section 'Second' in notes.txt; headings go without the marks that make them so (##)");

        [Fact]
        public void Should_Find_A_Section_Of_Another_Document() =>
            MistakesIn(Changed("notes.txt", "others.txt")).Select(mistake => mistake[..mistake.IndexOf(';', StringComparison.Ordinal)]).ShouldBe(
            [
                "small.yaml:17: the catalogue has no section 'First' in notes.txt",
                "small.yaml:19: the catalogue has no section 'Second' in notes.txt",
            ]);

        [Fact]
        public void Should_Find_A_Source_That_Is_Neither_Document_Nor_Oracle() =>
            new CoverageChecker(Read(Right), []).MistakesOf(ReadLesson(LessonText.Replace("document: notes.txt\n", "", StringComparison.Ordinal)))
                .ShouldContain("small.yaml:18: 'Second' names neither a document nor an oracle");
    }

    public sealed class TheReadMethod
    {
        [Theory]
        [InlineData("quantity: z1", "quantity: z1, why-not: data", "a number with none or several of them")]
        [InlineData("quantity: z1", "quantity: z1, given: z1", "a number with none or several of them")]
        [InlineData(", quantity: z1", "", "a number with none or several of them")]
        [InlineData("why-not: data }", "why-not: data, lesson: small }", "a number with both a lesson and 'why-not'")]
        [InlineData("why-not: data }", "why-not: data, also: { same: z1 } }", "a number with both a lesson and 'why-not'")]
        [InlineData("is: a count, lesson: small", "is: a count", "a number without a lesson")]
        [InlineData(", is: an accuracy", "", "no 'is' in the number")]
        [InlineData("lessons: small", "lessons: small, why-not: data", "a concept with none or both of them")]
        [InlineData(", lessons: small", "", "a concept with none or both of them")]
        [InlineData("    line: 9\n", "", "no 'line' in the section")]
        [InlineData("title:", "heading:", null)]
        public void Should_Report_What_Is_Not_Right(string text, string changed, string? problem)
        {
            if (problem is not null)
            {
                ProblemAfter(text, changed).ShouldContain(problem);
            }
            else
            {
                ProblemList problems = new();
                CatalogueReader.Read([("notes.yaml", Changed(text, changed))], problems);
                problems.Count.ShouldBe(2, problems.ToString());
            }
        }

        [Theory]
        [InlineData("x", new[] { "x" })]
        [InlineData("x[2..4]", new[] { "x[2]", "x[3]", "x[4]" })]
        [InlineData("x[1,9..10]", new[] { "x[1,9]", "x[1,10]" })]
        [InlineData("x[1..2,1..2]", new[] { "x[1,1]", "x[1,2]", "x[2,1]", "x[2,2]" })]
        public void Should_Write_Ranges_Out(string name, string[] names) => CatalogueReader.Expand(name).ShouldBe(names);

        [Theory]
        [InlineData("0.08", new[] { "0.08" })]
        [InlineData("2,593,025", new[] { "2,593,025" })]
        [InlineData("[[0. 0. 0.85 1.1 0. ]", new[] { "0.", "0.", "0.85", "1.1", "0." })]
        [InlineData("[0, 1, 2]", new[] { "0", "1", "2" })]
        [InlineData("-0.5 (4,4)", new[] { "-0.5", "4", "4" })]
        public void Should_Find_The_Numbers_In_What_Is_Printed(string printed, string[] numbers) => CatalogueReader.NumbersIn(printed).ShouldBe(numbers);
    }

    public sealed class ThePage
    {
        [Fact]
        public void Should_Say_What_Is_Where()
        {
            string page = CoveragePage.Of(Read(Changed("quantity: z1", "quantity: z1, also: { same: z1 }")), Both);
            page.ShouldContain("| [notes.txt](#notestxt) | 3 | 8 | 7 | 1 | 1 | 1 | 0 |\n");
            page.ShouldContain("| data | The data is not there. |\n");
            page.ShouldContain("\n### First (line 3)\n");
            page.ShouldContain("| 0.08 | the weighted sum | [small]: `z1`; [same]: `z1` |\n");
            page.ShouldContain("| [0.1, 0.2] | the inputs | [small]: given `x[1]`, `x[2]` |\n");
            page.ShouldContain("| 0.9784 | an accuracy | – data |\n");
            page.ShouldContain("| sigmoid | [small] |\n");
            page.ShouldContain("\n### Third (line 12)\n\nNot covered: data.\n");
            page.ShouldEndWith("\n\n[small]: ../Lessons/Catalog/small.yaml\n[same]: ../Lessons/Catalog/small.yaml\n");
        }

        [Fact]
        public void Should_Change_With_A_Digit() =>
            CoveragePage.Of(Read(Changed("0.9784", "0.9783")), Both).ShouldNotBe(CoveragePage.Of(Read(Right), Both));
    }
}
