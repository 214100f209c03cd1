using System.Text;
using Lessons;
using Simulator.Resources;
using Simulator.Terminal;

namespace Simulator.Tests.Views.Pictures;

/// <summary>
/// Pictures as people see them, in both languages, small and large, and in ASCII. An intended change is approved by renaming the received file
/// that the test leaves beside the approved one.
/// </summary>
public sealed class PictureFrameTests
{
    private static readonly (int Columns, int Rows, Language Language, bool Ascii)[] Forms =
    [
        (76, 12, Language.English, false),
        (76, 12, Language.Korean, false),
        (110, 34, Language.English, false),
        (110, 34, Language.Korean, false),
        (76, 17, Language.English, true),
    ];

    public static TheoryData<string> Names() => [.. PictureScenes.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Should_look_as_approved(string name)
    {
        PictureScenes.Draw draw = PictureScenes.Find(name);
        StringBuilder pages = new();
        foreach ((int columns, int rows, Language language, bool ascii) in Forms)
        {
            Canvas canvas = new(new Size(columns, rows));
            draw(canvas, canvas.Region, Words.In(language));
            pages.Append($"=== {columns} × {rows}, {language}{(ascii ? ", ASCII" : "")}\n{canvas.ToText(ascii)}\n\n");
        }

        pages.ToString().ShouldMatchApproved(options => options
            .NoDiff()
            .SubFolder("Approved")
            .WithFilenameGenerator((_, _, type, extension) => $"{name}.{type}.{extension}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Should_be_readable_in_ascii(string name)
    {
        Canvas canvas = new(new Size(100, 25));
        PictureScenes.Find(name)(canvas, canvas.Region, Words.In(Language.English));
        string text = canvas.ToText(ascii: true);
        text.ShouldAllBe(character => character < 128);
        text.ShouldNotBeNullOrWhiteSpace();
    }
}
