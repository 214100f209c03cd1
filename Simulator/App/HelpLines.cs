using System.Collections.Immutable;
using Lessons;
using Simulator.Resources;
using Simulator.Screens.Stepping;
using Simulator.Terminal;

namespace Simulator.App;

/// <summary>What the help says on a screen, line by line. Made from the key map, so that it cannot be wrong.</summary>
internal static class HelpLines
{
    /// <summary>The keys, section by section; a line without text is a section's heading.</summary>
    public static ImmutableArray<(string Keys, string Text)> Of(Model model)
    {
        var lines = ImmutableArray.CreateBuilder<(string Keys, string Text)>();
        foreach (var section in model.Keys.Bindings.Where(binding => !binding.Keys.IsEmpty).GroupBy(binding => binding.Section))
        {
            lines.Add((model.Words.Section(section.Key), ""));
            lines.AddRange(section.Select(binding => (KeyMap.TextFor(binding), model.Words.Action(binding.Action))));
            if (lines.Count == section.Count() + 1)
            {
                lines.Add(("1 … 9", model.Words.CountHelp));
            }
        }

        if (model.Screen is StepScreen)
        {
            lines.Add((model.Words.Legend, ""));
            lines.AddRange(LegendOf(model.Words));
        }

        if (model.Screen is StepScreen screen)
        {
            AddTerms(lines, Glossary.Of(screen.Lesson), model);
        }

        return lines.ToImmutable();
    }

    /// <summary>What the lesson's terms mean, each under its name.</summary>
    private static void AddTerms(ImmutableArray<(string Keys, string Text)>.Builder lines, ImmutableArray<GlossaryTerm> terms, Model model)
    {
        int keysWidth = lines.Max(line => line.Text.Length == 0 ? 0 : CellWidth.Of(line.Keys)) + 2;
        int cells = Math.Min(lines.Max(line => CellWidth.Of(line.Text)), Math.Max(20, model.Size.Columns - 8 - keysWidth));
        foreach (GlossaryTerm term in terms)
        {
            lines.Add(($"{model.Words.Term}: {term.PairedIn(model.Language)}", ""));
            lines.AddRange(CellWidth.Wrap(term.Meaning.In(model.Language), cells).Select(line => ("", line)));
        }
    }

    /// <summary>From which line on the keys are shown after a key; null where it closes them.</summary>
    public static int? Scrolled(int scroll, Key key, Model model)
    {
        int lines = Of(model).Length;
        int visible = Math.Min(model.Size.Rows - 2, lines + 3) - 3;
        int? wanted = key switch
        {
            { Code: KeyCode.Down } or { Code: KeyCode.Character, Character.Value: 'j' } => scroll + 1,
            { Code: KeyCode.Up } or { Code: KeyCode.Character, Character.Value: 'k' } => scroll - 1,
            { Code: KeyCode.PageDown } or { Code: KeyCode.Character, Character.Value: ' ' } => scroll + visible,
            { Code: KeyCode.PageUp } => scroll - visible,
            { Code: KeyCode.Home } => 0,
            { Code: KeyCode.End } => lines,
            _ => null,
        };
        return wanted is { } line ? Math.Clamp(line, 0, Math.Max(0, lines - visible)) : null;
    }

    /// <summary>The marks of a lesson's screen, which are not keys but are looked up here all the same.</summary>
    private static (string Marks, string Text)[] LegendOf(Words words) =>
    [
        ("∂0.2", words.LegendGradient),
        ("✓ ✗", words.LegendPrinted),
        ("▶ › ·", words.LegendValues),
        .. words.LegendLines,
    ];
}
