using System.Collections.Immutable;
using System.Globalization;
using Engine;
using Engine.Numbers;
using Engine.Planning;
using Engine.Running;
using Lessons.Reading;
using NumberText = Engine.Formulas.NumberText;

namespace Lessons.Variations;

/// <summary>What of a lesson can be set, for a prompt to complete.</summary>
public static class SettingList
{
    /// <summary>A network with more numbers than these is not offered number by number; any can be set by its name all the same.</summary>
    private const int MostNumbers = 200;

    /// <summary>The settings of a lesson with their present values, the most used first, then weights and data by their names.</summary>
    /// <param name="lesson">The lesson.</param>
    /// <param name="trace">The iteration from which on something is to be changed; null leaves weights and data out.</param>
    public static ImmutableArray<Setting> Of(Lesson lesson, IterationTrace? trace = null)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        return lesson.Source is not { } source ? [] :
        [
            .. OptimizerOf(source.Find("network").Find("optimizer")),
            .. LayerActivations.Of(lesson, source).Select(found =>
                new Setting($"activation[{found.Layer}]", found.Activation is null ? "linear" : SettingParser.TextOf(found.Activation))),
            new Setting("loss", Catalog.NameOf(lesson.Fitting.Network.Outputs[0].Loss)),
            .. Seeds.FirstIn(source) is { } seed ? [new Setting("seed", seed.ToString(CultureInfo.InvariantCulture))] : Array.Empty<Setting>(),
            new Setting("iterations", lesson.Iterations.ToString(CultureInfo.InvariantCulture)),
            RoundingOf(lesson.Training.Rounding, false),
            RoundingOf(lesson.Training.Rounding, true),
            .. trace is null ? [] : NumbersOf(lesson.Training, trace),
        ];
    }

    private static IEnumerable<Setting> OptimizerOf(SourceNode? optimizer)
    {
        (string name, MappingNode? arguments) = SourceEdit.KindOf(optimizer);
        yield return new Setting("optimizer", name);
        foreach (MappingEntry argument in arguments?.Entries ?? [])
        {
            string key = argument.Key.Text == "learning-rate" ? "alpha" : argument.Key.Text;
            yield return new Setting(key, SettingParser.TextOf(argument.Value));
        }
    }

    private static Setting RoundingOf(Rounding? rounding, bool isSignificant) => new(
        isSignificant ? "digits" : "decimals",
        rounding?.IsSignificant == isSignificant ? rounding.Digits.ToString(CultureInfo.InvariantCulture) : "none");

    private static IEnumerable<Setting> NumbersOf(Training training, IterationTrace trace)
    {
        Symbol[] symbols =
        [
            .. trace.Plan.Symbols.Where(symbol => symbol.Role is SymbolRole.Input or SymbolRole.Target
                || (symbol.Role == SymbolRole.Parameter && training.PlaceOf(new Address(symbol.Index, 0), out _))),
        ];
        return symbols.Sum(symbol => symbol.Shape.Size) > MostNumbers ? [] :
            from symbol in symbols
            from cell in Enumerable.Range(0, symbol.Shape.Size)
            let address = new Address(symbol.Index, cell)
            select new Setting(trace.Plan.LabelOf(address).ToString(), NumberText.Short(trace[address]));
    }
}
