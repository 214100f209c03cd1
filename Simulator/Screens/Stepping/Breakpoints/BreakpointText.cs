using System.Diagnostics.CodeAnalysis;
using Engine.Time;
using Engine.Time.Search;
using Lessons.Quantities;
using Simulator.Resources;

namespace Simulator.Screens.Stepping.Breakpoints;

/// <summary>Breakpoints as people type them: a number of the lesson, or a condition on its numbers.</summary>
internal static class BreakpointText
{
    /// <summary>Reads a breakpoint.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="timeline">The lesson's time.</param>
    /// <param name="breakpoint">The breakpoint; null where the text is neither a number nor a condition.</param>
    /// <param name="problem">What is wrong and what to do; null where nothing is.</param>
    public static bool TryParse(
        string text,
        Timeline timeline,
        [NotNullWhen(true)] out Breakpoint? breakpoint,
        [NotNullWhen(false)] out Func<Words, string>? problem)
    {
        text = text.Trim();
        (breakpoint, problem) = (null, null);
        if (Quantity.TryParse(text, out Quantity? quantity, out _))
        {
            problem = ProblemOf(text, quantity, timeline, out breakpoint);
            if (problem is null || !ConditionText.TryParse(text, timeline.Training, out _, out _))
            {
                return problem is null;
            }
        }

        // What is a number or a condition by itself, such as NaN, is one even if it looks like a name.
        if (ConditionText.TryParse(text, timeline.Training, out Condition? condition, out QuantityError? error))
        {
            (breakpoint, problem) = (new Breakpoint(text, condition), null);
            return true;
        }

        problem = words => Explain(text, error, words);
        return false;
    }

    private static Func<Words, string>? ProblemOf(string text, Quantity quantity, Timeline timeline, out Breakpoint? breakpoint)
    {
        breakpoint = null;
        if (quantity.Iteration is not null)
        {
            return words => $"{words.DidYouMean($"{quantity.Term}")} {words.Tracing.NoIteration(text)}";
        }

        QuantityResolver resolver = new(timeline);
        if (!resolver.TryResolve(quantity, timeline.FirstIteration, out ResolvedQuantity? resolved, out QuantityError? error))
        {
            return words => $"{(error.Suggestion is { } meant ? words.DidYouMean($"{meant}") : words.Tracing.WriteLike)} {words.NoSuchQuantity(text)}";
        }

        if (resolved.Stored is not { } stored)
        {
            return words => words.Tracing.NotStored(text);
        }

        breakpoint = Breakpoint.On(timeline.Plan, stored);
        return null;
    }

    /// <summary>What to do, then what is wrong: a window may have no room for both.</summary>
    private static string Explain(string text, QuantityError error, Words words)
    {
        int at = Math.Clamp(error.Column - 1, 0, text.Length);
        string part = text[at..].Trim();
        return part.Length == 0 ? words.Tracing.Unfinished(text)
            : error.Suggestion is { } meant ? $"{words.DidYouMean($"{meant}")} {words.Tracing.Meaningless(part)}"
            : $"{words.Tracing.WriteLike} {words.Tracing.Meaningless(part)}";
    }
}
