using System.Collections.Immutable;
using Engine.Numbers;
using Engine.Planning;

namespace Engine.Running;

/// <summary>
/// What becomes of a training whose units answer right or wrong, such as a perceptron's: it is run epoch by epoch until one
/// has no error, or so far as is allowed.
/// </summary>
/// <param name="ErrorsPerEpoch">
/// For each epoch how many samples were answered wrongly when they were seen: an answer is wrong where it differs from the
/// target in any output.
/// </param>
/// <param name="States">The states at the ends of the epochs; the first is the state before the first epoch.</param>
public sealed record PerceptronConvergence(ImmutableArray<int> ErrorsPerEpoch, ImmutableArray<TrainingState> States)
{
    /// <summary>Up to this difference two numbers of a state count as the same: rounding errors do not hide a cycle.</summary>
    private const double Same = 1e-9;

    /// <summary>The first epoch without an error, from 1, which is the last one run; null where there is none so far.</summary>
    public int? ConvergedEpoch => ErrorsPerEpoch is [.., 0] ? ErrorsPerEpoch.Length : null;

    /// <summary>The last epoch with an error, from 1, and so the last that changed a perceptron's weights; 0 where there is none.</summary>
    public int LastUpdateEpoch => ConvergedEpoch is null ? ErrorsPerEpoch.Length : ErrorsPerEpoch.Length - 1;

    /// <summary>
    /// The cycle that the training has got into: the first state that came back, and how many epochs that took. Null where
    /// none came back so far, or an epoch was without error. Rows that are shuffled, or a learning rate that changes, make no cycle.
    /// </summary>
    public EpochCycle? Cycle
    {
        get
        {
            for (int end = 1; end < States.Length && ConvergedEpoch is null; end++)
            {
                for (int start = 0; start < end; start++)
                {
                    if (AreSame(States[start], States[end]))
                    {
                        return new EpochCycle(start, end - start);
                    }
                }
            }

            return null;
        }
    }

    /// <summary>Runs a training from its beginning.</summary>
    /// <param name="training">The training; its rows keep their order.</param>
    /// <param name="mostEpochs">After how many epochs to stop at the latest, at least 1.</param>
    /// <exception cref="ArgumentException">The rows are shuffled, so that a state that comes back means nothing.</exception>
    /// <exception cref="ShapeException">The network has several outputs, or another number of targets than of answers.</exception>
    public static PerceptronConvergence Of(Training training, int mostEpochs)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentOutOfRangeException.ThrowIfLessThan(mostEpochs, 1);
        if (training.ShuffleSeed is not null)
        {
            throw new ArgumentException("The rows are shuffled.", nameof(training));
        }

        Plan plan = training.Plan;
        if (plan.Predictions is not [var prediction] || !prediction.Shape.Equals(plan.Targets[0].Shape))
        {
            throw new ShapeException("perceptron", "one output of the network, with a target for each of its units", "another network");
        }

        Iteration iteration = new(training);
        var errors = ImmutableArray.CreateBuilder<int>();
        var states = ImmutableArray.CreateBuilder<TrainingState>();
        states.Add(iteration.State());
        do
        {
            int wrong = 0;
            for (int batch = 0; batch < training.IterationsPerEpoch; batch++)
            {
                iteration.Run();
                wrong += WrongOf(iteration.Trace(), prediction, plan.Targets[0]);
            }

            errors.Add(wrong);
            states.Add(iteration.State());
        }
        while (errors[^1] > 0 && errors.Count < mostEpochs);

        return new PerceptronConvergence(errors.ToImmutable(), states.ToImmutable());
    }

    private static int WrongOf(IterationTrace trace, Symbol prediction, Symbol target)
    {
        int wrong = 0;
        int units = prediction.Shape.WithoutFirst().Size;
        for (int row = 0; row < prediction.Shape.Size; row += units)
        {
            wrong += trace[prediction].Slice(row, units).SequenceEqual(trace[target].Slice(row, units)) ? 0 : 1;
        }

        return wrong;
    }

    private static bool AreSame(TrainingState left, TrainingState right)
    {
        for (int index = 0; index < left.Values.Length; index++)
        {
            double size = Math.Max(1, Math.Max(Math.Abs(left.Values[index]), Math.Abs(right.Values[index])));
            if (!(Math.Abs(left.Values[index] - right.Values[index]) <= Same * size))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>A run of epochs that a training repeats for ever.</summary>
/// <param name="StartEpoch">After how many epochs the training is in it; 0 where it begins in it.</param>
/// <param name="Period">After how many epochs the state is the same again.</param>
public sealed record EpochCycle(int StartEpoch, int Period);
