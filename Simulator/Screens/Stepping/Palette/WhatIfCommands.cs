using System.Collections.Immutable;
using System.Globalization;
using Lessons.Variations;
using Simulator.App;
using Simulator.Resources;
using Simulator.Screens.Stepping.Lanes;

namespace Simulator.Screens.Stepping.Palette;

/// <summary>The palette's commands that change a lesson.</summary>
internal static class WhatIfCommands
{
    private const int MostDigits = 15;

    public static ImmutableArray<PaletteCommand> All { get; } =
    [
        new("set", words => "alpha = 0.1; w5 = 0.2", words => words.Lanes.Set, LaneUpdate.Set) { Completions = Settings, AreCompletionsEdited = true, Explain = Explain },
        new("compare", words => "optimizer = adam", words => words.Lanes.Compare, LaneUpdate.Compare) { Completions = Settings, AreCompletionsEdited = true, Explain = Explain },
        new("decimals", words => "4", words => words.Lanes.SetDecimals, (model, screen, text) => Round(model, screen, text, "decimals", 0, (words, count) => words.Lanes.Decimals(count))),
        new("digits", words => "3", words => words.Lanes.SetDigits, (model, screen, text) => Round(model, screen, text, "digits", 1, (words, count) => words.Lanes.Digits(count))),
    ];

    private static IEnumerable<string> Settings(StepScreen screen) =>
        SettingList.Of(screen.Lesson, screen.Timeline.At(screen.Moment.Iteration))
            .OrderBy(setting => setting.Key == "alpha" ? 0 : 1)
            .Select(setting => setting.ToString());

    private static string Explain(string setting, Words words) => words.Lanes.SettingName(setting.Split(' ', '[')[0]);

    private static Outcome Round(Model model, StepScreen screen, string text, string key, int least, Func<Words, int, string> title) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count >= least && count <= MostDigits
            ? LaneUpdate.Rounded(model, screen, $"{key} = {count}", words => title(words, count))
            : model with { Notice = new Notice(words => words.Lanes.WrongCount(text, least, MostDigits)) };
}
