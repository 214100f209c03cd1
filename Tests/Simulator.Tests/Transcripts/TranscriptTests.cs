using System.Globalization;
using System.Text.Json;
using Simulator.Commands;

namespace Simulator.Tests.Transcripts;

/// <summary>A whole lesson as sentences.</summary>
public sealed class TranscriptTests
{
    /// <summary>What readers of screens pass over or read as names of characters.</summary>
    private const string Silent = "∂×·÷→√Σ()*=<>+[]_/−⁺½αδ│─┌✓✗…\e";

    [Theory]
    [InlineData("en", "minus ")]
    [InlineData("ko", "마이너스 ")]
    public void Should_have_every_number_of_the_trace(string language, string minus)
    {
        string[] lines = CommandLine.Run("play", CommandLine.Lesson, "--transcript", "--lang", language).Lines;
        JsonElement[] rows = CommandLine.Run("trace", CommandLine.Lesson, "--format", "json").Rows;

        // Forward 8, loss 3, backward 24, update 8, twice.
        rows.Length.ShouldBe(2 * (8 + 3 + 24 + 8));
        int at = 0;
        foreach (JsonElement row in rows)
        {
            // In the trace's own order, so that a number is found in its own line and not by chance in another's.
            string value = Spoken(row.GetProperty("value").GetDouble());
            while (at < lines.Length && !IsLineOf(lines[at], row))
            {
                at++;
            }

            at.ShouldBeLessThan(lines.Length, $"{row.GetProperty("quantity")} is not said");
            lines[at].ShouldContain(value);
            if (row.GetProperty("printed").GetString() is { } printed)
            {
                lines[at].ShouldContain(printed);
            }

            at++;
        }

        string Spoken(double value)
        {
            string text = Math.Abs(value).ToString("0.########", CultureInfo.InvariantCulture);
            text.ShouldNotBe("0");
            return value < 0 ? minus + text : text;
        }

        bool IsLineOf(string line, JsonElement row)
        {
            string name = row.GetProperty("quantity").GetString()!.Replace('_', ' ');
            int iteration = row.GetProperty("iteration").GetInt32();
            string heading = name.Split("/d") is [var of, var by]
                ? language == "ko" ? $"{by}에 대한 {of[1..]}의 미분, " : $"The derivative of {of[1..]} with respect to {by}, "
                : !name.EndsWith('+') ? $"{name}, "
                : language == "ko" ? $"새 {name[..^1]}, " : $"The new {name[..^1]}, ";
            return line.StartsWith(heading, StringComparison.Ordinal)
                && line.Contains(language == "ko" ? $", 이터레이션 {iteration}. " : $", iteration {iteration}. ", StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ko")]
    public void Should_read_as_sentences(string language)
    {
        string[] lines = CommandLine.Run("play", CommandLine.Lesson, "--transcript", "--all", "--lang", language).Lines;
        lines.Where(line => line.Length == 0 || line != line.Trim() || !".:?!".Contains(line[^1])).ShouldBeEmpty();
        foreach (string line in lines.Where(line => !line.Contains("exp(", StringComparison.Ordinal)))
        {
            line.Any(letter => Silent.Contains(letter)).ShouldBeFalse(line);
        }
    }

    [Theory]
    [InlineData("en", "z1, forward pass, iteration 1. z1 is w1 times x1 plus w2 times x2: 0.3 times 0.1 plus 0.25 times 0.2, which is 0.08. The document prints 0.08, which agrees.")]
    [InlineData("en", "E o1, loss, iteration 1. E o1 is one half times the quantity target o1 minus o1, end quantity, squared: one half times the quantity 0.4 minus 0.609446, end quantity, squared, which is 0.02193381. The document prints 0.02193381, which agrees.")]
    [InlineData("ko", "z1, 순전파, 이터레이션 1. z1은 w1 곱하기 x1 더하기 w2 곱하기 x2입니다. 숫자를 넣으면 0.3 곱하기 0.1 더하기 0.25 곱하기 0.2, 곧 0.08입니다. 문서의 값 0.08과 같습니다.")]
    [InlineData("ko", "w5에 대한 E total의 미분, 역전파, 이터레이션 1. 식은 z3에 대한 E total의 미분 곱하기 h1입니다. 숫자를 넣으면 0.04985267 곱하기 0.51998934, 곧 0.02592286입니다. 연쇄 법칙으로 쓰면 o1에 대한 E total의 미분 곱하기, z3에 대한 o1의 미분 곱하기, w5에 대한 z3의 미분입니다. 숫자를 넣으면 0.209446 곱하기 0.23802157 곱하기 0.51998934입니다. 문서의 값 0.02592286과 같습니다.")]
    [InlineData("ko", "문제 8개 중 4번. w5에 대한 E total의 미분의 값은 얼마일까요?")]
    public void Should_say(string language, string sentence) =>
        CommandLine.Run("play", CommandLine.Lesson, "--transcript", "--lang", language).Lines.ShouldContain(sentence);

    [Theory]
    [InlineData("en")]
    [InlineData("ko")]
    public void Should_converse_as_approved(string language)
    {
        string[] typed =
        [
            "", "", "a 0.12", "i", "a 0,11", "", "b", ".", "w", "t", "", "l", "", "number", "level number", "h1", "dE_total/dw5", "", "w9", "set w5 = 0.9", "z3", "undo",
            "break E_total < 0.01", "continue", "breakpoints", "watch w5", "watches", "where", "exercise", "a", "1", "exercise", "a 0.1", "2 b", "hello there", "set ", "?", "q",
        ];
        CommandLine run = new CommandLine.Setting { Input = string.Join('\n', typed), IsInputTerminal = true }
            .Run("play", CommandLine.Lesson, "--transcript", "--lang", language);
        run.Error.ShouldBeEmpty();
        run.Code.ShouldBe(0);
        run.Output.ShouldNotContain("\e");
        run.Output.ShouldMatchApproved(options => options
            .NoDiff()
            .SubFolder("Approved")
            .WithFilenameGenerator((_, _, type, extension) => $"conversation-{language}.{type}.{extension}"));
    }

    [Fact]
    public void Should_end_well_where_there_are_no_more_lines()
    {
        CommandLine run = new CommandLine.Setting { Input = "\n\n", IsInputTerminal = true }.Run("play", CommandLine.Lesson, "--transcript");
        run.Code.ShouldBe(0);
        run.Error.ShouldBeEmpty();
    }

    [Fact]
    public void Should_keep_what_was_answered_and_go_on_there()
    {
        string folder = Directory.CreateTempSubdirectory("simulator-test-").FullName;
        CommandLine Converse(params string[] lines) => new CommandLine.Setting { Input = string.Join('\n', lines), IsInputTerminal = true, DataDirectory = folder }
            .Run("play", CommandLine.Lesson, "--transcript");
        try
        {
            // Right as far as it goes is no try; 0.2 is one, 0.11 is another and right.
            Converse("", "", "a 0.1", "a 0.2", "i", "a 0.11", "q").Output.ShouldContain("Right.");
            CommandLine.Setting list = new() { DataDirectory = folder };
            list.Run("list").Output.ShouldContain("solved 1/8");
            CommandLine again = Converse("q");
            again.Output.ShouldContain("You stopped here last time: stop 2 of 26.");
            again.Output.ShouldNotContain("Exercise 1 of 8");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Should_begin_with_a_choice_of_lessons()
    {
        CommandLine run = new CommandLine.Setting { Input = "999\nbackprop-2-2-2\n\nq", IsInputTerminal = true }.Run("--transcript");
        run.Code.ShouldBe(0);
        run.Output.ShouldContain(". Backpropagation by hand, 2-2-2, backprop-2-2-2.");
        run.Output.ShouldContain("There is no lesson '999'.");
        run.Output.ShouldContain("z1 is w1 times x1 plus w2 times x2");
    }

    [Fact]
    public void Should_say_what_keys_do()
    {
        CommandLine run = new CommandLine.Setting { Input = "l <Tab> l : h 1 <Enter>" }.Run("play", CommandLine.Lesson, "--transcript", "--keys", "-");
        run.Code.ShouldBe(0);
        run.Output.ShouldContain("z1 is w1 times x1 plus w2 times x2");
        run.Output.ShouldContain("h1 is the sigmoid of z1");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ko")]
    public void Should_be_plain_characters_where_asked(string language)
    {
        string output = CommandLine.Run("play", CommandLine.Lesson, "--transcript", "--ascii", "--lang", language).Output;
        output.Where(letter => letter is not ('\n' or (>= ' ' and <= '~')) && letter is not (>= '가' and <= '힣')).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("--all")]
    [InlineData("--transcript", "--size", "80x24")]
    [InlineData("--transcript", "--all", "--keys", "-")]
    public void Should_refuse_options_that_do_not_go_together(params string[] options) =>
        CommandLine.Run(["play", CommandLine.Lesson, .. options]).Code.ShouldBe(2);
}
