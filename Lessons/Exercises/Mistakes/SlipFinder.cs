using System.Collections.Immutable;
using Engine.Derivatives;
using Engine.Planning;
using Engine.Running;
using Engine.Time;
using Lessons.Quantities;

namespace Lessons.Exercises.Mistakes;

/// <summary>What each of the well-known mistakes makes of a number.</summary>
internal static class SlipFinder
{
    /// <summary>So many weights, activations or paths are tried one by one.</summary>
    private const int MostSubjects = 12;

    /// <summary>Every slip and the value that it leads to, in the order of <see cref="SlipKind"/>; values that are no numbers are left out.</summary>
    public static ImmutableArray<Slip> SlipsOf(ResolvedQuantity quantity, Timeline timeline)
    {
        IterationTrace trace = timeline.At(quantity.Iteration);
        IEnumerable<Slip> slips = quantity.Stored is { } stored
            ? OfStored(stored, trace, BeforeOf(quantity, timeline))
            : OfDerivative(trace, quantity.Derivative!.Value.Of, quantity.Derivative.Value.WithRespectTo);
        double right = quantity.ValueIn(trace);
        return
        [
            .. slips.Where(slip => double.IsFinite(slip.Value) && slip.Value != right)
                .DistinctBy(slip => (slip.Kind, slip.Value))
                .OrderBy(slip => slip.Kind),
        ];
    }

    /// <summary>A mistake of a kind made at one number so that another value comes out; null where the kind cannot be made there.</summary>
    public static Counterfactual? MadeAt(SlipKind kind, Address at, IterationTrace trace, IterationTrace? before) =>
        MistakesOf(trace.Plan, at)
            .Where(mistake => mistake.Kind == kind)
            .Select(mistake => new Counterfactual(trace, before, mistake, at))
            .FirstOrDefault(made => made.ValueOf(at) != trace[at]);

    private static IterationTrace? BeforeOf(ResolvedQuantity quantity, Timeline timeline) =>
        timeline.HasIteration(quantity.Iteration - 1) ? timeline.At(quantity.Iteration - 1) : null;

    private static IEnumerable<Slip> OfStored(Address asked, IterationTrace trace, IterationTrace? before)
    {
        Plan plan = trace.Plan;
        Symbol symbol = plan.SymbolOf(asked);
        yield return new Slip(SlipKind.WrongSign, -trace[asked]);
        if (symbol.Role == SymbolRole.Updated && plan.SubjectOf(asked) is var changed && plan.SymbolOf(changed).Role == SymbolRole.Parameter)
        {
            yield return new Slip(SlipKind.OldWeight, trace[changed]) { About = changed };
        }

        if (symbol.Role == SymbolRole.Parameter && before is not null)
        {
            yield return new Slip(SlipKind.OldWeight, before[asked]) { About = asked };
        }

        Address subject = symbol.Role is SymbolRole.Gradient or SymbolRole.Updated ? plan.SubjectOf(asked) : asked;
        if (TransposedIndex.Exchanged(plan.SymbolOf(subject), subject.Cell) is { } cell && plan.SymbolOf(subject).Shape.Equals(symbol.Shape))
        {
            yield return new Slip(SlipKind.TransposedIndex, trace[asked with { Cell = cell }]) { About = subject };
        }

        if (plan.ProducerOf(symbol) is not { } step)
        {
            yield break;
        }

        foreach (Mistake mistake in MistakesOf(plan, asked))
        {
            // Old weights are those of the iteration before.
            if (mistake.Kind == SlipKind.OldWeight && before is null)
            {
                continue;
            }

            foreach (Address? only in new Address?[] { null, asked })
            {
                if (only is not null && !mistake.Touches(step))
                {
                    continue;
                }

                Counterfactual made = new(trace, before, mistake, only);
                double value = made.ValueOf(asked);
                if (!made.IsTooMuch)
                {
                    yield return new Slip(mistake.Kind, value) { About = made.About };
                }
            }
        }
    }

    private static IEnumerable<Mistake> MistakesOf(Plan plan, Address asked)
    {
        // What is looked at later than the number has no part in it.
        int last = plan.ProducerOf(plan.SymbolOf(asked))?.Index ?? -1;
        Symbol[] used = [.. plan.Steps.Take(last + 1).SelectMany(step => step.Inputs).Distinct()];
        yield return new WrongSign(asked);
        Symbol?[] derivatives = [null, .. used.Where(symbol => MissingDerivative.IsOfActivation(plan, symbol)).TakeLast(MostSubjects)];
        foreach (Symbol? derivative in derivatives)
        {
            yield return new MissingDerivative(plan, derivative);
        }

        Symbol?[] weights = [null, .. used.Where(symbol => symbol.Role == SymbolRole.Parameter && plan.NextOf(symbol) is not null).TakeLast(MostSubjects)];
        foreach (Symbol? weight in weights)
        {
            yield return new MistakenWeight(plan, isNew: true, weight);
            yield return new MistakenWeight(plan, isNew: true, weight, isInPlace: true);
            yield return new MistakenWeight(plan, isNew: false, weight);
            yield return new TransposedIndex(plan, weight, isBackward: false);
            yield return new TransposedIndex(plan, weight, isBackward: true);
        }

        int paths = Math.Min(MostSubjects, plan.Steps.Take(last + 1).Select(OnePath.PathsOf).DefaultIfEmpty().Max());
        for (int path = 0; path < paths; path++)
        {
            yield return new OnePath(path);
        }

        yield return new NotAveraged(plan);
        foreach (double factor in new[] { 2, 0.5 })
        {
            FactorOneHalf half = new(plan, factor);
            if (half.IsPossible)
            {
                yield return half;
            }
        }
    }

    /// <summary>The slips of a derivative that no step computes.</summary>
    private static IEnumerable<Slip> OfDerivative(IterationTrace trace, Address of, Address withRespectTo)
    {
        CellDerivative derivative = CellDerivative.Between(trace, of, withRespectTo);
        yield return new Slip(SlipKind.WrongSign, -derivative.Value);
        if (derivative.Links.Length > 1)
        {
            foreach (CellDerivative.Link link in derivative.Links.Take(MostSubjects))
            {
                yield return new Slip(SlipKind.OnePathOnly, link.Outer * link.Inner) { About = link.Via };
            }
        }

        // The derivative of the activation that makes the upper number is a factor of every path.
        foreach (Symbol slopes in trace.Plan.Symbols.Where(symbol => MissingDerivative.IsOfActivation(trace.Plan, symbol)))
        {
            Address slope = new(slopes.Index, of.Cell);
            if (of.Cell < slopes.Shape.Size && trace.Plan.DifferentiatedBy(slope) == of && trace[slope] != 0 && trace.Plan.SubjectOf(slope) != withRespectTo)
            {
                yield return new Slip(SlipKind.MissingActivationDerivative, derivative.Value / trace[slope]) { About = slope };
            }
        }
    }
}
