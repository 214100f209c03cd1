using System.Runtime.CompilerServices;
using Lessons.Reading;

namespace Lessons.Tests.Documents;

/// <summary>Holds what lessons say of the documents against the catalogue, and <c>docs/coverage.md</c> against both.</summary>
public sealed class CoverageTests
{
    private const string Page = "docs/coverage.md";

    private static readonly Catalogue Catalogue = CatalogueReader.Load();

    private static readonly CoverageChecker Checker = new(Catalogue, LessonLibrary.All);

    public static TheoryData<string> Lessons() => [.. LessonLibrary.All.Select(lesson => lesson.Id)];

    [Fact]
    public void Should_Know_The_Five_Documents() =>
        Catalogue.Documents.Select(document => document.Name[..3]).ShouldBe(["000", "001", "002", "003", "004"]);

    [Fact]
    public void Should_Find_In_Lessons_What_The_Catalogue_Says_Is_There()
    {
        string[] mistakes = [.. Checker.MistakesOfTheCatalogue()];
        mistakes.ShouldBeEmpty(string.Join('\n', mistakes));
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void Should_Find_In_The_Catalogue_What_A_Lesson_Cites(string id)
    {
        string[] mistakes = [.. Checker.MistakesOf(LessonLibrary.Find(id)!)];
        mistakes.ShouldBeEmpty(string.Join('\n', mistakes));
    }

    [Fact]
    public void Should_Be_What_The_Page_Says()
    {
        string page = CoveragePage.Of(Catalogue, LessonLibrary.All);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllText(SourceOf(Page), page);
            return;
        }

        string present = File.Exists(TestFiles.PathOf(Page)) ? TestFiles.Read(Page).ReplaceLineEndings("\n") : "";
        (present == page).ShouldBeTrue($"{Page} is not what the catalogue and the lessons say, first in line {FirstDifference(present, page)}; write it anew: {CoveragePage.HowToUpdate}");
    }

    [Fact]
    public void Should_Be_Described_By_An_Example_That_Is_Right()
    {
        string description = TestFiles.Read("docs/testing.md").ReplaceLineEndings("\n");
        int start = description.IndexOf("```yaml\n", StringComparison.Ordinal) + "```yaml\n".Length;
        ProblemList problems = new();
        Catalogue example = CatalogueReader.Read([("testing.md", description[start..description.IndexOf("```", start, StringComparison.Ordinal)])], problems);
        problems.Count.ShouldBe(0, problems.ToString());
        CataloguedSection section = example.Documents.Single().Sections.Single();
        section.Numbers.Select(number => number.Covers.Length).ShouldBe([2, 1, 0]);
        new CoverageChecker(example with { Reasons = Catalogue.Reasons }, LessonLibrary.All).MistakesOfTheCatalogue()
            .Where(mistake => !mistake.StartsWith(CatalogueReader.ReasonsFile, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    /// <summary>A file of the documentation among the sources, four folders above this one.</summary>
    private static string SourceOf(string file, [CallerFilePath] string here = "")
    {
        string root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
        File.Exists(Path.Combine(root, "Simulator.sln")).ShouldBeTrue($"{root} is not the folder of the sources: run this where the tests were built");
        return Path.Combine(root, file);
    }

    private static int FirstDifference(string one, string other) =>
        one.Split('\n').Zip(other.Split('\n')).TakeWhile(lines => lines.First == lines.Second).Count() + 1;
}
