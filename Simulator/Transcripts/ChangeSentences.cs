using Lessons;
using Simulator.App;
using Simulator.Resources;
using Simulator.Screens.Picking;
using Simulator.Screens.Stepping;

namespace Simulator.Transcripts;

/// <summary>What has changed from one model to the next, but for the place, in sentences.</summary>
internal static class ChangeSentences
{
    /// <summary>Whether there is another number, or part of one, to speak of.</summary>
    public static bool HasMoved(Model before, Model after) => (before.Screen, after.Screen) switch
    {
        (StepScreen old, StepScreen now) =>
            before.Language != after.Language || old.Lane != now.Lane || old.Moment != now.Moment || old.Terms != now.Terms || old.Asked != now.Asked || old.Cover != now.Cover || old.Stop != now.Stop,
        (_, StepScreen) => true,
        _ => false,
    };

    /// <summary>Whatever else is to be said.</summary>
    public static IEnumerable<string> Of(Model before, Model after)
    {
        Words all = after.Words;
        TranscriptWords words = all.Transcript;
        Language language = after.Language;
        if (after.HelpScroll is not null && before.HelpScroll is null)
        {
            foreach (string line in words.Help)
            {
                yield return line;
            }
        }

        if (after.Screen is PickerScreen picker && !picker.Lessons.IsEmpty && (before.Screen is not PickerScreen old || old.Selected != picker.Selected))
        {
            yield return SpokenText.Of(picker.Lessons[picker.Selected].Title.In(language), language) + ".";
        }

        if ((before.Screen, after.Screen) is not (StepScreen from, StepScreen to))
        {
            yield break;
        }

        if (from.IsTour != to.IsTour)
        {
            yield return to.IsTour ? words.TourOn : words.TourOff;
        }

        if (from.Level != to.Level && after.Notice is null)
        {
            yield return words.StepsGo(SpokenText.Of(all.Level(to.Level), language));
        }

        if (from.Lane != to.Lane && after.Notice is null)
        {
            yield return words.Branch(SpokenText.Of(to.Lane.Title(all), language));
        }

        if (from.Picture != to.Picture)
        {
            yield return words.Shown(SpokenText.Of(to.Picture.Name(all), language));
        }

        if (from.Panel != to.Panel || from.Provenance != to.Provenance)
        {
            foreach (string line in PanelSentences.Of(to, language))
            {
                yield return line;
            }
        }

        if (from.Focus != to.Focus && to.Focus is not null && to.Chosen is { } chosen)
        {
            QuantitySentences sentences = new(to.Lesson, to.Timeline, language);
            string name = sentences.NameOf(chosen);
            yield return words.ChosenNumber(PlaceSentences.IsKnown(to, chosen) ? words.ValueInList(name, sentences.ValueOf(chosen)) : name);
        }
    }
}
