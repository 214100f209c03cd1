using Lessons;
using Simulator.Terminal;

namespace Simulator.Tests.Views;

/// <summary>A scripted run for every feature of the screen, in both languages and in a small and a large window, as approved.</summary>
public sealed class FeatureFrameTests
{
    public static TheoryData<string> AllFeatures() => [.. Features.Names];

    [Theory]
    [MemberData(nameof(AllFeatures))]
    public void Should_look_as_approved(string feature)
    {
        List<string> pages = [];
        foreach (Size size in new[] { new Size(80, 24), new Size(160, 48) })
        {
            foreach (Language language in Enum.GetValues<Language>())
            {
                var frames = ScriptedRun.Run(Features.KeysOf(feature), Features.StartOf(feature, size, language), out _);
                pages.Add($"=== {language}, {size.Columns}×{size.Rows}: {Features.KeysOf(feature)}\n{frames[^1].Text}");
            }
        }

        string.Join("\n\n", pages).ShouldMatchApproved(options => options
            .NoDiff()
            .SubFolder("Approved")
            .WithFilenameGenerator((_, _, type, extension) => $"feature-{feature}.{type}.{extension}"));
    }
}
