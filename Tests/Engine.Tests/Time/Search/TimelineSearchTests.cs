using System.Collections.Immutable;
using Engine.Formulas;
using Engine.Numbers;
using Engine.Planning;
using Engine.Running;
using Engine.Tests.Support;
using Engine.Time;
using Engine.Time.Search;

namespace Engine.Tests.Time.Search;

public class TimelineSearchTests
{
    private static Training ToTraining(NetworkCase network, int? shuffleSeed = null) =>
        new(network.ToPlan(), [Tensor.Matrix(network.Inputs)], [Tensor.Matrix(network.Targets)], shuffleSeed);

    /// <summary>The traces of the training's iterations up to a number.</summary>
    private static ImmutableArray<IterationTrace> TracesOf(Training training, int iterations)
    {
        Iteration machine = new(training);
        var traces = ImmutableArray.CreateBuilder<IterationTrace>(iterations);
        while (machine.Number < iterations)
        {
            machine.Run();
            traces.Add(machine.Trace());
        }

        return traces.ToImmutable();
    }

    private static Expression Number(Plan plan, string label) => Condition.NumberAt(plan.At(label));

    public class Searches
    {
        private static readonly int[] Seeds = [.. Enumerable.Range(1, 60)];

        public static TheoryData<int> AllSeeds => [.. Seeds];

        /// <summary>
        /// Small and larger networks, with more iterations than lie between checkpoints; of some the learning rate is so large that
        /// numbers overflow. Some are branches that begin with other weights in the middle.
        /// </summary>
        private static (Training Training, int Iterations) Draw(Random random)
        {
            bool isLarge = random.Next(4) == 0;
            NetworkCase network = new(
                isLarge ? 20 : random.Next(1, 4),
                isLarge ? [new(40), new(random.Next(1, 4))] : [new(random.Next(1, 4)), new(random.Next(1, 4), IsSigmoid: random.Next(3) > 0)])
            {
                BatchSize = random.Next(1, 4),
                Batches = random.Next(1, 12),
                Seed = random.Next(1, 100_000),
                LearningRate = random.Next(5) switch { 0 => 1e200, 1 => 20, 2 => 3, _ => 0.3 },
                Scale = random.Next(3) == 0 ? 4 : 1,
            };
            Training training = ToTraining(network, random.Next(2) == 0 ? random.Next() : null);
            int iterations = isLarge ? 60 : random.Next(100, 400);
            if (random.Next(3) == 0)
            {
                TrainingState first = training.InitialState();
                training = training.From(new TrainingState(random.Next(0, iterations), [.. first.Values.Select(value => value + random.NextDouble() - 0.5)]));
            }

            return (training, iterations);
        }

        private static Condition Draw(Random random, Training training, ImmutableArray<IterationTrace> traces)
        {
            Plan plan = training.Plan;
            Address[] all = [.. plan.AllAddresses()];
            Address Any() => random.Next(3) == 0
                ? all[random.Next(all.Length)]
                : all.Where(address => plan.SymbolOf(address).Role is SymbolRole.Parameter or SymbolRole.Loss or SymbolRole.Activation)
                    .ElementAt(random.Next(all.Count(address => plan.SymbolOf(address).Role is SymbolRole.Parameter or SymbolRole.Loss or SymbolRole.Activation)));
            (Address one, Address other) = (Any(), Any());
            double level = traces[random.Next(traces.Length)][one];
            Expression quantity = Condition.NumberAt(one);
            NonFiniteKind kind = (NonFiniteKind)random.Next(3);
            Condition condition = random.Next(11) switch
            {
                10 => new Condition.Computation(quantity),
                0 => new Condition.Comparison(quantity, (Relation)random.Next(4), level),
                1 => new Condition.Comparison(new Expression.Call(ElementaryFunction.Absolute, quantity), Relation.Greater, Math.Abs(level)),
                2 => new Condition.Comparison(quantity, Relation.Less, Condition.NumberAt(other)),
                3 => new Condition.Comparison(quantity - Condition.NumberAt(other), Relation.GreaterOrEqual, level - traces[^1][other]),
                4 => new Condition.SignChange(random.Next(2) == 0 ? quantity : quantity - level),
                5 => new Condition.Crossing(quantity, level),
                6 => new Condition.Change(random.Next(2) == 0 ? quantity : new Expression.Call(ElementaryFunction.Floor, 10.0 * quantity)),
                7 => new Condition.PredictionFlip(traces[0][training.Plan.Predictions[0]][0]),
                8 => new Condition.NonFinite(kind),
                _ => new Condition.NonFinite(kind, quantity),
            };
            bool isAny = condition is Condition.NonFinite { Quantity: null };
            return random.Next(3) == 0 && !isAny ? condition with { Sample = random.Next(training.Samples) } : condition;
        }

        [Theory]
        [MemberData(nameof(AllSeeds))]
        public void Should_find_what_a_look_at_every_trace_finds(int seed) => Check(seed, out _, out _);

        [Fact]
        public void Should_have_been_tried_where_something_is_found_and_where_nothing_is()
        {
            (int found, int missed) = (0, 0);
            foreach (int seed in Seeds.Take(20))
            {
                Check(seed, out int hits, out int misses);
                (found, missed) = (found + hits, missed + misses);
            }

            found.ShouldBeGreaterThan(200);
            missed.ShouldBeGreaterThan(200);
        }

        [Theory]
        [MemberData(nameof(AllSeeds))]
        public void Should_find_the_nearest_of_several_in_one_run(int seed)
        {
            Random random = new(1000 + seed);
            (Training training, int iterations) = Draw(random);
            ImmutableArray<IterationTrace> traces = TracesOf(training, iterations);
            SearchOracle oracle = new(training, traces);
            Timeline timeline = new(training, iterations, random.Next(2) * 3000);
            for (int trial = 0; trial < 6; trial++)
            {
                Condition[] conditions = [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => Draw(random, training, traces))];
                SearchStop stop = (SearchStop)random.Next(2);
                (Moment Moment, int Condition)[] expected =
                [
                    .. conditions
                        .SelectMany((condition, index) => oracle.Stops(condition, stop).Select(moment => (moment, index)))
                        .OrderBy(one => one.moment).ThenBy(one => one.index),
                ];
                TimelineSearch search = new(timeline, conditions);
                foreach (Moment from in new[] { timeline.Start, timeline.End, timeline.MomentAt(random.NextInt64(timeline.Length)) })
                {
                    string where = $"seed {seed}, trial {trial}, from {from}, {stop}, {string.Join(" | ", conditions.AsEnumerable())}";
                    (Moment Moment, int Condition)[] after = [.. expected.Where(one => one.Moment > from)];
                    (Moment Moment, int Condition)[] before = [.. expected.Where(one => one.Moment < from)];
                    SearchHit? next = search.NextHit(from, stop);
                    SearchHit? previous = search.PreviousHit(from, stop);
                    (next?.Moment, next?.Condition).ShouldBe(after.Length == 0 ? (null, null) : after[0], "next, " + where);
                    (previous?.Moment, previous?.Condition)
                        .ShouldBe(before.Length == 0 ? (null, null) : before.First(one => one.Moment == before[^1].Moment), "previous, " + where);
                }
            }
        }

        private static void Check(int seed, out int found, out int missed)
        {
            (found, missed) = (0, 0);
            Random random = new(seed);
            (Training training, int iterations) = Draw(random);
            ImmutableArray<IterationTrace> traces = TracesOf(training, iterations);
            SearchOracle oracle = new(training, traces);
            Timeline timeline = new(training, iterations, random.Next(3) switch { 0 => 0, 1 => 3000, _ => Timeline.DefaultCheckpointBytes });
            for (int trial = 0; trial < 12; trial++)
            {
                Condition condition = Draw(random, training, traces);
                SearchStop stop = (SearchStop)random.Next(2);
                List<Moment> expected = oracle.Stops(condition, stop);
                TimelineSearch search = new(timeline, condition);
                Moment[] froms =
                [
                    timeline.Start, timeline.End, timeline.MomentAt(random.NextInt64(timeline.Length)),
                    .. expected.Take(2), .. expected.TakeLast(2), .. expected.Skip(random.Next(iterations)).Take(1),
                ];
                foreach (Moment from in froms)
                {
                    if (random.Next(3) == 0)
                    {
                        timeline.At(random.Next(timeline.FirstIteration, iterations + 1));
                    }

                    string where = $"seed {seed}, trial {trial}, from {from}, {stop}, {condition}";
                    Moment? next = expected.Where(moment => moment > from).Select(moment => (Moment?)moment).FirstOrDefault();
                    Moment? previous = expected.Where(moment => moment < from).Select(moment => (Moment?)moment).LastOrDefault();
                    search.FindNext(from, stop).ShouldBe(next, "next, " + where);
                    search.FindPrevious(from, stop).ShouldBe(previous, "previous, " + where);
                    found += next is null ? 0 : 1;
                    missed += previous is null ? 1 : 0;
                }
            }
        }
    }

    public class TheMomentFound
    {
        private static readonly Timeline Line = new(WorkedExample.ToTraining(), 200);

        private static Plan Plan => Line.Plan;

        [Fact]
        public void Should_be_the_one_at_which_the_number_has_just_been_computed()
        {
            // 002, chapter 6: E_total is 0.02397190, and 0.02323634 after the update.
            TimelineSearch search = new(Line, new Condition.Comparison(Number(Plan, "E_total"), Relation.Less, 0.0236));
            Moment found = search.FindNext(Moment.Start).ShouldNotBeNull();
            found.ShouldBe(Line.MomentOf(2, Plan.At("E_total")).ShouldNotBeNull());
            search.FindPrevious(Line.End).ShouldBe(found, "it stays below, so it begins once");
            search.FindNext(found).ShouldBeNull();
            search.FindPrevious(found).ShouldBeNull();
            search.FindNext(found, SearchStop.Every).ShouldBe(Line.MomentOf(3, Plan.At("E_total")));
            search.FindPrevious(Line.End, SearchStop.Every).ShouldBe(Line.MomentOf(200, Plan.At("E_total")));
        }

        [Fact]
        public void Should_be_that_of_the_update_for_weights_and_the_start_for_their_first_values()
        {
            // w5 begins at 0.45 and becomes 0.43703857 by the first update (002, chapter 6, step 2).
            Expression w5 = Number(Plan, "w5");
            Moment update = Line.MomentOf(1, Plan.At("w5+")).ShouldNotBeNull();
            new TimelineSearch(Line, new Condition.Comparison(w5, Relation.Less, 0.44)).FindNext(Moment.Start).ShouldBe(update);
            new TimelineSearch(Line, new Condition.Crossing(w5, 0.44)).FindNext(Moment.Start).ShouldBe(update);
            new TimelineSearch(Line, new Condition.Change(w5)).FindNext(Moment.Start).ShouldBe(update);
            TimelineSearch above = new(Line, new Condition.Comparison(w5, Relation.Greater, 0.44));
            above.FindPrevious(Line.End).ShouldBe(Moment.Start);
            above.FindNext(Moment.Start).ShouldBeNull();
            above.FindPrevious(Moment.Start).ShouldBeNull();
        }

        [Fact]
        public void Should_be_that_of_the_last_number_of_several()
        {
            Expression both = Number(Plan, "h2") + Number(Plan, "w8") + Number(Plan, "h1");
            new TimelineSearch(Line, new Condition.Comparison(both, Relation.Greater, 0.0))
                .FindNext(Moment.Start).ShouldBe(Line.MomentOf(1, Plan.At("h2")));
        }

        [Fact]
        public void Should_be_the_iterations_first_for_data()
        {
            NetworkCase network = new(1, [new(1)]) { Batches = 3 };
            Training training = ToTraining(network);
            Timeline line = new(training, 9);
            Expression x = Number(training.Plan, "x");
            TimelineSearch changes = new(line, new Condition.Change(x));
            changes.FindNext(Moment.Start).ShouldBe(new Moment(2, 0, 0));
            changes.FindPrevious(line.End).ShouldBe(new Moment(9, 0, 0));
            new TimelineSearch(line, new Condition.Change(x) { Sample = 1 }).FindNext(Moment.Start).ShouldBeNull("a sample stays what it is");
        }

        [Fact]
        public void Should_be_none_for_a_setting_after_the_start()
        {
            TimelineSearch search = new(Line, new Condition.Comparison(Number(Plan, "alpha"), Relation.Greater, 0.1));
            search.FindNext(Moment.Start, SearchStop.Every).ShouldBeNull();
            search.FindPrevious(Line.End, SearchStop.Every).ShouldBe(Moment.Start);
        }
    }

    public class ALongSearch
    {
        private const int Length = 30_000;
        private static readonly NetworkCase Network = new(2, [new(2), new(1)]) { Batches = 4 };

        private static TimelineSearch ForNothing(Timeline line) =>
            new(line, new Condition.Comparison(Condition.NumberAt(new Address(line.Plan.Loss.Index, 0)), Relation.Less, -1.0));

        [Fact]
        public void Should_run_every_iteration_once_and_report_it()
        {
            Timeline line = new(ToTraining(Network), Length);
            ReplayLog forward = new();
            ForNothing(line).FindNext(Moment.Start, progress: forward).ShouldBeNull();
            forward.ShouldGrowTo(Length);
            ReplayLog backward = new();
            ForNothing(line).FindPrevious(line.End, progress: backward).ShouldBeNull();
            backward.ShouldGrowTo(Length);
        }

        [Fact]
        public void Should_begin_near_the_moment_it_searches_from()
        {
            Timeline line = new(ToTraining(Network), Length);
            line.At(Length);
            ReplayLog forward = new();
            ForNothing(line).FindNext(new Moment(Length - 10, 0, 0), progress: forward).ShouldBeNull();
            forward.Runs.ShouldBeLessThan(300);
            ReplayLog backward = new();
            ForNothing(line).FindPrevious(new Moment(10, 0, 0), progress: backward).ShouldBeNull();
            backward.Runs.ShouldBe(10);
        }

        [Theory]
        [InlineData(true)]
        [InlineData(false)]
        public void Should_leave_the_timeline_as_it_was_when_it_is_given_up(bool isForward)
        {
            Training training = ToTraining(Network);
            Timeline line = new(training, Length);
            IterationTrace before = line.At(40);
            using CancellationTokenSource source = new();
            ReplayLog log = new(_ => source.Cancel());
            TimelineSearch search = ForNothing(line);
            Should.Throw<OperationCanceledException>(() => isForward
                ? search.FindNext(Moment.Start, progress: log, cancellationToken: source.Token)
                : search.FindPrevious(line.End, progress: log, cancellationToken: source.Token));
            log.Reports.Count.ShouldBe(1);
            line.At(40).ShouldBeSameAs(before);
            IterationTrace expected = TracesOf(training, 41)[40];
            foreach (Symbol symbol in training.Plan.Symbols)
            {
                line.At(41)[symbol].ShouldBeBitEqual(expected[symbol], $"{symbol.Label}");
            }
        }

        [Fact]
        public void Should_keep_the_iteration_last_asked_for()
        {
            Timeline line = new(ToTraining(Network), Length);
            IterationTrace before = line.At(40);
            ForNothing(line).FindNext(Moment.Start);
            line.At(40).ShouldBeSameAs(before);
        }

        [Fact]
        public void Should_make_no_trace_of_each_iteration()
        {
            Timeline line = new(ToTraining(Network), Length);
            TimelineSearch search = ForNothing(line);
            search.FindNext(Moment.Start);
            long before = GC.GetAllocatedBytesForCurrentThread();
            search.FindNext(Moment.Start);
            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(10_000);
        }
    }

    public class TheConstructor
    {
        private static readonly Timeline Line = new(WorkedExample.ToTraining(), 5);

        [Fact]
        public void Should_refuse_what_the_training_does_not_have()
        {
            Expression loss = Number(Line.Plan, "E_total");
            Refuses(new Condition.Change(Condition.NumberAt(new Address(Line.Plan.Symbols.Length, 0))));
            Refuses(new Condition.Change(Condition.NumberAt(new Address(0, 2))));
            Refuses(new Condition.Change(Condition.NumberAt(new Address(-1, 0))));
            Refuses(new Condition.Change(loss) { Sample = 1 });
            Refuses(new Condition.Change(loss) { Sample = -1 });
            Refuses(new Condition.PredictionFlip(Output: 1));
            Refuses(new Condition.NonFinite() { Sample = 0 });
        }

        [Theory]
        [InlineData(0)]
        [InlineData(6)]
        public void Should_be_followed_by_a_search_from_inside(int iteration)
        {
            TimelineSearch search = new(Line, new Condition.NonFinite());
            Should.Throw<ArgumentOutOfRangeException>(() => search.FindNext(new Moment(iteration, 0, 0))).ParamName.ShouldBe("from");
            Should.Throw<ArgumentOutOfRangeException>(() => search.FindPrevious(new Moment(iteration, 0, 0))).ParamName.ShouldBe("from");
        }

        private static void Refuses(Condition condition) => Should.Throw<ArgumentException>(() => new TimelineSearch(Line, condition));
    }
}
