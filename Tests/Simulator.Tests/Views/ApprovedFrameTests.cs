using Lessons;
using Simulator.Terminal;

namespace Simulator.Tests.Views;

/// <summary>
/// Whole frames as people see them. An intended change is approved by renaming the received file that the test leaves
/// beside the approved one.
/// </summary>
public sealed class ApprovedFrameTests
{
    /// <summary>Moments worth looking at, each reached from the one before.</summary>
    private static readonly (string Name, string Keys)[] Moments =
    [
        ("the start", ""),
        ("the tour's first stop", "l"),
        ("a sigmoid", "ll"),
        ("the total loss", "8l"),
        ("the chain's first link", "l"),
        ("a derivative that no step stores", "2l"),
        ("the chain rule", "l"),
        ("a look ahead to the update", "l"),
        ("one path of two", "l"),
        ("the sum of the paths", "2l"),
        ("a number of the explanation is chosen", "<Down>"),
        ("and followed", "<Enter>"),
        ("and back", "<Backspace>"),
        ("every step", "tl"),
        ("by operation", "<S-Tab>l"),
        ("by phase", "<S-Tab>h"),
        ("the second iteration", "}t"),
        ("the end", "G"),
        ("typing where to go", ":dE_o2/dw"),
        ("gone there", "7<Enter>"),
        ("an unknown name", ":w9<Enter>"),
        ("an unknown key", "~"),
        ("the keys", "?"),
    ];

    public static TheoryData<int, int, string> Sizes() => new()
    {
        { 80, 24, "en" },
        { 80, 24, "ko" },
        { 120, 36, "en" },
        { 120, 36, "ko" },
        { 200, 60, "en" },
        { 200, 60, "ko" },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Should_look_as_approved(int columns, int rows, string language)
    {
        Size size = new(columns, rows);
        List<string> pages = [];
        string keys = "";
        foreach ((string name, string more) in Moments)
        {
            keys += more;
            var frames = ScriptedRun.InLesson(keys, size, language == "ko" ? Language.Korean : Language.English);
            pages.Add($"=== {name}\n{frames[^1].Text}");
        }

        string.Join("\n\n", pages).ShouldMatchApproved(options => options
            .NoDiff()
            .SubFolder("Approved")
            .WithFilenameGenerator((_, _, type, extension) => $"lesson-{columns}x{rows}-{language}.{type}.{extension}"));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Should_show_the_list_as_approved(int columns, int rows, string language)
    {
        var frames = ScriptedRun.FromPicker("?", new Size(columns, rows), language == "ko" ? Language.Korean : Language.English);
        string.Join("\n\n", frames.Select(frame => frame.Text)).ShouldMatchApproved(options => options
            .NoDiff()
            .SubFolder("Approved")
            .WithFilenameGenerator((_, _, type, extension) => $"picker-{columns}x{rows}-{language}.{type}.{extension}"));
    }
}
