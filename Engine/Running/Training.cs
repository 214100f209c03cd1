using Engine.Numbers;
using Engine.Planning;

namespace Engine.Running;

/// <summary>
/// A training described in full: the plan, the data and which rows each iteration sees. Holds no numbers that change;
/// <see cref="Iteration"/> runs it and <see cref="Time.Timeline"/> moves through it.
/// </summary>
public sealed class Training
{
    /// <summary>A training on rows of data, in their order, as many an iteration as the plan's batch has.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="inputs">The data, samples × features.</param>
    /// <param name="targets">What the network should answer, samples × outputs.</param>
    /// <exception cref="ShapeException">
    /// The data do not fit the network, or the number of samples is not a multiple of the batch size.
    /// </exception>
    public Training(Plan plan, Tensor inputs, Tensor targets)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(targets);
        RequireRows("inputs", plan.Input, inputs);
        RequireRows("targets", plan.Target, targets);
        if (targets.Shape[0] != inputs.Shape[0])
        {
            throw new ShapeException("targets", $"{inputs.Shape[0]} rows, one for each row of inputs", $"{targets.Shape[0]}");
        }

        if (inputs.Shape[0] == 0 || inputs.Shape[0] % plan.BatchSize != 0)
        {
            throw new ShapeException("inputs", $"a multiple of the batch size {plan.BatchSize} as number of samples", $"{inputs.Shape[0]}");
        }

        Plan = plan;
        Inputs = inputs;
        Targets = targets;
    }

    /// <summary>The steps of an iteration.</summary>
    public Plan Plan { get; }

    /// <summary>The data, samples × features.</summary>
    public Tensor Inputs { get; }

    /// <summary>What the network should answer, samples × outputs.</summary>
    public Tensor Targets { get; }

    /// <summary>The state before the first iteration: the plan's initial values.</summary>
    public TrainingState InitialState() =>
        new(0, [.. Plan.Carries.SelectMany(carry => Plan.InitialValuesOf(carry.Current)!.Values.ToArray())]);

    /// <summary>The first row that an iteration (from 1) sees; rows start over after the last.</summary>
    internal int FirstRowOf(int iteration) => (int)((long)(iteration - 1) * Plan.BatchSize % Inputs.Shape[0]);

    private static void RequireRows(string what, Symbol symbol, Tensor data)
    {
        Shape row = symbol.Shape.WithoutFirst();
        if (data.Shape.Rank == 0 || !data.Shape.WithoutFirst().Equals(row))
        {
            throw new ShapeException(what, $"rows of {row} numbers", data.Shape.Rank == 0 ? "a single number" : $"rows of {data.Shape.WithoutFirst()}");
        }
    }
}
