using System.Numerics;
using Engine.Planning;
using Engine.Running;

namespace Engine.Time.Search;

/// <summary>Looks for the first number of an iteration that is NaN or infinite.</summary>
internal sealed class NonFiniteWatch(NonFiniteKind kind, Plan plan) : Watch
{
    public override bool IsChange => false;

    public static bool Is(NonFiniteKind kind, double value) => kind switch
    {
        NonFiniteKind.NaN => double.IsNaN(value),
        NonFiniteKind.Infinity => double.IsInfinity(value),
        _ => !double.IsFinite(value),
    };

    public override int Read(Iteration machine, Span<Reading> readings)
    {
        if (plan.Steps.IsEmpty)
        {
            return 0;
        }

        if (!AllFinite(machine.Numbers))
        {
            foreach (Step step in plan.Steps)
            {
                ReadOnlySpan<double> output = machine.Numbers.Slice(plan.OffsetOf(step.Output), step.Output.Shape.Size);
                for (int cell = 0; cell < output.Length; cell++)
                {
                    if (Is(kind, output[cell]))
                    {
                        readings[0] = new Reading(0, step.Index, cell, 1, output[cell]);
                        return 1;
                    }
                }
            }
        }

        Step last = plan.Steps[^1];
        readings[0] = new Reading(0, last.Index, Math.Max(0, last.Output.Shape.Size - 1), 0, 0);
        return 1;
    }

    /// <summary>Whether no number is NaN or infinite: 0 times such a number is NaN, and stays it in every sum.</summary>
    private static bool AllFinite(ReadOnlySpan<double> numbers)
    {
        Vector<double> sums = Vector<double>.Zero;
        int index = 0;
        for (; index <= numbers.Length - Vector<double>.Count; index += Vector<double>.Count)
        {
            sums += new Vector<double>(numbers[index..]) * Vector<double>.Zero;
        }

        double sum = Vector.Sum(sums);
        for (; index < numbers.Length; index++)
        {
            sum += numbers[index] * 0;
        }

        return sum == 0;
    }
}
