using System.Collections.Immutable;
using Engine.Planning;
using Engine.Running;
using Engine.Time;
using Engine.Time.Search;

namespace Engine.Health;

/// <summary>What goes wrong with the numbers of a training: NaN and infinity, saturated and dead units.</summary>
public static class NumericalHealth
{
    /// <summary>The default threshold of a saturated activation: a slope of 0.01, a twenty-fifth of the sigmoid's greatest.</summary>
    public const double DefaultThreshold = 0.01;

    /// <summary>The first number of a training that is NaN or infinite; null where all are finite up to the timeline's end.</summary>
    /// <param name="timeline">The training.</param>
    /// <param name="progress">Is told how far the search has come.</param>
    /// <param name="cancellationToken">Is asked now and then whether to go on.</param>
    /// <exception cref="OperationCanceledException">Going on was not wanted.</exception>
    public static NonFiniteNumber? FirstNonFinite(
        Timeline timeline, IProgress<ReplayProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        TimelineSearch search = new(timeline, new Condition.NonFinite());
        return search.FindNext(timeline.Start, SearchStop.Beginning, progress, cancellationToken) is { } moment
            ? NonFiniteAt(timeline, moment)
            : null;
    }

    /// <summary>
    /// The number that was computed last at a moment, such as one that a search for <see cref="Condition.NonFinite"/> has found, if
    /// it is NaN or infinite; otherwise null.
    /// </summary>
    public static NonFiniteNumber? NonFiniteAt(Timeline timeline, Moment moment)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        if (timeline.AddressAt(moment) is not { } address)
        {
            return null;
        }

        IterationTrace trace = timeline.At(moment.Iteration);
        return double.IsFinite(trace[address])
            ? null
            : new NonFiniteNumber(
                moment,
                address,
                trace[address],
                [.. timeline.Plan.Explain(address).Operands.Select(operand => new NumberValue(operand, trace[operand]))]);
    }

    /// <summary>How lively the activations of a network are in one iteration's batch.</summary>
    /// <param name="trace">The iteration.</param>
    /// <param name="threshold">The size of slope, above 0, below which an output is saturated.</param>
    /// <returns>
    /// One for each activation function whose slope the backward pass computes cell by cell, from the first layer to the last.
    /// Softmax has none; a linear layer has no activation function.
    /// </returns>
    public static ImmutableArray<ActivationHealth> ActivationsIn(IterationTrace trace, double threshold = DefaultThreshold)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ImmutableArray<ActivationSurvey> surveys = SurveysOf(trace.Plan, threshold);
        Add(surveys, trace.Numbers);
        return [.. surveys.Select(survey => survey.Result())];
    }

    /// <summary>
    /// How lively the activations of a network are over all data, with the parameters of one iteration: every batch goes through the network
    /// once, as in training, and none of them changes it.
    /// </summary>
    /// <param name="timeline">The training.</param>
    /// <param name="iteration">The iteration whose parameters, before its update, are looked at.</param>
    /// <param name="threshold">The size of slope, above 0, below which an output is saturated.</param>
    /// <param name="progress">Is told how many batches have gone through, once the parameters have been found.</param>
    /// <param name="cancellationToken">Is asked now and then whether to go on.</param>
    /// <returns>As <see cref="ActivationsIn"/>.</returns>
    /// <exception cref="OperationCanceledException">Going on was not wanted.</exception>
    public static ImmutableArray<ActivationHealth> ActivationsOverData(
        Timeline timeline,
        int iteration,
        double threshold = DefaultThreshold,
        IProgress<ReplayProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        Training training = timeline.Training;
        IterationTrace trace = timeline.At(iteration, progress: null, cancellationToken);
        ImmutableArray<ActivationSurvey> surveys = SurveysOf(training.Plan, threshold);
        double[] state = [.. training.Plan.Carries.SelectMany(carry => trace[carry.Current].ToArray())];
        Iteration machine = new(training);
        Pace pace = timeline.Replay.NewPace(training.IterationsPerEpoch, progress, cancellationToken);
        for (int batch = 0; batch < training.IterationsPerEpoch; batch++)
        {
            machine.RestoreState(batch, state);
            machine.Run();
            Add(surveys, machine.Numbers);
            pace.Tick();
        }

        pace.Finish();
        return [.. surveys.Select(survey => survey.Result())];
    }

    private static ImmutableArray<ActivationSurvey> SurveysOf(Plan plan, double threshold)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threshold);
        return
        [
            .. ActivationSurvey.ActivationsOf(plan)
                .Select(found => new ActivationSurvey(plan, found.Activation, found.Slope, threshold)),
        ];
    }

    private static void Add(ImmutableArray<ActivationSurvey> surveys, ReadOnlySpan<double> numbers)
    {
        foreach (ActivationSurvey survey in surveys)
        {
            survey.Add(numbers);
        }
    }
}
