using Engine.Formulas;
using Engine.Planning;
using Engine.Running;
using Lessons.Quantities;

namespace Simulator.Screens.Stepping.Pictures;

/// <summary>What is known of a tensor's numbers, in short.</summary>
/// <param name="Known">How many of the numbers are known.</param>
/// <param name="MeanMagnitude">The mean of their magnitudes.</param>
/// <param name="Least">The least of them.</param>
/// <param name="Greatest">The greatest of them.</param>
internal readonly record struct NumbersSummary(int Known, double MeanMagnitude, double Least, double Greatest);

/// <summary>The numbers of a screen's moment as pictures of the network show them, and the number that is looked at.</summary>
internal sealed class PictureNumbers
{
    private const int Digits = 3;

    private readonly StepScreen screen;

    public PictureNumbers(StepScreen screen)
    {
        this.screen = screen;
        Plan = screen.Timeline.Plan;
        Trace = screen.Timeline.At(screen.Moment.Iteration);
        Looked = screen.Asked?.Stored ?? screen.Asked?.Derivative?.WithRespectTo ?? screen.Here;
        Subject = Looked is { } looked ? Plan.SubjectOf(looked) : null;
        Sample = Subject is { } subject ? SampleOf(subject) : 0;
    }

    public Plan Plan { get; }

    public IterationTrace Trace { get; }

    /// <summary>The number that is looked at, of a derivative that no step computes the lower one; null at the start.</summary>
    public Address? Looked { get; }

    /// <summary>The number that the one looked at is a gradient, part or new value of, otherwise itself; null at the start.</summary>
    public Address? Subject { get; }

    /// <summary>The sample that the number looked at belongs to, from 0.</summary>
    public int Sample { get; }

    /// <summary>The moment's phase; null at the start.</summary>
    public Phase? Phase => screen.Moment.IsStart ? null : Plan.Steps[screen.Moment.Step].Phase;

    /// <summary>Which way the numbers of the phase flow: 1 forward, −1 backward, 0 not at all.</summary>
    public int Direction => Phase switch
    {
        Engine.Planning.Phase.Forward or Engine.Planning.Phase.Loss => 1,
        Engine.Planning.Phase.Backward => -1,
        _ => 0,
    };

    /// <summary>What the number looked at is called; null at the start.</summary>
    public string? LookedName => screen.Looked?.Label.ToText(Notation.Mathematical);

    /// <summary>The value of the number looked at; null where it has not been computed, and at the start.</summary>
    public string? LookedValue
    {
        get
        {
            // What no step computes is covered with the number beside which it is asked for.
            if (screen.Looked is not { } looked || (looked.Stored is { } stored ? !IsKnown(stored) : screen.Cover is not null))
            {
                return null;
            }

            return looked.Iteration == Trace.Iteration ? Text(looked.ValueIn(Trace)) : null;
        }
    }

    /// <summary>A number of the moment's iteration.</summary>
    public ResolvedQuantity NumberAt(Address address) => new(Plan, Trace.Iteration, address);

    public static string Text(double value, int digits = Digits) => NumberText.Significant(value, digits).Replace('-', '−');

    public bool IsKnown(Address address) => screen.Knows(address);

    /// <summary>How many of a symbol's numbers are known, from its first cell on.</summary>
    public int KnownOf(Symbol symbol) => Plan.ProducerOf(symbol) is not { } step || step.Index < screen.KnownMoment.Step
        ? symbol.Shape.Size
        : step.Index == screen.KnownMoment.Step ? screen.KnownMoment.Cell + 1 : 0;

    /// <summary>The number's value; null where it has not been computed.</summary>
    public string? ValueOf(Address address) => IsKnown(address) ? Text(Trace[address]) : null;

    /// <summary>The symbol that holds the loss's derivatives with respect to a symbol; null where there is none.</summary>
    public Symbol? GradientOf(Symbol symbol) =>
        symbol.Shape.Size > 0
        && Plan.FindDerivative(new Address(Plan.Loss.Index, 0), new Address(symbol.Index, 0)) is { } found
        && Plan.SymbolOf(found) is { Role: SymbolRole.Gradient } gradient
        && gradient.Shape.Size == symbol.Shape.Size
            ? gradient
            : null;

    /// <summary>The loss's derivative with respect to a number, on the way back and in the update; null where it is not known.</summary>
    public string? GradientOf(Address address) =>
        Phase >= Engine.Planning.Phase.Backward && GradientAddressOf(address) is { } derivative ? ValueOf(derivative) : null;

    /// <summary>The number that is the loss's derivative with respect to another; null where no step computes it.</summary>
    public Address? GradientAddressOf(Address address) => Plan.FindDerivative(new Address(Plan.Loss.Index, 0), address);

    /// <summary>What is known of a symbol's numbers; null where none are.</summary>
    public NumbersSummary? SummaryOf(Symbol symbol)
    {
        ReadOnlySpan<double> known = Trace[symbol][..KnownOf(symbol)];
        if (known.IsEmpty)
        {
            return null;
        }

        (double sum, double least, double greatest) = (0, double.PositiveInfinity, double.NegativeInfinity);
        foreach (double value in known)
        {
            sum += Math.Abs(value);
            least = Math.Min(least, value);
            greatest = Math.Max(greatest, value);
        }

        return new NumbersSummary(known.Length, sum / known.Length, least, greatest);
    }

    /// <summary>The largest magnitude among the known numbers of a symbol that are finite; 0 where there are none.</summary>
    public double LargestOf(Symbol symbol)
    {
        double largest = 0;
        foreach (double value in Trace[symbol][..KnownOf(symbol)])
        {
            double magnitude = Math.Abs(value);
            largest = magnitude > largest && double.IsFinite(magnitude) ? magnitude : largest;
        }

        return largest;
    }

    /// <summary>The number of a symbol at a position within the sample that is looked at.</summary>
    public Address AddressOf(Symbol symbol, int cell) =>
        new(symbol.Index, (symbol.HasBatchAxis ? Sample * (symbol.Shape.Size / symbol.Shape[0]) : 0) + cell);

    private int SampleOf(Address address)
    {
        Symbol symbol = Plan.SymbolOf(address);
        return symbol.HasBatchAxis && symbol.Shape.Size > 0 ? address.Cell / (symbol.Shape.Size / symbol.Shape[0]) : 0;
    }
}
