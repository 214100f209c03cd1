using System.Collections.Immutable;
using Engine.Numbers;
using Engine.Planning;
using Engine.Tests.Support;
using Engine.Time;
using Oracles;

namespace Engine.Tests.Time;

public class ProbeTests
{
    private static readonly double[][] Questions = [[0.1, 0.2], [-1, 3], [0, 0]];
    private static readonly double[][] Wanted = [[0.4, 0.6], [1, 0], [0.5, 0.25]];

    // The order of WorkedExample.OracleWith: the kernels row by row.
    private static readonly string[] Weights = ["w1", "w3", "w2", "w4", "w5", "w7", "w6", "w8"];

    private static Timeline NewTimeline() => new(WorkedExample.ToTraining(), 10);

    private static Probe NewProbe(Timeline timeline) =>
        new(timeline.Training, WorkedExample.ToNetwork(), [Tensor.Matrix(Questions)], [Tensor.Matrix(Wanted)]);

    /// <summary>The weights of the oracle's training before an iteration and after it.</summary>
    private static (double[] Before, double[] After) WeightsAt(int iteration)
    {
        OraclePass pass = WorkedExample.Oracle.Train(WorkedExample.Inputs, WorkedExample.Targets, 1, iteration).Last();
        return (
            [.. pass.Layers.SelectMany(layer => layer.Kernel.SelectMany(row => row)).Select(weight => weight.Value)],
            [.. pass.Updated.SelectMany(layer => layer.Kernel.SelectMany(row => row))]);
    }

    private static void ShouldAnswerAs(Probe probe, double[] weights)
    {
        OraclePass pass = WorkedExample.OracleWith(weights).Pass(Questions, Wanted);
        probe.Run();
        probe.Loss.ShouldBe(pass.Total.Value, 1e-12);
        double[] expected = [.. pass.Layers[^1].Outputs.SelectMany(row => row).Select(output => output.Value)];
        probe.AnswersOf(0).ToArray().ShouldBe(expected, 1e-12);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void Should_answer_other_data_with_an_iterations_weights(int iteration)
    {
        Timeline timeline = NewTimeline();
        Probe probe = NewProbe(timeline);
        probe.Load(timeline, new Moment(iteration, 0, 0));
        ShouldAnswerAs(probe, WeightsAt(iteration).Before);
    }

    [Fact]
    public void Should_take_each_new_weight_from_its_moment_on()
    {
        Timeline timeline = NewTimeline();
        Probe probe = NewProbe(timeline);
        (double[] weights, double[] after) = WeightsAt(3);
        ImmutableArray<Address> updated = [.. Weights.Select(name => timeline.Plan.At(name + "+"))];
        foreach (Moment moment in updated.Select(address => timeline.MomentOf(3, address)!.Value).Order())
        {
            int weight = updated.IndexOf(timeline.AddressAt(moment)!.Value);
            weights[weight] = after[weight];
            probe.Load(timeline, moment);
            ShouldAnswerAs(probe, weights);
        }

        weights.ShouldBe(after, "the last moment of the update");
    }

    [Fact]
    public void Should_say_what_would_be_with_other_weights_until_the_next_load()
    {
        Timeline timeline = NewTimeline();
        Probe probe = NewProbe(timeline);
        Moment moment = new(4, 0, 0);
        probe.Load(timeline, moment);
        probe.Set(timeline.Plan.At("w6"), -2.5);
        double[] weights = WeightsAt(4).Before;
        ShouldAnswerAs(probe, [.. weights[..6], -2.5, weights[7]]);
        probe.Load(timeline, moment);
        ShouldAnswerAs(probe, weights);
    }

    [Fact]
    public void Should_leave_the_training_alone()
    {
        Timeline timeline = NewTimeline();
        double before = timeline.At(5)[timeline.Plan.At("E_total")];
        Probe probe = NewProbe(timeline);
        probe.Load(timeline, new Moment(5, 0, 0));
        probe.Set(timeline.Plan.At("w1"), 9);
        probe.Run();
        timeline.At(4);
        timeline.At(5)[timeline.Plan.At("E_total")].ShouldBe(before);
    }

    [Theory]
    [InlineData("alpha")]
    [InlineData("h1")]
    public void Should_refuse_to_change_what_is_no_parameter(string name)
    {
        Timeline timeline = NewTimeline();
        Should.Throw<ArgumentException>(() => NewProbe(timeline).Set(timeline.Plan.At(name), 1)).ParamName.ShouldBe("parameter");
    }
}
