using System.Text.RegularExpressions;
using Lessons;
using Simulator.Terminal;

namespace Simulator.Tests.Views;

/// <summary>What each theme sends to a terminal for a lesson, a message and the keys, in both languages and a small and a large window.</summary>
public sealed partial class ThemeFrameTests
{
    private static readonly (string Name, string Keys)[] Moments =
        [("in the tour", "15l"), ("a message", "15l~"), ("what was done", "15lma"), ("the keys", "15l?")];

    public static TheoryData<string> Names() => [.. Theme.All.Select(theme => theme.Id)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Should_look_as_approved(string name)
    {
        Theme theme = Theme.Named(name)!;
        List<string> pages = [];
        foreach (Size size in new[] { new Size(80, 24), new Size(160, 48) })
        {
            foreach (Language language in Enum.GetValues<Language>())
            {
                foreach ((string title, string keys) in Moments)
                {
                    Canvas frame = ScriptedRun.InLesson(keys, size, language)[^1].Canvas;
                    pages.Add($"=== {language}, {size.Columns}×{size.Rows}, {title}\n{Readable(theme, ColorDepth.Palette, frame)}");
                }
            }
        }

        Canvas lesson = ScriptedRun.InLesson(Moments[0].Keys, new Size(80, 24))[^1].Canvas;
        pages.Add($"=== with sixteen colours\n{Readable(theme, ColorDepth.Sixteen, lesson)}");
        WithLetters(string.Join("\n\n", pages)).ShouldMatchApproved(options => options
            .NoDiff()
            .SubFolder("Approved")
            .WithFilenameGenerator((_, _, type, extension) => $"theme-{name}.{type}.{extension}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Should_say_the_same_without_colours(string name)
    {
        // What a theme changes is never what there is to read.
        Canvas frame = ScriptedRun.InLesson("15l", new Size(80, 24))[^1].Canvas;
        string themed = Readable(Theme.Named(name)!, ColorDepth.True, frame);
        Style().Replace(themed, "").ShouldBe(Style().Replace(Readable(Theme.Default, ColorDepth.Sixteen, frame), ""));
    }

    /// <summary>The bytes for the terminal, a row a line, with what sets a style between ‹ and ›; ‹› is back to none.</summary>
    private static string Readable(Theme theme, ColorDepth depth, Canvas frame)
    {
        string sent = new FrameEncoder(new TerminalOptions { Theme = theme, Depth = depth }).Encode(frame);
        string rows = Row().Replace(sent, "\n").Replace("\e[0m", "‹›");
        return Other().Replace(Sequence().Replace(rows, "‹${style}›"), "").Trim('\n');
    }

    /// <summary>The same with a letter for each style, and what the letters stand for.</summary>
    private static string WithLetters(string text)
    {
        List<string> styles = [.. Style().Matches(text).Select(match => match.Value).Where(style => style != "‹›").Distinct()];
        string lettered = Style().Replace(text, match => match.Value == "‹›" ? match.Value : $"‹{LetterOf(styles.IndexOf(match.Value))}›")
            .Replace("‹›‹", "‹")
            .Replace("‹›\n", "\n");
        return string.Join('\n', styles.Select((style, index) => $"{LetterOf(index)} = {style.Trim('‹', '›')}")) + "\n\n" + lettered;
    }

    private static char LetterOf(int index) => (char)('a' + index);

    [GeneratedRegex("\e\\[[0-9]+;1H", RegexOptions.None, 1000)]
    private static partial Regex Row();

    [GeneratedRegex("\e\\[(?<style>[0-9;]+)m", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sequence();

    [GeneratedRegex("\e\\[[0-9;?]+[a-zA-Z]", RegexOptions.None, 1000)]
    private static partial Regex Other();

    [GeneratedRegex("‹[0-9;]*›", RegexOptions.None, 1000)]
    private static partial Regex Style();
}
