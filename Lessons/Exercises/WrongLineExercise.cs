using System.Collections.Immutable;
using System.Globalization;
using Engine.Formulas;
using Engine.Planning;
using Engine.Running;
using Engine.Time;
using Lessons.Exercises.Mistakes;
using Lessons.Quantities;

namespace Lessons.Exercises;

/// <summary>
/// The learner finds the wrong line of a worked solution, in which one mistake was made on purpose. The lines after it go on
/// with the wrong number, as they would on paper. It is answered by the line's number, from 1.
/// </summary>
public sealed record WrongLineExercise : Exercise
{
    /// <summary>The numbers of the worked solution, a line each; all of one iteration, each computed by a step.</summary>
    public required ImmutableArray<ResolvedQuantity> Lines { get; init; }

    /// <summary>Which line the mistake is made in, from 0.</summary>
    public required int Wrong { get; init; }

    /// <summary>The mistake.</summary>
    public required SlipKind Slip { get; init; }

    /// <summary>The worked solution as it is shown, the mistake in it; empty where the mistake cannot be made in its line.</summary>
    /// <param name="timeline">The lesson's own time.</param>
    /// <param name="notation">How formulas are written.</param>
    public ImmutableArray<WorkedLine> LinesIn(Timeline timeline, Notation notation)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        int iteration = Lines[Wrong].Iteration;
        IterationTrace trace = timeline.At(iteration);
        IterationTrace? before = timeline.HasIteration(iteration - 1) ? timeline.At(iteration - 1) : null;
        Address wrong = Lines[Wrong].Stored!.Value;
        if (SlipFinder.MadeAt(Slip, wrong, trace, before) is not { } mistaken)
        {
            return [];
        }

        Counterfactual after = new(trace, before, mistake: null);
        after.Set(wrong, mistaken.ValueOf(wrong));
        return [.. Lines.Select((line, index) => LineOf(line.Stored!.Value, index == Wrong ? mistaken : after, trace, before, notation))];
    }

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

    private static WorkedLine LineOf(Address address, Counterfactual worked, IterationTrace trace, IterationTrace? before, Notation notation)
    {
        Plan plan = trace.Plan;
        Explanation explanation = plan.Explain(address);
        Expression formula = worked.FormulaOf(explanation);
        return new WorkedLine(
            plan.LabelOf(address).ToText(notation),
            FormulaText.Of(formula, NameOf, notation),
            FormulaText.Of(formula, operand => NumberText.Short(worked.ValueOf(explanation, explanation.AddressOf(operand))), notation),
            worked.ValueOf(address));

        string NameOf(Expression.Operand operand)
        {
            Substitute looked = worked.LookedUp(explanation, explanation.AddressOf(operand));
            return plan.LabelOf(looked.Address).ToText(notation) + (looked.Origin == Origin.Before && before is not null ? $"@{before.Iteration}" : "");
        }
    }
}

/// <summary>A line of a worked solution.</summary>
/// <param name="Name">What is computed.</param>
/// <param name="Formula">By which formula, with symbols.</param>
/// <param name="Numbers">The formula with numbers put in.</param>
/// <param name="Value">What comes out.</param>
public sealed record WorkedLine(string Name, string Formula, string Numbers, double Value);
