using System.Diagnostics.CodeAnalysis;
using Engine.Formulas;
using Engine.Planning;
using Engine.Time;
using Lessons.Reading;

namespace Lessons.Quantities;

/// <summary>
/// Finds the numbers of one lesson that quantities name. <c>loss</c>, or <c>손실</c>, is the one that training makes small, whatever the
/// lesson calls it, where no number has that name.
/// </summary>
/// <param name="plan">The lesson's plan.</param>
/// <param name="iterations">The number of the lesson's last iteration.</param>
/// <param name="firstIteration">The number of its first: 1, or where a branch begins.</param>
public sealed class QuantityResolver(Plan plan, int iterations, int firstIteration = 1)
{
    private const string Loss = "loss";
    private const string LossInKorean = "손실";

    /// <summary>Finds the numbers of a walk through time.</summary>
    public QuantityResolver(Timeline timeline)
        : this((timeline ?? throw new ArgumentNullException(nameof(timeline))).Plan, timeline.Iterations, timeline.FirstIteration)
    {
    }

    /// <summary>Whether the lesson has an iteration of this number.</summary>
    public bool HasIteration(int iteration) => iteration >= firstIteration && iteration <= iterations;

    /// <summary>Reads and finds a quantity.</summary>
    /// <param name="text">The text, such as <c>dE_total/dw5</c> or <c>h1@2</c>.</param>
    /// <param name="iteration">The iteration that is meant where the text names none, from 1.</param>
    /// <param name="resolved">The number; null where there is none.</param>
    /// <param name="error">Why there is none; null where there is one.</param>
    public bool TryResolve(
        string text,
        int iteration,
        [NotNullWhen(true)] out ResolvedQuantity? resolved,
        [NotNullWhen(false)] out QuantityError? error)
    {
        resolved = null;
        return Quantity.TryParse(text, out Quantity? quantity, out error) && TryResolve(quantity, iteration, out resolved, out error);
    }

    /// <summary>Finds a quantity.</summary>
    /// <inheritdoc cref="TryResolve(string, int, out ResolvedQuantity, out QuantityError)"/>
    public bool TryResolve(
        Quantity quantity,
        int iteration,
        [NotNullWhen(true)] out ResolvedQuantity? resolved,
        [NotNullWhen(false)] out QuantityError? error)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        (resolved, error) = (null, null);
        iteration = quantity.Iteration ?? iteration;
        if (!HasIteration(iteration))
        {
            string expected = iterations == firstIteration
                ? $"iteration {iterations}, the only one"
                : $"an iteration from {firstIteration} to {iterations}";
            error = new QuantityError(1, $"iteration {iteration} in {quantity}", expected, "change the number after the @, or training.iterations");
            return false;
        }

        resolved = quantity.Term switch
        {
            NamedTerm named => ResolveName(named, iteration, out error),
            DerivativeTerm derivative => ResolveDerivative(derivative, iteration, out error),
            _ => null,
        };
        return resolved is not null;
    }

    private ResolvedQuantity? ResolveName(NamedTerm term, int iteration, out QuantityError? error)
    {
        if (Find(term.Name, out error, name => term with { Name = name }) is not { } address)
        {
            return null;
        }

        if (!term.Next)
        {
            return new ResolvedQuantity(plan, iteration, address);
        }

        if (plan.NextOf(plan.SymbolOf(address)) is { } next)
        {
            return new ResolvedQuantity(plan, iteration, address with { Symbol = next.Index });
        }

        error = new QuantityError(1, $"{term}", "a weight, bias or state before the +", $"write {term.Name}; only what an update changes has a new value")
        {
            Suggestion = term with { Next = false },
        };
        return null;
    }

    private ResolvedQuantity? ResolveDerivative(DerivativeTerm term, int iteration, out QuantityError? error)
    {
        if (term.Next)
        {
            error = new QuantityError(1, $"{term}", "a derivative without +", "leave out the +, or name a later iteration with @")
            {
                Suggestion = term with { Next = false },
            };
            return null;
        }

        if (Find(term.Of, out error, name => term with { Of = name }) is not { } of
            || Find(term.WithRespectTo, out error, name => term with { WithRespectTo = name }) is not { } withRespectTo)
        {
            return null;
        }

        if (term.Via is null)
        {
            return plan.FindDerivative(of, withRespectTo) is { } stored
                ? new ResolvedQuantity(plan, iteration, stored)
                : new ResolvedQuantity(plan, iteration, of, withRespectTo);
        }

        if (term.Via.Indices.IsEmpty && plan.FindPart(of, withRespectTo, term.Via.Identifier) is { } part)
        {
            return new ResolvedQuantity(plan, iteration, part);
        }

        if (Find(term.Via, out error, name => term with { Via = name }) is not { } via)
        {
            return null;
        }

        if (plan.FindPath(of, withRespectTo, via) is { } path)
        {
            return new ResolvedQuantity(plan, iteration, path);
        }

        DerivativeTerm whole = new(term.Of, term.WithRespectTo);
        error = new QuantityError(
            1,
            $"{term}",
            $"a part that the backward pass computes: of the loss, via a number that {term.WithRespectTo} goes into directly, where there are several",
            $"write {whole} for all paths together")
        {
            Suggestion = whole,
        };
        return null;
    }

    private Address? Find(Name name, out QuantityError? error, Func<Name, Term> with)
    {
        (Address? address, NameProblem? problem) = plan.Find(name.Identifier, name.Indices);
        if (problem?.Kind == NameProblemKind.Unknown)
        {
            (address, problem) = plan.Find(Label.Spelled(name.Identifier), name.Indices);
        }

        if (problem?.Kind == NameProblemKind.Unknown && name.Identifier is Loss or LossInKorean && name.Indices.IsEmpty)
        {
            error = null;
            return new Address(plan.Loss.Index, 0);
        }

        error = problem?.Kind switch
        {
            null => null,
            NameProblemKind.Unknown => Unknown(name, with),
            NameProblemKind.PositionsMissing => new QuantityError(
                1, $"{name}, which stands for several numbers", "the position of one in brackets", $"write {RangeTo(problem.Example)}"),
            NameProblemKind.PositionCount when !problem.Example.Contains('[') => new QuantityError(
                1, $"{name}", $"{problem.Example}, which is one number, without positions", $"write {problem.Example}"),
            NameProblemKind.PositionCount => new QuantityError(
                1, $"{name}", $"as many positions as in {problem.Example}", $"write {RangeTo(problem.Example)}"),
            _ => new QuantityError(1, $"{name}", $"{RangeTo(problem.Example)}", "change the position; positions count from 1"),
        };
        return address;
    }

    /// <summary>The first and the last of a symbol's numbers: <c>h1[1] up to h1[4]</c>.</summary>
    internal static string RangeTo(string last)
    {
        int bracket = last.IndexOf('[', StringComparison.Ordinal);
        string ones = string.Join(',', last[bracket..].Split(',').Select(_ => "1"));
        return $"{last[..bracket]}[{ones}] up to {last}";
    }

    private QuantityError Unknown(Name name, Func<Name, Term> with)
    {
        // A plan of names that do not fit calls numbers w1..w4.
        string[] names = [.. plan.Names.Where(Name.IsIdentifier)];
        string? nearest = Nearest.To(name.Identifier, names);
        string[] some = [.. names.Take(12)];
        string rest = names.Length > some.Length ? " …" : "";
        return new QuantityError(
            1,
            $"the unknown symbol '{name.Identifier}'",
            $"a symbol of this lesson: {string.Join(", ", some)}{rest}",
            nearest is null ? "write one of these" : $"did you mean '{nearest}'?")
        {
            Suggestion = nearest is null ? null : with(new Name(nearest, name.Indices)),
        };
    }
}
