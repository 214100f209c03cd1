using System.Collections.Immutable;
using Engine.Numbers;
using Engine.Planning;
using Engine.Running;

namespace Engine.Time;

/// <summary>
/// Asks a network questions at a moment of its training: what it answers to other data, what the loss would be with other
/// parameters. It is the same network in inference mode; the training knows nothing of it. Not thread-safe.
/// </summary>
public sealed class Probe
{
    private readonly Plan trained;
    private readonly Iteration machine;

    /// <summary>For each of the training's parameters and running statistics that the probe knows, the probe's.</summary>
    private readonly Dictionary<Symbol, Symbol> places;

    /// <summary>A probe that computes all samples at once.</summary>
    /// <param name="training">The training.</param>
    /// <param name="network">Its network.</param>
    /// <param name="inputs">For each input of the network the questions, samples × features.</param>
    /// <param name="targets">For each output what the loss compares the answers with.</param>
    /// <exception cref="ShapeException">The data do not fit the network.</exception>
    public Probe(Training training, Network network, ImmutableArray<Tensor> inputs, ImmutableArray<Tensor> targets)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(network);
        int samples = inputs[0].Shape.Rank == 0 ? 0 : inputs[0].Shape[0];
        trained = training.Plan;
        Plan = Planner.Build(network, Math.Max(1, samples), new PlanOptions { Mode = Mode.Inference });
        machine = new Iteration(new Training(Plan, inputs, targets));
        places = TrainingState.Places(trained, Plan).ToDictionary(place => place.Symbol, place => place.Other);
    }

    /// <summary>The steps of the probe: forward and loss.</summary>
    public Plan Plan { get; }

    /// <summary>The loss that was computed last, the mean over all samples; without what only training does, such as dropout.</summary>
    public double Loss => machine[Plan.Loss][0];

    /// <summary>One of the numbers that were computed last.</summary>
    public double this[Address address] => machine[Plan.OffsetOf(address)];

    /// <summary>Takes a moment's parameters: those that its iteration begins with, and in place of them the new ones that are known by then.</summary>
    public void Load(Timeline timeline, Moment moment)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        IterationTrace trace = timeline.At(moment.Iteration);
        foreach ((Symbol current, Symbol to) in places)
        {
            machine.Set(to, trace[current]);
            if (timeline.Plan.NextOf(current) is { } next && timeline.Plan.ProducerOf(next) is { } step && step.Index <= moment.Step)
            {
                int known = step.Index < moment.Step ? next.Shape.Size : moment.Cell + 1;
                machine.Set(to, trace[next][..known]);
            }
        }
    }

    /// <summary>Gives one parameter another value, until the next <see cref="Load"/>.</summary>
    /// <param name="parameter">The parameter's address in the training's plan.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The number is no parameter that the network's answers depend on.</exception>
    public void Set(Address parameter, double value)
    {
        if (!places.TryGetValue(trained.SymbolOf(parameter), out Symbol? to))
        {
            throw new ArgumentException("The number is not a parameter that passes from an iteration to the next.", nameof(parameter));
        }

        machine.Set(to, parameter.Cell, value);
    }

    /// <summary>Computes all answers and the loss.</summary>
    public void Run()
    {
        machine.Rewind();
        machine.Run();
    }

    /// <summary>An answer that was computed last.</summary>
    /// <param name="output">Which output of the network, from 0.</param>
    public ReadOnlySpan<double> AnswersOf(int output) => machine[Plan.Predictions[output]];
}
