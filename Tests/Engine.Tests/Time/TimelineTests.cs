using System.Runtime.InteropServices;
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

    public class ASeek
    {
        /// <summary>So large that every iteration is worth a checkpoint; 1870 parameters.</summary>
        private static readonly NetworkCase Large = new(20, [new(60), new(10)]) { LearningRate = 0.01 };

        private static readonly NetworkCase Small = new(2, [new(2), new(1)]) { Batches = 4 };

        private static long BytesFor(int states) => states * (16 + (8L * Large.ToTraining().InitialState().Values.Length));

        private static List<IterationTrace> Straight(Training training, int iterations)
        {
            Iteration machine = new(training);
            List<IterationTrace> traces = [];
            for (int run = 0; run < iterations; run++)
            {
                machine.Run();
                traces.Add(machine.Trace());
            }

            return traces;
        }

        private static void ShouldEqual(IterationTrace trace, IterationTrace straight, string where)
        {
            trace.Iteration.ShouldBe(straight.Iteration, where);
            if (MemoryMarshal.AsBytes(trace.Numbers).SequenceEqual(MemoryMarshal.AsBytes(straight.Numbers)))
            {
                return;
            }

            foreach (Symbol symbol in trace.Plan.Symbols)
            {
                trace[symbol].ShouldBeBitEqual(straight[symbol], $"{where}, {symbol.Label}");
            }
        }

        [Theory]
        [InlineData(0)]
        [InlineData(5)]
        [InlineData(12)]
        [InlineData(40)]
        [InlineData(1000)]
        public void Should_equal_a_straight_run_wherever_it_comes_from(int states)
        {
            const int Length = 300;
            Training training = Large.ToTraining();
            List<IterationTrace> straight = Straight(training, Length);
            long bytes = BytesFor(states);
            Timeline line = new(training, Length, bytes);
            Random random = new(states);
            int cursor = 1;
            for (int visit = 0; visit < 250; visit++)
            {
                cursor = random.Next(6) switch
                {
                    0 => random.Next(1, Length + 1),
                    1 or 2 => Math.Min(Length, cursor + random.Next(1, 4)),
                    _ => Math.Max(1, cursor - random.Next(1, 4)),
                };
                ShouldEqual(line.At(cursor), straight[cursor - 1], $"visit {visit}");
                line.CheckpointBytes.ShouldBeLessThanOrEqualTo(Math.Max(bytes, BytesFor(2)));
            }
        }

        [Theory]
        [InlineData(12, 20)]
        [InlineData(40, 6)]
        [InlineData(120, 4)]
        public void Should_go_back_one_by_one_without_replaying_a_spacing_each_time(int states, int mostOnAverage)
        {
            const int Length = 3000;
            const int Steps = 500;
            Timeline line = new(Large.ToTraining(), Length, BytesFor(states));
            line.At(Length);
            int spacing = line.Replay.Checkpoints.Spacing;
            int runs = 0;
            for (int step = 1; step <= Steps; step++)
            {
                ReplayLog log = new();
                line.At(Length - step, log, CancellationToken.None);
                log.Runs.ShouldBeLessThanOrEqualTo(spacing);
                runs += log.Runs;
            }

            runs.ShouldBeLessThanOrEqualTo(mostOnAverage * Steps);
            spacing.ShouldBeGreaterThan(4 * mostOnAverage, "otherwise any seek is as cheap");
        }

        [Fact]
        public void Should_run_one_iteration_to_go_on_by_one()
        {
            Timeline line = new(Large.ToTraining(), 60, BytesFor(6));
            for (int iteration = 1; iteration <= 60; iteration++)
            {
                ReplayLog log = new();
                line.At(iteration, log, CancellationToken.None);
                log.Runs.ShouldBe(1);
            }
        }

        [Fact]
        public void Should_return_quickly_to_the_place_it_left()
        {
            Timeline line = new(Large.ToTraining(), 2000, BytesFor(20));
            line.At(2000);
            line.At(777);
            line.At(10);
            ReplayLog log = new();
            line.At(778, log, CancellationToken.None);
            log.Runs.ShouldBe(1);
        }

        [Fact]
        public void Should_report_how_far_it_is()
        {
            const int Length = 30_000;
            Timeline line = new(Small.ToTraining(), Length);
            ReplayLog log = new();
            line.At(Length, log, CancellationToken.None);
            log.ShouldGrowTo(Length);
            log.Reports.Count.ShouldBeInRange(3, 100);
            ReplayLog near = new();
            line.At(Length - 1, near, CancellationToken.None);
            near.ShouldGrowTo(near.Runs);
            near.Runs.ShouldBeLessThan(200);
            ReplayLog same = new();
            line.At(Length - 1, same, CancellationToken.None);
            same.Reports.ShouldBeEmpty();
        }

        [Theory]
        [InlineData(30_000, 5)]
        [InlineData(25, 29_000)]
        public void Should_leave_everything_as_it_was_when_it_is_given_up(int cursor, int target)
        {
            const int Length = 30_000;
            Training training = Small.ToTraining();

            // Room for two states, so that the way back is long too.
            Timeline line = new(training, Length, checkpointBytes: 0);
            IterationTrace before = line.At(cursor);
            using CancellationTokenSource source = new();
            ReplayLog log = new(_ => source.Cancel());
            int far = target < cursor ? cursor - 1 : target;
            Should.Throw<OperationCanceledException>(() => line.At(far, log, source.Token));
            log.Reports.Count.ShouldBe(1);
            log.Runs.ShouldBeLessThan(log.Reports[0].Total);
            line.At(cursor).ShouldBeSameAs(before);
            line.At(cursor, null, source.Token).ShouldBeSameAs(before, "nothing needs to be run");
            Should.Throw<OperationCanceledException>(() => line.At(target, null, source.Token));

            Iteration machine = new(training);
            Dictionary<int, IterationTrace> straight = [];
            while (machine.Number < Length)
            {
                machine.Run();
                if (machine.Number == cursor || machine.Number == Math.Min(Length, cursor + 1) || machine.Number == target)
                {
                    straight[machine.Number] = machine.Trace();
                }
            }

            ShouldEqual(before, straight[cursor], "the cursor");
            ShouldEqual(line.At(Math.Min(Length, cursor + 1)), straight[Math.Min(Length, cursor + 1)], "after the cursor");
            ShouldEqual(line.At(target), straight[target], "the target");
        }

        [Theory]
        [InlineData(0)]
        [InlineData(31)]
        public void Should_refuse_an_iteration_outside(int iteration) => Should.Throw<ArgumentOutOfRangeException>(
            () => new Timeline(Small.ToTraining(), 30).At(iteration, null, CancellationToken.None)).ParamName.ShouldBe("iteration");
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
