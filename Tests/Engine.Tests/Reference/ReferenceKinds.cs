using System.Collections.Immutable;
using System.Text.Json;
using Engine.Activations;
using Engine.Clippings;
using Engine.Losses;
using Engine.Optimizers;
using Engine.Schedules;

namespace Engine.Tests.Reference;

/// <summary>
/// Activations, losses, optimizers and what belongs to them, made from the parameters of reference cases. A parameter that is
/// not known here is an error, so that no case passes by being misunderstood.
/// </summary>
internal static class ReferenceKinds
{
    /// <summary>An activation by its name in the reference, whose underscores are our hyphens.</summary>
    /// <param name="name">The name, such as <c>leaky_relu</c>.</param>
    /// <param name="parameters">An object that has the activation's parameters, among others.</param>
    /// <param name="others">The names of the parameters that belong to something else, such as the layer.</param>
    public static Activation ActivationOf(string name, JsonElement parameters, params string[] others) =>
        (Activation)Create(typeof(Activation), name.Replace('_', '-'), parameters, others, parameter => parameter.Name switch
        {
            "valueAtZero" => ("value-at-zero", parameter.Value.GetDouble()),
            "alpha" or "slope" => (parameter.Name, parameter.Value.GetDouble()),
            _ => null,
        });

    /// <summary>A loss from an object with its name and parameters.</summary>
    public static Loss LossOf(JsonElement loss) => LossOf(loss.GetProperty("name").GetString()!, loss, "name");

    /// <summary>A loss by its name in the reference.</summary>
    /// <param name="name">The name, such as <c>mean_squared_error</c>.</param>
    /// <param name="parameters">An object that has the loss's parameters.</param>
    /// <param name="others">The names of the parameters that belong to something else.</param>
    public static Loss LossOf(string name, JsonElement parameters, params string[] others) =>
        (Loss)Create(typeof(Loss), name.Replace('_', '-'), parameters, others, parameter => parameter.Name switch
        {
            "fromLogits" => ("from-logits", parameter.Value.GetBoolean()),
            "clipEpsilon" => ("clip-epsilon", parameter.Value.GetDouble()),
            "logEpsilon" => ("log-epsilon", parameter.Value.GetDouble()),
            "normalize" => ("normalize", parameter.Value.GetBoolean()),
            "delta" => ("delta", parameter.Value.GetDouble()),
            "reduction" => ("reduction", parameter.Value.GetString() switch
            {
                "sum" => Reduction.Sum,
                "batchMean" => (object)Reduction.Mean,
                var other => throw new NotSupportedException(other),
            }),
            _ => null,
        });

    /// <summary>An optimizer from an object with its name and parameters, schedule and clipping included.</summary>
    public static Optimizer OptimizerOf(JsonElement optimizer)
    {
        string name = optimizer.GetProperty("name").GetString()!;
        return (Optimizer)Create(typeof(Optimizer), name, optimizer, ["name", "schedule"], parameter => parameter.Name switch
        {
            "lr" => ("learning-rate", ScheduleOf(optimizer)),
            "momentum" => ("momentum", parameter.Value.GetDouble()),
            "nesterov" => ("nesterov", parameter.Value.GetBoolean()),
            "initialAccumulator" => ("initial-accumulator", parameter.Value.GetDouble()),
            "rho" => ("rho", parameter.Value.GetDouble()),
            "centered" => ("centered", parameter.Value.GetBoolean()),
            "beta1" => ("beta-1", parameter.Value.GetDouble()),
            "beta2" => ("beta-2", parameter.Value.GetDouble()),
            "epsilon" => ("epsilon", parameter.Value.GetDouble()),
            "amsgrad" => ("amsgrad", parameter.Value.GetBoolean()),
            "epsilonPlacement" => ("epsilon-placement", parameter.Value.GetString() switch
            {
                "insideSqrt" => EpsilonPlacement.InsideRoot,
                "outsideSqrt" => EpsilonPlacement.OutsideRoot,
                "keras" => AdamEpsilon.Keras,
                "paper" => (object)AdamEpsilon.Paper,
                var other => throw new NotSupportedException(other),
            }),
            "clip" => ("clip", ClippingOf(parameter.Value)),
            _ => null,
        });
    }

    /// <summary>The learning rate of an optimizer: its schedule where it has one.</summary>
    private static Schedule ScheduleOf(JsonElement optimizer)
    {
        double initial = optimizer.GetProperty("lr").GetDouble();
        if (!optimizer.TryGetProperty("schedule", out JsonElement schedule))
        {
            return initial;
        }

        string kind = schedule.GetProperty("type").GetString() switch
        {
            "exponential" => "exponential-decay",
            "inverseTime" => "inverse-time-decay",
            "stepDrop" => "step-decay",
            "piecewise" => "piecewise-constant",
            var other => throw new NotSupportedException(other),
        };
        Dictionary<string, object?> first = kind == "piecewise-constant" ? [] : new() { ["initial-learning-rate"] = initial };
        return (Schedule)Create(typeof(Schedule), kind, schedule, ["type"], parameter => parameter.Name switch
        {
            "decaySteps" => ("decay-steps", parameter.Value.GetInt32()),
            "decayRate" => ("decay-rate", parameter.Value.GetDouble()),
            "staircase" => ("staircase", parameter.Value.GetBoolean()),
            "decay" => ("decay", parameter.Value.GetDouble()),
            "drop" => ("drop", parameter.Value.GetDouble()),
            "every" => ("every", parameter.Value.GetInt32()),
            "offset" => ("offset", parameter.Value.GetInt32()),
            "boundaries" => ("boundaries", parameter.Value.EnumerateArray().Select(item => item.GetInt32()).ToImmutableArray()),
            "values" => ("values", parameter.Value.EnumerateArray().Select(item => item.GetDouble()).ToImmutableArray()),
            _ => null,
        }, first);
    }

    private static Clipping ClippingOf(JsonElement clip) => (Clipping)Create(
        typeof(Clipping),
        clip.GetProperty("type").GetString() switch
        {
            "value" => "by-value",
            "norm" => "by-norm",
            "globalNorm" => "by-global-norm",
            var other => throw new NotSupportedException(other),
        },
        clip,
        ["type"],
        parameter => parameter.Name == "c" ? ("limit", parameter.Value.GetDouble()) : null);

    /// <summary>A kind of a family with the arguments that an object's properties stand for.</summary>
    private static object Create(
        Type family,
        string name,
        JsonElement parameters,
        string[] others,
        Func<JsonProperty, (string Argument, object Value)?> argumentOf,
        Dictionary<string, object?>? first = null)
    {
        CatalogEntry kind = Catalog.Find(family, name).ShouldNotBeNull(name);
        Dictionary<string, object?> arguments = first ?? [];
        foreach (JsonProperty parameter in parameters.EnumerateObject().Where(parameter => !others.Contains(parameter.Name)))
        {
            (string argument, object value) = argumentOf(parameter) ?? throw new NotSupportedException($"{name}: {parameter.Name}");
            kind.Arguments.ShouldContain(known => known.Name == argument, $"{name}: {parameter.Name}");
            arguments.Add(argument, value);
        }

        return Catalog.Create(kind, arguments);
    }
}
