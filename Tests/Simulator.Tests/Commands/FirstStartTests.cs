using System.Text.Json;
using Simulator.Terminal;

namespace Simulator.Commands;

/// <summary>The first start and the later ones of a learner, as the command line has them.</summary>
public sealed class FirstStartTests : IDisposable
{
    private readonly string home = Directory.CreateTempSubdirectory("simulator-test-").FullName;

    public void Dispose() => Directory.Delete(home, recursive: true);

    [Fact]
    public void Should_welcome_once_and_then_open_the_list()
    {
        FramesOf("<Esc>llq q")[0].Text.ShouldContain("Welcome ●○○○○ 1/5");
        FramesOf("q")[0].Text.ShouldContain("▶ Backpropagation by hand, 2-2-2              ◐ in progress 2/26  solved 0/8");
    }

    [Fact]
    public void Should_welcome_again_after_quitting_at_once()
    {
        FramesOf("l<C-c>");
        FramesOf("q")[0].Text.ShouldContain("Welcome ●○○○○ 1/5");
    }

    [Fact]
    public void Should_list_what_is_done()
    {
        FramesOf("<Esc>llllq q");
        CommandLine.Setting setting = new() { DataDirectory = home };
        setting.Run("list").Output.ShouldContain("◐ in progress 3/26 · solved 0/8");
        JsonElement row = setting.Run("list", "--format", "json").Rows.Single(row => row.GetProperty("id").GetString() == CommandLine.Lesson);
        row.GetProperty("status").GetString().ShouldBe("in-progress");
        row.GetProperty("solved").GetInt32().ShouldBe(0);
        row.GetProperty("exercises").GetInt32().ShouldBe(8);
        row.GetProperty("chapter").GetString().ShouldBe("forward-and-backward");
        row.GetProperty("titleEnglish").GetString().ShouldBe("Backpropagation by hand, 2-2-2");
        row.GetProperty("titleKorean").GetString()!.ShouldContain("역전파");
        row.GetProperty("concepts").EnumerateArray().Select(concept => concept.GetString()).ShouldContain("chain-rule");
        row.GetProperty("numbers").GetInt32().ShouldBe(40);
    }

    private IReadOnlyList<ScriptedFrame> FramesOf(string keys)
    {
        using ScriptedTerminal terminal = new(KeyNotation.Parse(keys).Inputs, new Size(80, 24));
        new CommandLine.Setting { Terminal = terminal, DataDirectory = home }.Run();
        return terminal.Frames;
    }
}
