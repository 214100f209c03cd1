using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Engine.Activations;
using Engine.Initializers;
using Engine.Layers;
using Engine.Losses;
using Engine.Numbers;
using Engine.Operations;
using Engine.Optimizers;
using Engine.Planning;
using Engine.Tests.Support;

namespace Engine.Tests.Planning;

/// <summary>What uses a number, against a look at the formulas of all numbers.</summary>
public class UsersTests
{
    private static readonly Dense Shared = new(2, new GlorotUniform(1), new HyperbolicTangent());

    [SuppressMessage("Maintainability", "CA1506:Avoid excessive class coupling", Justification = "One network of each kind.")]
    private static Dictionary<string, Func<Plan>> Plans => new()
    {
        ["dense, parts by path"] = () => new NetworkCase(3, [new(4), new(2)]) { BatchSize = 3 }.ToPlan(),
        ["dense, no parts, Adam"] = () => Planner.Build(
            Network.Sequential(
                new Shape(3),
                [new Dense(4, new GlorotUniform(1), new RectifiedLinear()), new Dense(3, new GlorotUniform(2), new Softmax())],
                new SparseCategoricalCrossentropy(),
                new Adam(0.1)),
            batchSize: 2,
            new PlanOptions { MostPathCells = 0 }),
        ["lstm"] = () => Of(new Shape(3, 2), new LongShortTermMemory(2), new Dense(1, new GlorotUniform(1))),
        ["convolution and pooling"] = () => Of(
            new Shape(5, 4, 2),
            new Convolution2D(2, [3, 2], [1], Padding.Same, new RectifiedLinear()),
            new MaxPooling2D(),
            new Flatten(),
            new Dense(2, new GlorotUniform(1))),
        ["graph with a shared layer"] = () => Planner.Build(
            new Network(
                [new NetworkInput("a", new Shape(2)), new NetworkInput("b", new Shape(2))],
                [
                    new Node("left", Shared, ["a"]),
                    new Node("right", Shared, ["b"]),
                    new Node("both", new Concatenate(), ["left", "right"]),
                    new Node("answer", new Dense(1, new GlorotUniform(1)), ["both"]),
                ],
                [new NetworkOutput("answer", new HalfSquaredError()), new NetworkOutput("right", new MeanSquaredError())],
                new GradientDescent(0.1, 0.9)),
            batchSize: 2),
        ["words and normalization"] = () => Planner.Build(
            Network.Sequential(
                new Shape(3),
                [new Embedding(5, 2), new BatchNormalization(), new GlobalMaxPooling1D(), new Dense(2, new GlorotUniform(1))],
                new MeanSquaredError(),
                new GradientDescent(0.1)),
            batchSize: 2),
    };

    public static TheoryData<string> Names => [.. Plans.Keys];

    private static Plan Of(Shape features, params ImmutableArray<Layer> layers) =>
        Planner.Build(Network.Sequential(features, layers, new MeanSquaredError(), new GradientDescent(0.1)), batchSize: 2);

    [Theory]
    [MemberData(nameof(Names))]
    public void Should_be_the_numbers_whose_formulas_have_it(string name)
    {
        Plan plan = Plans[name]();
        ILookup<Address, Address> expected = plan.Steps
            .SelectMany(step => step.Output.AllAddresses())
            .SelectMany(user => plan.Explain(user).Operands.Select(operand => (operand, user)))
            .ToLookup(use => use.operand, use => use.user);
        foreach (Address address in plan.AllAddresses())
        {
            plan.UsersOf(address).ShouldBe(expected[address], $"{name}, {plan.LabelOf(address)}");
        }
    }

    [Fact]
    public void Should_be_one_number_a_sample_and_the_gradients_for_a_weight_of_a_large_network()
    {
        Plan plan = Planner.Build(
            Network.Sequential(
                new Shape(784),
                [
                    new Dense(128, new GlorotUniform(1), new RectifiedLinear()),
                    new Dense(128, new GlorotUniform(2), new RectifiedLinear()),
                    new Dense(10, new GlorotUniform(3), new Softmax()),
                ],
                new SparseCategoricalCrossentropy(),
                new GradientDescent(0.1)),
            batchSize: 32);
        Address weight = plan.Find("W2", 3, 57).Address.ShouldNotBeNull();
        ImmutableArray<Address> users = [.. plan.UsersOf(weight)];
        users.Count(user => plan.SymbolOf(user).Place == new Place(2, LayerPart.PreActivation)).ShouldBe(32, "z2[sample,57]");
        users.Count(user => plan.SymbolOf(user).Role == SymbolRole.Gradient).ShouldBe(32, "the gradient at h1[sample,3]");
        users.Count(user => plan.SymbolOf(user).Role == SymbolRole.Updated).ShouldBe(1);
        users.Length.ShouldBe(65);

        ImmutableArray<Address> ofPixel = [.. plan.UsersOf(plan.Find("x", 7, 784).Address.ShouldNotBeNull())];
        ofPixel.Count(user => plan.SymbolOf(user).Role == SymbolRole.Activation).ShouldBe(128);
        ofPixel.Count(user => plan.SymbolOf(user).Role == SymbolRole.Gradient).ShouldBe(128, "of the weights that leave the pixel");
        ofPixel.Length.ShouldBe(256);
    }
}
