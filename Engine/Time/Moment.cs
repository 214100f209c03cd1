namespace Engine.Time;

/// <summary>
/// A moment of training: just after one number has been computed. Step and cell count from 0, iterations from 1. Before the
/// first number of an iteration the step is −1.
/// </summary>
public readonly record struct Moment(int Iteration, int Step, int Cell) : IComparable<Moment>
{
    /// <summary>
    /// The moment at which a training begins whose first iteration is 1: nothing has been computed. Of any training,
    /// <see cref="Timeline.Start"/>.
    /// </summary>
    public static Moment Start { get; } = Before(1);

    /// <summary>The moment before the first number of an iteration.</summary>
    public static Moment Before(int iteration) => new(iteration, -1, 0);

    /// <summary>Whether nothing of the iteration has been computed.</summary>
    public bool IsStart => Step < 0;

    /// <inheritdoc/>
    public int CompareTo(Moment other) => (Iteration, Step, Cell).CompareTo((other.Iteration, other.Step, other.Cell));

    /// <summary>Whether one moment is before another.</summary>
    public static bool operator <(Moment left, Moment right) => left.CompareTo(right) < 0;

    /// <summary>Whether one moment is after another.</summary>
    public static bool operator >(Moment left, Moment right) => left.CompareTo(right) > 0;

    /// <summary>Whether one moment is not after another.</summary>
    public static bool operator <=(Moment left, Moment right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one moment is not before another.</summary>
    public static bool operator >=(Moment left, Moment right) => left.CompareTo(right) >= 0;
}
