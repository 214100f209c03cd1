using Simulator.Terminal;

namespace Simulator.Commands;

public class PlayVerbTests
{
    private static CommandLine Play(string keys, params string[] arguments) =>
        new CommandLine.Setting { Input = keys }.Run(["play", CommandLine.Lesson, .. arguments]);

    [Fact]
    public void Should_print_every_frame_of_a_script()
    {
        CommandLine result = Play("<Right> l q", "--keys", "-");
        result.Code.ShouldBe(0);
        result.Lines.Where(line => line.StartsWith("=== ", StringComparison.Ordinal)).ShouldBe(["=== 0: start", "=== 1: <Right>", "=== 2: l"]);
        result.Lines.Length.ShouldBe(3 * 25);
        result.Output.ShouldContain("z1 = w1 × x1 + w2 × x2");
    }

    [Fact]
    public void Should_print_the_last_frame_at_its_size()
    {
        CommandLine result = Play("l", "--keys", "-", "--frames", "last", "--size", "100x30", "--at", "dE_total/dw5");
        result.Lines[0].ShouldBe("=== 1: l");
        result.Lines.Length.ShouldBe(31);
        result.Output.ShouldContain("∂E_total/∂w7");
    }

    [Fact]
    public void Should_step_through_the_numbers_of_an_optimizer()
    {
        using LessonFile file = new(text => text.Replace("    sgd:\n", "    adam:\n      clip: { by-norm: { limit: 0.01 } }\n"));
        CommandLine result = new CommandLine.Setting { Input = string.Concat(Enumerable.Repeat("l ", 90)) }.Run(["play", file.Path, "--keys", "-", "--at", "z1", "--size", "120x36"]);
        result.Code.ShouldBe(0);
        foreach (string shown in new[] { "norm_W1 = sqrt(squares_W1)", "g_w5 = ∂E_total/∂w5 ×", "α_t = ", "m_w8⁺ = β_1 ×", "w8⁺ = w8 − α_t ×", "t⁺ = t + 1" })
        {
            result.Output.ShouldContain(shown);
        }
    }

    [Fact]
    public void Should_step_through_a_rule_without_a_way_back()
    {
        const string Perceptron = """
            id: perceptron
            title: { en: A perceptron, ko: 퍼셉트론 }
            summary: { en: AND., ko: 논리곱입니다. }
            network:
              inputs: [x1, x2]
              targets: [y]
              layers:
                - dense: { units: 1, activation: step, kernel: zeros, symbols: { kernel: [[w1], [w2]], bias: [b], z: [z], output: [o] } }
              loss: half-squared-error
              optimizer: { perceptron-rule: { learning-rate: 1 } }
            data:
              inputs: [[0, 0], [0, 1], [1, 0], [1, 1]]
              targets: [[0], [0], [0], [1]]
            training: { iterations: 24, batch-size: 1 }
            """;
        using LessonFile file = new(_ => Perceptron);
        CommandLine result = new CommandLine.Setting { Input = "11l ] ] [ <S-Tab> <S-Tab> l l h" }.Run(["play", file.Path, "--keys", "-", "--size", "120x36"]);
        result.Code.ShouldBe(0);
        foreach (string shown in new[] { "error_o = y − o", "d_o = α ×", "Δ_w2 = d_o ×", "w2⁺ = w2 +", "b⁺ = b +" })
        {
            result.Output.ShouldContain(shown);
        }

        // The weights after six epochs, as in any textbook that begins with zeros.
        CommandLine.Run("show", file.Path, "w1+@24", "w2+@24", "b+@24", "--format", "json").Rows
            .Select(row => row.GetProperty("value").GetDouble()).ShouldBe([2, 1, -3]);
    }

    [Fact]
    public void Should_end_with_the_exit_code_of_the_script() => Play("l <C-c>", "--keys", "-").Code.ShouldBe(130);

    [Fact]
    public void Should_tell_every_key_that_means_nothing()
    {
        CommandLine result = Play("l <Foo>\n@bar", "--keys", "-");
        result.Code.ShouldBe(2);
        result.Error.ShouldContain("-:1:3: found <Foo>");
        result.Error.ShouldContain("-:2:1: found @bar");
    }

    [Fact]
    public void Should_refuse_a_script_without_an_end()
    {
        CommandLine result = Play(new string(' ', 70_000), "--keys", "-");
        result.Code.ShouldBe(2);
        result.Error.ShouldStartWith("--keys: found more than 65536 characters in -");
    }

    [Fact]
    public void Should_write_a_picture_of_the_last_frame()
    {
        string file = Path.Combine(Path.GetTempPath(), $"frame-{Guid.NewGuid():N}.svg");
        try
        {
            CommandLine result = Play("", "--at", "h1", "--svg", file);
            result.Code.ShouldBe(0);
            result.Output.ShouldBeEmpty();
            File.ReadAllText(file).ShouldStartWith("<svg ");
        }
        finally
        {
            File.Delete(file);
        }

        Play("", "--svg", Path.Combine(file, "x.svg")).Code.ShouldBe(2);
    }

    [Fact]
    public void Should_run_on_the_terminal_where_there_is_one()
    {
        using ScriptedTerminal terminal = new([new KeyPressed(Key.WithControl('c'))], new Size(80, 24));
        CommandLine result = new CommandLine.Setting { Terminal = terminal }.Run("play", CommandLine.Lesson, "--at", "5", "--lang", "ko");
        result.Code.ShouldBe(130);
        terminal.Frames[0].Text.ShouldContain("순전파 · 단계 5/43");
    }

    [Fact]
    public void Should_write_the_lesson_as_text_without_a_terminal()
    {
        CommandLine result = Play("");
        result.Code.ShouldBe(0);
        result.Error.ShouldContain($"simulator play {CommandLine.Lesson}");
        result.Lines[0].ShouldBe("Backpropagation by hand, 2-2-2");
        result.Lines[^1].ShouldBe("40 checked, 40 match, 0 differ");
    }

    [Theory]
    [InlineData("--at", "E_totl")]
    [InlineData("--at", "87")]
    [InlineData("--at", "-1")]
    [InlineData("--size", "80x24")]
    [InlineData("--frames", "last")]
    [InlineData("--keys", "/no/such/file")]
    public void Should_refuse_what_makes_no_sense(string option, string value)
    {
        CommandLine result = Play("", option, value);
        result.Code.ShouldBe(2);
        result.Output.ShouldBeEmpty();
        result.Error.ShouldStartWith(option == "--at" && value.StartsWith('E') ? "quantity 'E_totl'" : option);
    }

    [Fact]
    public void Should_refuse_a_size_that_is_none() => Play("", "--keys", "-", "--size", "80").Error.ShouldContain("--size 80x24");

    [Fact]
    public void Should_refuse_stops_without_a_class() =>
        CommandLine.Run("play", CommandLine.Lesson, "--stops", "stops.yaml").Error.ShouldContain("--stops: found without --class");

    [Fact]
    public void Should_tell_all_that_is_wrong_with_a_list_of_stops()
    {
        string file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.yaml");
        File.WriteAllText(file, "stops:\n  - at: h9\n  - at: w5\n  - att: h1\n");
        try
        {
            CommandLine result = CommandLine.Run("trace", CommandLine.Lesson, "--notes", "--stops", file);
            result.Code.ShouldBe(2);
            result.Error.ShouldContain($"{file}:2:9: found the unknown symbol 'h9'");
            result.Error.ShouldContain($"{file}:3:9: found w5, which no step computes");
            result.Error.ShouldContain($"{file}:4:5: found");
        }
        finally
        {
            File.Delete(file);
        }
    }
}
