using System.Diagnostics;
using System.Text;
using Lessons;
using Simulator.Commands;
using Simulator.Terminal;

namespace Simulator.Tests.EndToEnd;

/// <summary>The real program in a real terminal shows, key for key, what the scripted one shows.</summary>
public sealed class RealTerminalTests
{
    private static readonly string Program = typeof(ITerminal).Assembly.Location;

    /// <summary>Keys by their names in scripts and in tmux.</summary>
    private static readonly Dictionary<string, string> Names = new()
    {
        ["<Right>"] = "Right",
        ["<Left>"] = "Left",
        ["<Space>"] = "Space",
        ["<PageDown>"] = "PageDown",
        ["<PageUp>"] = "PageUp",
        ["<Home>"] = "Home",
        ["<End>"] = "End",
        ["<Tab>"] = "Tab",
        ["<S-Tab>"] = "BTab",
        ["<Enter>"] = "Enter",
        ["<Down>"] = "Down",
        ["<Backspace>"] = "BSpace",
        ["<C-o>"] = "C-o",
        ["<C-n>"] = "C-n",
        ["<C-p>"] = "C-p",
        ["<S-Left>"] = "S-Left",
        ["<S-Down>"] = "S-Down",
        ["<C-u>"] = "C-u",
    };

    public static TheoryData<int, int, string> Sizes() => new()
    {
        { 80, 24, "en" },
        { 160, 48, "en" },
        { 80, 24, "ko" },
        { 160, 48, "ko" },
    };

    [TmuxTheory]
    [InlineData("q")]
    [InlineData("C-c")]
    public void Should_take_the_mouse_while_it_runs_and_give_it_back(string leave)
    {
        using Tmux tmux = new(new Size(80, 24));
        Start(tmux, "en");
        tmux.Property("mouse_any_flag").ShouldBe("1");

        // A turn of the wheel as terminals report it, in one piece and in two.
        tmux.Send("\e[<65;10;5M");
        tmux.WaitFor(screen => screen.Contains("stop 1 of 26", StringComparison.Ordinal), "the first stop");
        tmux.Send("\e[<65;1");
        tmux.Send("0;5M");
        tmux.WaitFor(screen => screen.Contains("stop 2 of 26", StringComparison.Ordinal), "the second stop");
        tmux.Press(leave);
        tmux.WaitFor(screen => screen.Contains("ready>", StringComparison.Ordinal), "the shell");
        tmux.Property("mouse_any_flag").ShouldBe("0");
        tmux.Screen().ShouldNotContain("[<");
    }

    [TmuxTheory]
    [MemberData(nameof(Sizes))]
    public void Should_show_the_same_frames_and_leave_no_garbage(int columns, int rows, string language)
    {
        Size size = new(columns, rows);
        using Tmux tmux = new(size);
        tmux.Type("before=$(stty -a); clear");
        Start(tmux, language);

        List<string> keys = [];
        foreach (string forward in new[] { "<Right>", "l", "<Space>", "<PageDown>", "ㅣ" })
        {
            keys.AddRange(Enumerable.Repeat(forward, 6));
        }

        foreach (string back in new[] { "<Left>", "h", "<PageUp>", "ㅗ" })
        {
            keys.AddRange(Enumerable.Repeat(back, 8));
        }

        keys.AddRange(["t", "]", "}", "[", "{", "<End>", "<Home>", "G", "g", "g", "<Tab>", "l", "<Tab>", "l", "<S-Tab>", "1", "0", "l"]);
        keys.AddRange([":", "w", "5", "+", "<Enter>", "<Down>", "<Enter>", "<Backspace>", "?", "?", "L", "L"]);
        keys.AddRange(["<C-o>", "<C-n>", "m", "a", "G", "'", "a", "f", "o", "v", "<S-Down>", "<S-Left>", ".", "z", "z", "p", "<Down>", "x", "p"]);
        keys.AddRange(["b", "c", "C", "w", ">", "<C-p>", "s", "t", "e", "p", "<C-u>", "<Enter>", "r", "\\", "=", "V"]);
        Play(tmux, keys, size, language);

        // Any size at any moment, below the smallest as well.
        foreach (Size other in new[] { new Size(30, 8), new Size(200, 50), new Size(81, 25), size })
        {
            tmux.Resize(other);
            Compare(tmux, keys, other, language);
        }

        tmux.Press("q");
        tmux.WaitFor(screen => screen.Contains("ended\nready>"), "the shell after leaving");
        tmux.Property("alternate_on").ShouldBe("0");
        tmux.Property("cursor_flag").ShouldBe("1");
        tmux.Type("[ \"$before\" = \"$(stty -a)\" ] && echo the-'same'");
        tmux.WaitFor(screen => screen.Contains("the-same"), "the terminal's settings to be restored");
    }

    [TmuxTheory]
    [InlineData("TERM", 143)]
    [InlineData("HUP", 129)]
    [InlineData("INT", 130)]
    public void Should_restore_the_screen_when_killed(string signal, int code)
    {
        using Tmux tmux = new(new Size(80, 24));

        // The program's own shell says its process number, then becomes the program.
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        tmux.Type($"sh -c 'echo $$ > {file}; exec dotnet {Program} play backprop-2-2-2 --lang ko'; echo code $?");
        tmux.WaitFor(screen => screen.Contains('╰'), "the first frame");
        using (Process kill = Process.Start("kill", ["-" + signal, File.ReadAllText(file).Trim()]))
        {
            kill.WaitForExit();
        }

        tmux.WaitFor(screen => screen.Contains($"code {code}"), "the shell after the signal");
        tmux.Property("alternate_on").ShouldBe("0");
        tmux.Property("cursor_flag").ShouldBe("1");
        File.Delete(file);
    }

    [TmuxTheory]
    [InlineData("C-c", 130)]
    [InlineData("C-\\", 131)]
    public void Should_leave_at_once_on_the_way_to_a_far_iteration(string key, int code)
    {
        using LessonFile far = new(text => text.Replace("iterations: 2", "iterations: 1000000000"));
        using Tmux tmux = new(new Size(80, 24));
        tmux.Type("before=$(stty -a); clear");
        tmux.Type($"dotnet '{Program}' play '{far.Path}'; echo code $?");
        tmux.WaitFor(screen => screen.Contains('╰'), "the first frame");
        tmux.Press("G", key);
        tmux.WaitFor(screen => screen.Contains($"code {code}"), "the shell");
        tmux.Property("alternate_on").ShouldBe("0");
        tmux.Type("[ \"$before\" = \"$(stty -a)\" ] && echo the-'same'");
        tmux.WaitFor(screen => screen.Contains("the-same"), "the terminal's settings to be restored");
    }

    private static void Start(Tmux tmux, string language)
    {
        tmux.Type($"dotnet '{Program}' play backprop-2-2-2 --lang {language}; echo e''nded");
        tmux.WaitFor(screen => screen.Contains('╰'), "the first frame");
    }

    private static void Play(Tmux tmux, List<string> keys, Size size, string language)
    {
        List<string> pressed = [];
        foreach (string key in keys)
        {
            pressed.Add(key);
            tmux.Press(Names.GetValueOrDefault(key, key));

            // Every tenth frame and the last: all keys count for each of them.
            if (pressed.Count % 10 == 0 || pressed.Count == keys.Count)
            {
                Compare(tmux, pressed, size, language);
            }
        }
    }

    private static void Compare(Tmux tmux, List<string> keys, Size size, string language)
    {
        StringBuilder script = new();
        foreach (string key in keys)
        {
            script.Append(key).Append(' ');
        }

        script.Append($"@size={size.Columns}x{size.Rows}");
        var frames = ScriptedRun.InLesson(script.ToString(), size, language == "ko" ? Language.Korean : Language.English);
        string expected = frames[^1].Text.TrimEnd('\n');
        tmux.WaitFor(screen => screen == expected, $"the frame after {keys.Count} keys at {size}, which is\n{expected}\n");
    }
}
