using Engine.Numbers;
using Engine.Planning;

namespace Engine.Running;

/// <summary>
/// The steps of an iteration shared out between threads. Each thread has its own rows of a tensor and computes them wherever
/// it can; a phase ends where a step needs rows that another thread has computed. A network's way forward and back is
/// one phase, because samples are rows; the sums over the samples, which gradients of parameters are, are the next.
/// </summary>
/// <remarks>
/// Within a phase steps keep their order, and a step is never in an earlier phase than its inputs. Who computes a cell changes
/// nothing about how: the bits do not depend on the number of threads.
/// </remarks>
internal sealed class ThreadSchedule
{
    private readonly PreparedStep[][][] phases;

    /// <summary>Shares out a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="threads">The number of threads, at least 1.</param>
    /// <param name="roundingOf">How each step's output is rounded; null for not at all.</param>
    public ThreadSchedule(Plan plan, int threads, Func<Step, Rounding?>? roundingOf = null)
    {
        Dictionary<Symbol, int> phaseOf = [];
        Dictionary<Symbol, bool> isShared = [];
        List<List<PreparedStep?[]>> parts = [[]];
        foreach (Symbol given in GivenOf(plan))
        {
            phaseOf[given] = 0;
            isShared[given] = threads > 1 && given.Shape.Rank > 0;
        }

        foreach (Step step in plan.Steps)
        {
            PreparedStep prepared = new(plan, step, roundingOf?.Invoke(step));
            bool shared = threads > 1 && prepared.HasSeparateRows;
            int phase = 0;
            for (int input = 0; input < step.Inputs.Length; input++)
            {
                Symbol symbol = step.Inputs[input];
                if (phaseOf.TryGetValue(symbol, out int ready))
                {
                    bool sameThread = shared ? isShared[symbol] && prepared.ReadsRowForRow(input) : !isShared[symbol];
                    phase = Math.Max(phase, sameThread ? ready : ready + 1);
                }
            }

            phaseOf[step.Output] = phase;
            isShared[step.Output] = shared;
            if (phase == parts.Count)
            {
                parts.Add([]);
            }

            parts[phase].Add(shared ? [.. Enumerable.Range(0, threads).Select(thread => PartOf(prepared, step.Output.Shape[0], thread, threads))] : [prepared]);
        }

        // From a list of parts for each step to a list of steps for each thread.
        phases =
        [
            .. parts.Select(phase => Enumerable.Range(0, threads)
                .Select(thread => phase.Select(step => step.ElementAtOrDefault(thread)).OfType<PreparedStep>().ToArray())
                .ToArray()),
        ];
    }

    /// <summary>The number of phases.</summary>
    public int Phases => phases.Length;

    /// <summary>What is put in place before a plan's steps, in phase 0, by each thread its rows.</summary>
    public static IEnumerable<Symbol> GivenOf(Plan plan) =>
        [.. plan.Carries.Select(carry => carry.Current), .. plan.Inputs, .. plan.Targets, .. plan.Noises.Select(noise => noise.Symbol)];

    /// <summary>Which cells of a tensor a thread has: whole rows.</summary>
    public static (int Start, int Length) CellsOf(Shape shape, int thread, int threads)
    {
        if (shape.Rank == 0 || shape.Size == 0)
        {
            return thread == 0 ? (0, shape.Size) : (0, 0);
        }

        int width = shape.Size / shape[0];
        int start = Boundary(shape[0], thread, threads);
        return (start * width, (Boundary(shape[0], thread + 1, threads) - start) * width);
    }

    /// <summary>Computes a thread's part of a phase.</summary>
    public void Run(double[] buffer, int phase, int thread)
    {
        foreach (PreparedStep step in phases[phase][thread])
        {
            step.Run(buffer);
        }
    }

    private static PreparedStep? PartOf(PreparedStep step, int rows, int thread, int threads)
    {
        int start = Boundary(rows, thread, threads);
        int end = Boundary(rows, thread + 1, threads);
        return start < end ? step.Part(start, end - start) : null;
    }

    /// <summary>Where a thread's rows begin: the same for all tensors of as many rows, and where there are many at whole tiles.</summary>
    private static int Boundary(int rows, int thread, int threads)
    {
        const int TileRows = 8;
        int unit = rows >= 2 * TileRows * threads ? TileRows : 1;
        return thread == threads ? rows : (int)((long)(rows / unit) * thread / threads) * unit;
    }
}
