using Lessons;
using Simulator.App;
using Simulator.Screens.Picking;
using Simulator.Screens.Stepping;
using Simulator.Terminal;
using Simulator.Views;

namespace Simulator.Tests.Views;

/// <summary>Every screen at every size in both languages: nothing hangs, throws or writes outside.</summary>
public sealed class SizeSweepTests
{
    public static TheoryData<string, string> Screens()
    {
        TheoryData<string, string> data = [];
        foreach (string language in new[] { "en", "ko" })
        {
            foreach (string keys in new[] { "", "<Enter>", "<Enter>15l", "<Enter>t<S-Tab><S-Tab>25l<Down>", "<Enter>t<Tab>9l", "<Enter>:", "<Enter>:level<Space>", "<Enter>z", "<Enter>:dz3/dw1<Enter>", "<Enter>G:", "?", "<Enter>15l?", "<Enter>:w9<Enter>" })
            {
                data.Add(language, keys);
            }
        }

        return data;
    }

    public static TheoryData<string> AllFeatures() => [.. Features.Names];

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Screens))]
    public async Task Should_draw_at_any_size(string language, string keys) =>
        await Task.Run(() => Sweep(ModelAfter(keys, language == "ko" ? Language.Korean : Language.English), step: 1));

    /// <summary>Every feature: the narrow windows, where text meets edges, in smaller steps than the wide ones.</summary>
    [Theory(Timeout = 120_000)]
    [MemberData(nameof(AllFeatures))]
    public async Task Should_draw_every_feature_at_any_size(string feature) => await Task.Run(() =>
    {
        Model model = ScriptedRun.After(Features.KeysOf(feature), Features.StartOf(feature, new Size(120, 36), Language.English));
        foreach (Language language in Enum.GetValues<Language>())
        {
            Sweep(model with { Language = language }, step: 5);
        }
    });

    private static void Sweep(Model model, int step)
    {
        for (int columns = 20; columns <= 220; columns += columns is >= 78 and < 84 ? 1 : columns < 130 ? step : 10)
        {
            for (int rows = 5; rows <= 70; rows += rows is >= 22 and < 27 ? 1 : rows < 40 ? step : 6)
            {
                string[] lines = ScreenView.Draw(model with { Size = new Size(columns, rows) }).ToText().Split('\n');
                lines.Length.ShouldBe(rows);
                foreach (string line in lines)
                {
                    CellWidth.Of(line).ShouldBeLessThanOrEqualTo(columns, $"{columns}×{rows}");
                }
            }
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(79, 24)]
    [InlineData(80, 23)]
    [InlineData(3, 50)]
    public void Should_ask_for_room_below_the_smallest_size(int columns, int rows)
    {
        Model model = ModelAfter("<Enter>", Language.English) with { Size = new Size(columns, rows) };
        string text = ScreenView.Draw(model).ToText();
        text.ShouldNotContain("╭");
        if (columns > 40)
        {
            text.ShouldContain("80 × 24");
        }
    }

    private static Model ModelAfter(string keys, Language language)
    {
        Model model = new() { Size = new Size(120, 36), Language = language, Screen = new PickerScreen(LessonLibrary.All) };
        foreach (KeyPressed input in KeyNotation.Parse(keys).Inputs.OfType<KeyPressed>())
        {
            (model, _) = Update.Apply(model, new KeyTyped(input.Key));
        }

        model.Screen.ShouldBeOfType(keys.StartsWith("<Enter>", StringComparison.Ordinal) ? typeof(StepScreen) : typeof(PickerScreen));
        return model;
    }
}
