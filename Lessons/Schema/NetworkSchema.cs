using System.Text.Json.Nodes;
using Engine.Layers;
using Engine.Losses;
using Engine.Metrics;
using Engine.Optimizers;
using Engine.Running;
using Lessons.Reading;

namespace Lessons.Schema;

/// <summary>The form of a network and of its training.</summary>
/// <param name="kinds">What kinds of things there are.</param>
internal sealed class NetworkSchema(KindSchema kinds)
{
    private const int MostInputs = 1_000_000;

    public JsonObject Network()
    {
        JsonObject schema = Shapes.Mapping(
            [
                ("inputs", Inputs()),
                ("layers", Shapes.List(kinds.Of(typeof(Layer)), least: 1).Described("The layers from the inputs to the outputs.")),
                ("loss", kinds.Of(typeof(Loss)).Described("What training makes small.")),
                ("optimizer", kinds.Of(typeof(Optimizer)).Described("How training makes the loss small.")),
                ("targets", Targets()),
                ("outputs", Shapes.Entries(Shapes.Ref("identifier"), Output(), least: 1).Described("Several outputs, each by its layer's name with a loss; in place of 'loss' and 'targets'.")),
            ],
            "inputs",
            "layers",
            "optimizer");
        schema["anyOf"] = Shapes.AnyKeyOf(["loss", "outputs"]);
        schema["dependentSchemas"] = new JsonObject
        {
            ["outputs"] = new JsonObject { ["properties"] = new JsonObject { ["loss"] = false, ["targets"] = false } },
        };
        return schema.Described("The network: inputs, layers, loss and optimizer.");
    }

    public JsonObject Training()
    {
        JsonObject share = Shapes.Number();
        share["exclusiveMinimum"] = 0;
        share["exclusiveMaximum"] = 1;
        JsonObject schema = Shapes.Mapping(
        [
            ("iterations", Shapes.Integer(1, TrainingReader.MostIterations).WithDefault(1).Described("How often the weights are updated.")),
            ("epochs", Shapes.Integer(1, TrainingReader.MostIterations).Described("How often every sample is seen; in place of 'iterations'.")),
            ("batch-size", Shapes.Integer(1).Described("How many samples each iteration sees, a divisor of the number of samples; all of them where left out.")),
            ("shuffle", Shapes.Integer().Described("The seed of an order of the rows that is another in each epoch; rows keep their order where left out.")),
            ("validation-split", share.Described("The share of samples, the last ones, that are measured and not trained on.")),
            ("metrics", Shapes.List(kinds.Of(typeof(Metric))).Described("What is measured beside the loss.")),
            ("early-stopping", kinds.ArgumentsOf(typeof(EarlyStopping), "early-stopping").Described("Ends the training when it no longer gets better; needs 'epochs'.")),
        ]);
        schema["dependentRequired"] = new JsonObject { ["early-stopping"] = Shapes.Words("epochs") };
        schema["dependentSchemas"] = new JsonObject { ["epochs"] = new JsonObject { ["properties"] = new JsonObject { ["iterations"] = false } } };
        return schema.Described("How long the training goes on, and by how many samples; one iteration of all samples where left out.");
    }

    private static JsonObject Targets() => Shapes.Ref("names").Described("The targets' names.");

    private static JsonObject Inputs()
    {
        JsonObject shape = Shapes.Mapping(
            [
                ("shape", Shapes.AnyOf(Shapes.Integer(1), Shapes.List(Shapes.Integer(1), least: 1)).Described("The axes of a sample, such as [4, 4, 1].")),
            ],
            "shape");
        JsonObject input = Shapes.AnyOf(Count(), Shapes.Ref("names"), shape);
        return Shapes.AnyOf(Count(), Shapes.Ref("names"), Shapes.Entries(Shapes.Ref("identifier"), input, least: 1))
            .Described("How many inputs there are, or a list of their names; or several inputs by name, each a count, a list of names, or { shape: [4, 4, 1] }.");
    }

    private static JsonObject Count() => Shapes.Integer(1, MostInputs);

    private JsonObject Output() => Shapes.Mapping(
        [
            ("loss", kinds.Of(typeof(Loss)).Described("The loss of this output.")),
            ("weight", Shapes.Number().WithDefault(1).Described("How much this output's loss counts in the sum.")),
            ("targets", Targets()),
        ],
        "loss");
}
