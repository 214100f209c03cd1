using Engine.Planning;
using Engine.Running;
using Engine.Tests.Support;
using Engine.Time;

namespace Engine.Tests.Time;

public class TimelineTests
{
    private const int Iterations = 5;

    private static Timeline Line() => new(WorkedExample.ToTraining(), Iterations);

    private static List<Moment> Stops(Timeline line, Level level)
    {
        List<Moment> stops = [Moment.Start];
        while (line.Next(stops[^1], level) is var next && next != stops[^1])
        {
            stops.Add(next);
        }

        return stops;
    }

    public class TheAtMethod
    {
        [Theory]
        [InlineData(0)]
        [InlineData(200)]
        [InlineData(700)]
        [InlineData(32 << 20)]
        public void Should_equal_a_straight_run_in_any_order(long checkpointBytes)
        {
            const int Length = 60;
            Training training = (new NetworkCase(2, [new(2), new(1)]) { Batches = 3 }).ToTraining();
            Iteration machine = new(training);
            List<IterationTrace> straight = [];
            for (int run = 0; run < Length; run++)
            {
                machine.Run();
                straight.Add(machine.Trace());
            }

            Timeline line = new(training, Length, checkpointBytes);
            Random random = new(3);
            for (int visit = 0; visit < 200; visit++)
            {
                int iteration = random.Next(1, Length + 1);
                IterationTrace trace = line.At(iteration);
                trace.Iteration.ShouldBe(iteration);
                foreach (Symbol symbol in training.Plan.Symbols)
                {
                    trace[symbol].ShouldBeBitEqual(straight[iteration - 1][symbol], $"visit {visit}, iteration {iteration}, {symbol.Label}");
                }
            }
        }

        [Theory]
        [InlineData(0)]
        [InlineData(Iterations + 1)]
        public void Should_refuse_an_iteration_outside(int iteration) =>
            Should.Throw<ArgumentOutOfRangeException>(() => Line().At(iteration)).ParamName.ShouldBe("iteration");

        [Fact]
        public void Should_keep_the_iteration_last_asked_for()
        {
            Timeline line = Line();
            line.At(3).ShouldBeSameAs(line.At(3));
        }
    }

    public class TheNextAndPreviousMethods
    {
        [Theory]
        [InlineData(Level.Cell)]
        [InlineData(Level.Operation)]
        [InlineData(Level.Phase)]
        [InlineData(Level.Iteration)]
        public void Should_undo_each_other_at_every_stop(Level level)
        {
            Timeline line = Line();
            List<Moment> stops = Stops(line, level);
            for (int index = 1; index < stops.Count; index++)
            {
                (stops[index] > stops[index - 1]).ShouldBeTrue();
                line.Previous(stops[index], level).ShouldBe(stops[index - 1]);
            }

            stops[^1].ShouldBe(line.End);
            line.Previous(Moment.Start, level).ShouldBe(Moment.Start);
            line.Next(line.End, level).ShouldBe(line.End);
        }

        [Fact]
        public void Should_stop_once_a_unit_of_the_level()
        {
            Timeline line = Line();
            Plan plan = line.Plan;
            Stops(line, Level.Iteration).Count.ShouldBe(1 + Iterations);
            Stops(line, Level.Phase).Count.ShouldBe(1 + (4 * Iterations));
            Stops(line, Level.Operation).Count.ShouldBe(1 + (plan.Steps.Length * Iterations));
            Stops(line, Level.Cell).Count.ShouldBe(1 + (plan.Steps.Sum(step => step.Output.Shape.Size) * Iterations));
        }

        [Fact]
        public void Should_stop_at_the_end_of_operations_and_phases()
        {
            Timeline line = Line();
            foreach (Moment stop in Stops(line, Level.Operation).Skip(1))
            {
                stop.Cell.ShouldBe(line.Plan.Steps[stop.Step].Output.Shape.Size - 1);
            }

            Stops(line, Level.Phase).Skip(1).Take(4).Select(stop => line.Plan.Steps[stop.Step].Phase)
                .ShouldBe([Phase.Forward, Phase.Loss, Phase.Backward, Phase.Update]);
        }

        [Theory]
        [InlineData(Level.Cell)]
        [InlineData(Level.Operation)]
        [InlineData(Level.Phase)]
        [InlineData(Level.Iteration)]
        public void Should_go_to_the_nearest_stop_from_between_stops(Level level)
        {
            Timeline line = Line();
            List<Moment> stops = Stops(line, level);
            foreach (Moment moment in Stops(line, Level.Cell))
            {
                line.Next(moment, level).ShouldBe(stops.FirstOrDefault(stop => stop > moment, line.End));
                line.Previous(moment, level).ShouldBe(stops.LastOrDefault(stop => stop < moment, Moment.Start));
            }
        }
    }

    public class TheOrdinals
    {
        [Fact]
        public void Should_count_the_numbers_computed_one_by_one()
        {
            Timeline line = Line();
            Moment previous = default;
            for (long ordinal = 0; ordinal <= line.Length; ordinal++)
            {
                Moment moment = line.MomentAt(ordinal);
                line.OrdinalOf(moment).ShouldBe(ordinal);
                (moment > previous).ShouldBeTrue();
                previous = moment;
            }

            line.OrdinalOf(line.End).ShouldBe(line.Length);
            line.MomentAt(-1).ShouldBe(Moment.Start);
            line.MomentAt(line.Length + 1).ShouldBe(line.End);
        }
    }

    public class WhatIsKnown
    {
        [Fact]
        public void Should_be_what_has_been_computed_and_what_is_given()
        {
            Timeline line = Line();
            Moment forward = line.Next(Moment.Start, Level.Phase);
            line.IsKnown(forward, line.Plan.At("o2")).ShouldBeTrue();
            line.IsKnown(forward, line.Plan.At("w5")).ShouldBeTrue();
            line.IsKnown(forward, line.Plan.At("E_o1")).ShouldBeFalse();
            line.IsKnown(Moment.Start, line.Plan.At("z1")).ShouldBeFalse();
            line.IsKnown(Moment.Start, line.Plan.At("x1")).ShouldBeTrue();
            line.IsKnown(line.End, line.Plan.At("w8+")).ShouldBeTrue();
        }

        [Fact]
        public void Should_have_the_moment_at_which_it_became_known()
        {
            Timeline line = Line();
            Moment moment = line.MomentOf(2, line.Plan.At("h2")).ShouldNotBeNull();
            line.AddressAt(moment).ShouldBe(line.Plan.At("h2"));
            line.IsKnown(moment, line.Plan.At("h2")).ShouldBeTrue();
            line.IsKnown(line.Previous(moment, Level.Cell), line.Plan.At("h2")).ShouldBeFalse();
            line.MomentOf(2, line.Plan.At("w5")).ShouldBeNull();
            line.AddressAt(Moment.Start).ShouldBeNull();
            Should.Throw<ArgumentOutOfRangeException>(() => line.MomentOf(Iterations + 1, line.Plan.At("h2")));
        }
    }

    public class TheConstructor
    {
        [Fact]
        public void Should_refuse_no_iterations() =>
            Should.Throw<ArgumentOutOfRangeException>(() => new Timeline(WorkedExample.ToTraining(), 0)).ParamName.ShouldBe("iterations");
    }
}
