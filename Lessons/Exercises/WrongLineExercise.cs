using System.Collections.Immutable;
using System.Globalization;
using Engine.Formulas;
using Engine.Time;
using Lessons.Quantities;

namespace Lessons.Exercises;

/// <summary>
/// The learner finds the wrong line of a worked solution, in which one mistake was made on purpose. The lines after it go on
/// with the wrong number, as they would on paper. It is answered by the line's number, from 1.
/// </summary>
public sealed record WrongLineExercise : Exercise
{
    /// <summary>The numbers of the worked solution, a line each.</summary>
    public required ImmutableArray<ResolvedQuantity> Lines { get; init; }

    /// <summary>Which line the mistake is made in, from 0.</summary>
    public required int Wrong { get; init; }

    /// <summary>The mistake.</summary>
    public required SlipKind Slip { get; init; }

    /// <summary>The worked solution as it is shown, the mistake in it.</summary>
    public ImmutableArray<WorkedLine> LinesIn(Timeline timeline, Notation notation) =>
        [.. Lines.Select(line => new WorkedLine(line.Label.ToText(notation), "", "", line.ValueIn(timeline.At(line.Iteration))))];

    /// <inheritdoc/>
    public override Verdict Check(Timeline timeline, string answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return int.TryParse(answer.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= Lines.Length
            ? new Verdict(number - 1 == Wrong ? VerdictKind.Right : VerdictKind.Wrong)
            : new Verdict(VerdictKind.Unreadable);
    }

    /// <inheritdoc/>
    public override string SolutionIn(Timeline timeline) => (Wrong + 1).ToString(CultureInfo.InvariantCulture);
}

/// <summary>A line of a worked solution.</summary>
/// <param name="Name">What is computed.</param>
/// <param name="Formula">By which formula, with symbols.</param>
/// <param name="Numbers">The formula with numbers put in; the same as the value where there is nothing to put in.</param>
/// <param name="Value">What comes out.</param>
public sealed record WorkedLine(string Name, string Formula, string Numbers, double Value);
