using System.Text.Json;
using Engine.Time;
using Lessons;
using Lessons.Quantities;

namespace Simulator.Commands;

public class TraceVerbTests
{
    private static readonly Lesson Lesson = LessonLibrary.Find(CommandLine.Lesson)!;

    private static CommandLine Trace(params string[] arguments) => CommandLine.Run(["trace", CommandLine.Lesson, .. arguments]);

    /// <summary>Fields of comma-separated values, quoted as RFC 4180 has them.</summary>
    private static List<string[]> ParseCsv(string text)
    {
        List<string[]> rows = [];
        List<string> row = [];
        string field = "";
        bool isQuoted = false;
        for (int index = 0; index < text.Length; index++)
        {
            bool isDouble = isQuoted && text[index] == '"' && index + 1 < text.Length && text[index + 1] == '"';
            if (isDouble || (text[index] != '"' && (isQuoted || text[index] is not (',' or '\r' or '\n'))))
            {
                field += text[index];
                index += isDouble ? 1 : 0;
            }
            else if (text[index] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (text[index] != '\r')
            {
                row.Add(field);
                field = "";
                if (text[index] == '\n')
                {
                    rows.Add([.. row]);
                    row.Clear();
                }
            }
        }

        return rows;
    }

    [Fact]
    public void Should_read_every_number_of_every_iteration_back_from_csv()
    {
        Timeline timeline = Lesson.NewTimeline();
        List<string[]> rows = ParseCsv(Trace("--format", "csv").Output);
        rows[0].ShouldBe(["iteration", "phase", "step", "quantity", "formula", "substituted", "value", "printed", "ok"]);
        rows.Count.ShouldBe((int)timeline.Length + 1);
        foreach (string[] row in rows.Skip(1))
        {
            new QuantityResolver(Lesson.Plan, Lesson.Iterations).TryResolve(row[3], int.Parse(row[0]), out ResolvedQuantity? quantity, out _)
                .ShouldBeTrue(row[3]);
            double.Parse(row[6]).ShouldBe(quantity!.ValueIn(timeline.At(quantity.Iteration)));
        }
    }

    [Fact]
    public void Should_read_every_number_back_from_json()
    {
        Timeline timeline = Lesson.NewTimeline();
        JsonElement[] rows = Trace("--format", "json", "--iteration", "2").Rows;
        rows.Length.ShouldBe((int)(timeline.Length / 2));
        JsonElement loss = rows.Single(row => row.GetProperty("quantity").GetString() == "E_total");
        loss.GetProperty("phase").GetString().ShouldBe("loss");
        loss.GetProperty("printed").GetString().ShouldBe("0.02323634");
        loss.GetProperty("ok").GetBoolean().ShouldBeTrue();
        timeline.AddressAt(timeline.MomentAt(loss.GetProperty("step").GetInt64())).ShouldBe(Lesson.Plan.Find("E_total").Address);
    }

    [Fact]
    public void Should_quote_csv_fields_that_need_it()
    {
        using StringWriter output = new();
        Session session = new(
            new CommandContext { Out = output, Error = output, OpenInput = () => TextReader.Null, Environment = _ => null, OpenTerminal = _ => null! },
            Language.English,
            new Terminal.TerminalOptions());
        DataWriter.WriteCsv(session, [new DataRecord(("W[1,2]", "a \"b\""), ("c", null), ("d", "1\n2"))]);
        output.ToString().ShouldBe("\"W[1,2]\",c,d\r\n\"a \"\"b\"\"\",,\"1\n2\"\r\n");
    }

    [Theory]
    [InlineData("phase", 8)]
    [InlineData("operation", 34)]
    [InlineData("cell", 86)]
    public void Should_have_a_row_for_each_unit_of_the_level(string level, int rows)
    {
        Trace("--format", "json", "--level", level).Rows.Length.ShouldBe(rows);
        Trace("--level", level).Code.ShouldBe(0);
    }

    [Fact]
    public void Should_group_its_text_by_iteration_and_phase()
    {
        CommandLine result = Trace();
        result.Lines.ShouldContain("iteration 1 of 2");
        result.Lines.ShouldContain("iteration 2 of 2");
        result.Lines.Count(line => line == "  backward").ShouldBe(2);
        result.Output.ShouldContain("The forward pass. Numbers flow");

        // No step computes dz3/dw5 and dz1/dw1, the other two of the forty.
        result.Lines.Count(line => line.EndsWith('✓')).ShouldBe(38);
    }

    [Theory]
    [InlineData("1e200")]
    [InlineData("1.25e-20")]
    public void Should_write_given_numbers_of_any_size(string weight)
    {
        using LessonFile file = new(text => text.Replace("- [0.3, 0.4]", $"- [{weight}, 0.4]"));
        CommandLine result = CommandLine.Run("trace", file.Path);
        result.Code.ShouldBe(0);
        result.Lines.ShouldContain(line => line.StartsWith("    w1 ") && line.Contains($" = {weight.Replace('-', '−')} "));
    }

    [Fact]
    public void Should_write_markdown_tables()
    {
        string[] lines = Trace("--format", "markdown", "--ascii").Lines;
        lines[0].ShouldBe("# Backpropagation by hand, 2-2-2");
        lines.ShouldContain("| z1 | w1 \\* x1 + w2 \\* x2 | 0.3 \\* 0.1 + 0.25 \\* 0.2 | 0.08000000 | 0.08 ok |");
        lines.Where(line => line.StartsWith('|')).ShouldAllBe(line => line.Split(" | ").Length == 5 || line.Contains("---"));
    }

    [Fact]
    public void Should_speak_korean()
    {
        CommandLine result = new CommandLine.Setting { Environment = { ["LANG"] = "ko_KR.UTF-8" } }.Run("trace", CommandLine.Lesson);
        result.Output.ShouldContain("이터레이션 1/2");
        result.Output.ShouldContain("순전파 단계입니다.");
    }
}
