using System.Collections.Immutable;
using Engine.Formulas;
using Simulator.Explaining;
using Simulator.Resources;
using Simulator.Terminal;

namespace Simulator.Commands;

/// <summary>One number in words and formulas, as <c>show</c> and <c>trace</c> write it.</summary>
internal static class QuantityText
{
    private const int GivenDigits = 16;

    /// <summary>The value as text: as it is given, or with as many digits as documents print.</summary>
    public static string ValueOf(Session session, QuantityDescription description) => session.Number(
        description is GivenDescription { Before: null }
            ? NumberText.Short(description.Value, GivenDigits)
            : NumberText.Fixed(description.Value));

    /// <summary>The document's number and whether it agrees; empty where it prints none.</summary>
    public static ImmutableArray<InkedText> DocumentOf(Session session, QuantityDescription description)
    {
        if (description.Expectation is not { } expectation)
        {
            return [];
        }

        bool isMatch = description.IsMatch == true;
        string difference = session.Number(NumberText.Short(expectation.Printed.Difference(description.Value), 2));
        return
        [
            new InkedText($"{session.Words.OriginOf(expectation.Source)} "),
            new InkedText(session.Number(expectation.Printed.Text), Ink.Strong),
            new InkedText(" "),
            session.Mark(isMatch),
            new InkedText($"  {session.Words.Difference} {difference}", isMatch ? Ink.Muted : Ink.Bad),
        ];
    }

    /// <summary>The formula as one text, with symbols or with numbers; empty where the number is given.</summary>
    public static string FormulaOf(QuantityDescription description, Notation notation, bool numbers, int mostTerms = int.MaxValue) =>
        QuantityDescription.TextOf(description.Formula(notation, numbers, mostTerms));

    /// <summary>Everything about one number, a line for each way to write it.</summary>
    public static void Write(Session session, QuantityDescription description, int iterations)
    {
        Words words = session.Words;
        Notation notation = session.Notation;
        string kind = description switch
        {
            StepDescription step => $" · {words.Phase(step.Phase)}",
            GivenDescription => $" · {words.Given}",
            _ => "",
        };
        session.Page.Line(
            new InkedText(description.Quantity.Label.ToString(), Ink.Title),
            new InkedText($"  {words.IterationOf(description.Quantity.Iteration, iterations)}{kind}", Ink.Muted));

        string name = description.Quantity.Label.ToText(notation);
        string value = ValueOf(session, description);
        ImmutableArray<FormulaPiece> substituted = description.Formula(notation, numbers: true);
        string[] sides =
        [
            FormulaOf(description, notation, numbers: false),
            QuantityDescription.TextOf(description.Chosen(notation)),
            substituted.Length == 1 ? "" : QuantityDescription.TextOf(substituted), // A single number is the value, which comes below.
            QuantityDescription.TextOf(description.Body(notation)),
            QuantityDescription.TextOf(description.ChainBeyondFormula(notation, numbers: false)),
            QuantityDescription.TextOf(description.ChainBeyondFormula(notation, numbers: true)),
            value,
        ];
        string left = name;
        string blank = CellWidth.PadLeft("", CellWidth.Of(name));
        foreach (string side in sides.Where(side => side.Length > 0))
        {
            session.Page.Line(
                new InkedText("  "),
                new InkedText(left, Ink.Strong),
                new InkedText(" = "),
                new InkedText(side, ReferenceEquals(side, value) ? Ink.Strong : Ink.Text));
            left = blank;
        }

        if (description is GivenDescription given)
        {
            session.Page.Line("  " + given.Origin(words, notation), Ink.Muted);
        }

        if (description.Expectation is { } expectation)
        {
            session.Page.Line([new InkedText("  "), .. DocumentOf(session, description), new InkedText($"  {expectation.Source}", Ink.Muted)]);
        }
    }

    /// <summary>The same as data. Names and formulas are written as they are typed, so that names in them can be looked up.</summary>
    public static DataRecord RecordOf(Session session, QuantityDescription description)
    {
        string? formula = FormulaOf(description, Notation.Plain, numbers: false);
        List<(string, object?)> fields =
        [
            ("quantity", description.Quantity.Label.ToString()),
            ("iteration", description.Quantity.Iteration),
            ("value", description.Value),
            ("formula", formula.Length == 0 ? null : formula),
            ("substituted", formula.Length == 0 ? null : FormulaOf(description, Notation.Plain, numbers: true)),
            ("operands", description.Operands.Select(operand => OperandOf(operand, description)).ToArray()),
        ];
        if (description.Chosen(Notation.Plain) is { IsEmpty: false } chosen)
        {
            fields.Add(("chosen", QuantityDescription.TextOf(chosen)));
        }

        if (description.Chain(Notation.Plain, numbers: false) is { IsEmpty: false } chain)
        {
            fields.Add(("chain", QuantityDescription.TextOf(chain)));
            fields.Add(("chainSubstituted", QuantityDescription.TextOf(description.Chain(Notation.Plain, numbers: true))));
        }

        if (description is GivenDescription given)
        {
            fields.Add(("origin", given.Origin(session.Words, Notation.Plain)));
        }

        if (description.Expectation is { } expectation)
        {
            fields.Add(("printed", expectation.Printed.Text));
            fields.Add(("ok", description.IsMatch));
            fields.Add(("source", expectation.Source.ToString()));
        }

        return new DataRecord([.. fields]);
    }

    private static DataRecord OperandOf(OperandValue operand, QuantityDescription description)
    {
        string at = operand.Iteration == description.Quantity.Iteration ? "" : $"@{operand.Iteration}";
        return new DataRecord(("quantity", operand.Label + at), ("value", operand.Value));
    }
}
