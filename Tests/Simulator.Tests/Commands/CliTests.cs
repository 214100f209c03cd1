using Lessons;
using Simulator.Terminal;

namespace Simulator.Commands;

public class CliTests
{
    public class WithoutAVerb
    {
        [Fact]
        public void Should_run_the_worked_example_without_a_terminal()
        {
            CommandLine result = CommandLine.Run();
            result.Code.ShouldBe(0);
            result.Output.ShouldContain("simulator play backprop-2-2-2");
            result.Output.ShouldContain("0.02592286");
            result.Lines[^1].ShouldBe("40 checked, 40 match, 0 differ");
        }

        [Fact]
        public void Should_open_the_list_of_lessons_on_a_terminal()
        {
            using ScriptedTerminal terminal = new([new KeyPressed(Key.Of('q'))], new Size(80, 24));
            new CommandLine.Setting { Terminal = terminal }.Run().Code.ShouldBe(0);
            terminal.Frames[0].Text.ShouldContain(LessonLibrary.All[0].Title.English);
        }
    }

    public class TheHelp
    {
        [Theory]
        [InlineData]
        [InlineData("play")]
        [InlineData("list")]
        [InlineData("check")]
        [InlineData("show")]
        [InlineData("trace")]
        [InlineData("schema")]
        public void Should_lead_with_examples(params string[] verb)
        {
            CommandLine result = CommandLine.Run([.. verb, "--help"]);
            result.Code.ShouldBe(0);
            result.Lines[0].ShouldBe("Examples:");
            result.Lines[1].ShouldStartWith($"  simulator {string.Join(' ', verb)}".TrimEnd());
            result.Output.ShouldContain("\nOptions:");
            result.Output.ShouldContain("--lang");
            result.Error.ShouldBeEmpty();
        }
    }

    public class WrongUsage
    {
        [Theory]
        [InlineData("chek", "did you mean 'check'?")]
        [InlineData("backprop-2-2-2", "write simulator play backprop-2-2-2")]
        [InlineData("check --fromat json", "unknown option '--fromat'; did you mean '--format'?")]
        [InlineData("check --format jsno", "did you mean 'json'?")]
        [InlineData("list --format", "--format: found nothing after it; expected text|json")]
        [InlineData("list --lang kr", "did you mean 'ko'?")]
        [InlineData("list extra", "'extra' is one argument too many")]
        [InlineData("show", "simulator show needs LESSON QUANTITY")]
        [InlineData("show backprop-2-2-2", "simulator show needs LESSON QUANTITY")]
        [InlineData("play backprop-222", "did you mean 'backprop-2-2-2'?")]
        [InlineData("trace no-such-file.yaml", "no-such-file.yaml: found no file of this name")]
        public void Should_be_told_with_the_nearest_right_word(string line, string message)
        {
            CommandLine result = CommandLine.Run(line.Split(' '));
            result.Code.ShouldBe(2);
            result.Output.ShouldBeEmpty();
            result.Error.ShouldContain(message);
            result.Error.ShouldNotContain("   at ");
        }
    }

    public class TheLanguage
    {
        [Theory]
        [InlineData("LANG", "ko_KR.UTF-8", "손으로 따라가는 역전파, 2-2-2")]
        [InlineData("LC_MESSAGES", "ko", "손으로 따라가는 역전파, 2-2-2")]
        [InlineData("LANG", "C.UTF-8", "Backpropagation by hand, 2-2-2")]
        [InlineData("LANG", "kok_IN.UTF-8", "Backpropagation by hand, 2-2-2")]
        public void Should_follow_the_locale(string variable, string value, string title) =>
            new CommandLine.Setting { Environment = { [variable] = value } }.Run("list").Output.ShouldContain(title);

        [Fact]
        public void Should_follow_the_option_before_the_locale_and_the_locale_in_its_order()
        {
            CommandLine.Setting setting = new() { Environment = { ["LC_ALL"] = "ko_KR.UTF-8", ["LANG"] = "en_US.UTF-8" } };
            setting.Run("list").Output.ShouldContain("손으로");
            setting.Run("list", "--lang", "en").Output.ShouldContain("by hand");
            CommandLine.Run("list", "--lang", "ko", "--ascii", "--format", "json").Rows.Single(row => row.GetProperty("id").GetString() == CommandLine.Lesson).GetProperty("title").GetString()!.ShouldContain("손으로");
        }

        [Fact]
        public void Should_align_korean_columns_by_cells()
        {
            string[] rows = [.. CommandLine.Run("check", CommandLine.Lesson, "--lang", "ko").Lines.Take(41)];
            int[] sources = [.. rows.Skip(1).Select(row => CellWidth.Of(row[..row.IndexOf("002_", StringComparison.Ordinal)]))];
            sources.Distinct().ShouldHaveSingleItem().ShouldBe(CellWidth.Of(rows[0][..rows[0].IndexOf("출처", StringComparison.Ordinal)]));
        }
    }

    public class TheColour
    {
        [Fact]
        public void Should_be_there_on_a_terminal_only()
        {
            new CommandLine.Setting { IsOutputTerminal = true }.Run("list").Output.ShouldContain('\e');
            CommandLine.Run("list").Output.ShouldNotContain('\e');
        }

        [Fact]
        public void Should_be_left_out_where_it_is_not_wanted()
        {
            CommandLine.Setting terminal = new() { IsOutputTerminal = true };
            terminal.Run("list", "--no-color").Output.ShouldNotContain('\e');
            (terminal with { Environment = new() { ["NO_COLOR"] = "1" } }).Run("list").Output.ShouldNotContain('\e');
            (terminal with { Environment = new() { ["TERM"] = "dumb" } }).Run("list").Output.ShouldNotContain('\e');
        }
    }

    public class WhenSomethingBreaks
    {
        [Fact]
        public void Should_say_that_it_is_a_bug_and_give_the_terminal_back()
        {
            using BrokenTerminal terminal = new();
            CommandLine result = new CommandLine.Setting { Terminal = terminal }.Run("play", CommandLine.Lesson);
            result.Code.ShouldBe(70);
            result.Error.ShouldBe("simulator: this is a bug, please report it: InvalidOperationException: first second\n");
            terminal.IsDisposed.ShouldBeTrue();
        }

        [Fact]
        public void Should_end_quietly_when_nobody_reads_on()
        {
            using BrokenPipe pipe = new();
            CommandLine result = new CommandLine.Setting { Output = pipe }.Run("trace", CommandLine.Lesson);
            result.Code.ShouldBe(141);
            result.Error.ShouldBeEmpty();
        }

        [Fact]
        public void Should_say_when_standard_output_is_closed()
        {
            using ClosedStream closed = new();
            CommandLine result = new CommandLine.Setting { Output = closed }.Run("list");
            result.Code.ShouldBe(2);
            result.Error.ShouldStartWith("simulator: standard output cannot be written");
        }

        [Fact]
        public void Should_end_as_always_where_nobody_can_be_told()
        {
            using ClosedStream closed = new();
            new CommandLine.Setting { Error = closed }.Run("chek").Code.ShouldBe(2);
            CommandLine played = new CommandLine.Setting { Error = closed }.Run("play", CommandLine.Lesson);
            played.Code.ShouldBe(0);
            played.Lines[^1].ShouldBe("40 checked, 40 match, 0 differ");
        }
    }

    private sealed class BrokenTerminal : ITerminal
    {
        public Size Size => new(80, 24);

        public bool IsDisposed { get; private set; }

        public Input Read() => throw new InvalidOperationException("first\nsecond");

        public bool IsLive => true;

        public bool TryRead(TimeSpan wait, out Input input) => throw new NotSupportedException();

        public void Invalidate()
        {
        }

        public void Draw(Canvas canvas)
        {
        }

        public void Dispose() => IsDisposed = true;
    }

    private sealed class ClosedStream : StringWriter
    {
        public override void Write(char value) => throw new UnauthorizedAccessException("Access to the path is denied.");

        public override void Write(string? value) => Write(' ');
    }

    private sealed class BrokenPipe : StringWriter
    {
        public override void Write(char value) => throw new IOException("Broken pipe", OperatingSystem.IsWindows() ? unchecked((int)0x8007006D) : 32);

        public override void Write(string? value) => Write(' ');
    }
}
