using System.Text.Json;
using System.Xml.Linq;
using Lessons;

namespace Simulator.Commands;

public class CheckVerbTests
{
    /// <summary>The document's dE_total/dw5 is 0.02592286.</summary>
    private static LessonFile WithOneDigitChanged() => new(text => text.Replace("dE_total/dw5: 0.02592286", "dE_total/dw5: 0.02592287"));

    [Theory]
    [InlineData]
    [InlineData(CommandLine.Lesson)]
    public void Should_find_every_printed_number_right(params string[] lessons)
    {
        CommandLine result = CommandLine.Run(["check", .. lessons]);
        result.Code.ShouldBe(0);
        result.Error.ShouldBeEmpty();
        int printed = lessons.Length > 0 ? 40 : LessonLibrary.All.Sum(lesson => lesson.PrintedNumbers);
        result.Lines.Count(line => line.StartsWith('✓')).ShouldBe(printed);
        result.Lines[^2].ShouldBe($"{printed} checked, {printed} match, 0 differ");
    }

    [Fact]
    public void Should_align_its_columns()
    {
        string[] rows = [.. CommandLine.Run("check", CommandLine.Lesson).Lines.Where(line => line.StartsWith('✓'))];
        rows.Select(row => row.IndexOf("002_", StringComparison.Ordinal)).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public void Should_write_every_number_as_json()
    {
        CommandLine result = CommandLine.Run("check", CommandLine.Lesson, "--format", "json");
        result.Code.ShouldBe(0);
        JsonElement[] rows = result.Rows;
        rows.Length.ShouldBe(40);
        rows.ShouldAllBe(row => row.GetProperty("ok").GetBoolean());
        rows[0].EnumerateObject().Select(property => property.Name).ShouldBe(
            ["lesson", "quantity", "iteration", "printed", "computed", "difference", "tolerance", "ok", "source"]);
        JsonElement gradient = rows.Single(row => row.GetProperty("quantity").GetString() == "dE_total/dw5");
        gradient.GetProperty("printed").GetString().ShouldBe("0.02592286");
        gradient.GetProperty("computed").GetDouble().ShouldBe(0.02592286, 5e-9);
        gradient.GetProperty("computed").GetRawText().Count(char.IsAsciiDigit).ShouldBeGreaterThanOrEqualTo(17);
        gradient.GetProperty("tolerance").GetDouble().ShouldBe(5e-9);
    }

    [Fact]
    public void Should_tell_all_about_a_number_that_differs()
    {
        using LessonFile changed = WithOneDigitChanged();
        CommandLine result = CommandLine.Run("check", changed.Path);
        result.Code.ShouldBe(1);
        result.Lines.Count(line => line.StartsWith('✗')).ShouldBe(1);
        string failure = result.Lines.Single(line => line.StartsWith(changed.Path, StringComparison.Ordinal));
        int line = File.ReadAllLines(changed.Path).ToList().FindIndex(text => text.Contains("dE_total/dw5: ", StringComparison.Ordinal)) + 1;
        failure.ShouldStartWith($"{changed.Path}:{line}: dE_total/dw5 ");
        failure.ShouldContain("printed 0.02592287");
        failure.ShouldContain("computed 0.02592285");
        failure.ShouldContain("difference -1.4");
        failure.ShouldContain("allowed 5e-9");
        result.Lines[^2].ShouldBe("40 checked, 39 match, 1 differ");
        result.Lines[^1].ShouldBe("8 exercises: 8 proved, 0 wrong");
    }

    [Fact]
    public void Should_give_build_servers_a_suite_for_each_lesson()
    {
        using LessonFile changed = WithOneDigitChanged();
        CommandLine result = CommandLine.Run("check", CommandLine.Lesson, changed.Path, "--format", "junit");
        result.Code.ShouldBe(1);
        XElement root = XDocument.Parse(result.Output).Root!;
        root.Elements("testsuite").Select(suite => (string?)suite.Attribute("failures")).ShouldBe(["0", "1"]);
        root.Descendants("testcase").Count().ShouldBe(96);
        root.Descendants("failure").Single().Parent!.Attribute("name")!.Value.ShouldBe("dE_total/dw5@1");
    }

    [Theory]
    [InlineData("text", "wrong-line-of-w5: the slip cannot be made in do1/dz3")]
    [InlineData("json", "\"exercise\":\"wrong-line-of-w5\"")]
    [InlineData("junit", "exercise wrong-line-of-w5")]
    public void Should_fail_where_an_exercise_cannot_be_solved(string format, string told)
    {
        using LessonFile changed = new(text => text.Replace("wrong: dE_total/dz3", "wrong: do1/dz3"));
        CommandLine result = CommandLine.Run("check", changed.Path, "--format", format);
        result.Code.ShouldBe(1);
        result.Output.ShouldContain(told);
    }

    [Fact]
    public void Should_tell_every_problem_of_a_broken_file()
    {
        using LessonFile broken = new(text => text.Replace("dE_total/dw5: 0.02592286", "dE_totl/dw5: x").Replace("title:", "titel:"));
        CommandLine result = CommandLine.Run("check", broken.Path, "no-such-lesson");
        result.Code.ShouldBe(2);
        result.Output.ShouldBeEmpty();
        result.Error.ShouldContain("titel");
        result.Error.ShouldContain("E_totl");
        result.Error.ShouldContain("there is no lesson 'no-such-lesson'");
        result.Error.Split('\n').Count(line => line.StartsWith(broken.Path + ":", StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(3);
    }

    [Fact]
    public void Should_write_numbers_that_json_lacks_as_text()
    {
        using StringWriter output = new();
        Session session = new(
            new CommandContext { Out = output, Error = output, OpenInput = () => TextReader.Null, Environment = _ => null, OpenTerminal = _ => null! },
            Language.English,
            new Terminal.TerminalOptions());
        DataWriter.WriteJson(session, [new DataRecord(("a", double.NaN), ("b", double.NegativeInfinity), ("c", 0.1))]);
        using JsonDocument document = JsonDocument.Parse(output.ToString());
        document.RootElement[0].GetProperty("a").GetString().ShouldBe("NaN");
        document.RootElement[0].GetProperty("b").GetString().ShouldBe("-Infinity");
        document.RootElement[0].GetProperty("c").GetDouble().ShouldBe(0.1);
    }
}
