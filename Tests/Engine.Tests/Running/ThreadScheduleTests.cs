using Engine.Planning;
using Engine.Running;
using Engine.Tests.Support;

namespace Engine.Tests.Running;

public class ThreadScheduleTests
{
    public static TheoryData<int, int> Threads => new() { { 1, 45 }, { 2, 45 }, { 3, 45 }, { 4, 45 }, { 2, 1 }, { 3, 2 }, { 2, 64 } };

    private static int[][] OrdersOf(int threads) =>
    [
        [.. Enumerable.Range(0, threads)],
        [.. Enumerable.Range(0, threads).Reverse()],
        [.. Enumerable.Range(0, threads).Select(thread => (thread + 1) % threads)],
    ];

    private static double[] NumbersOf(IterationTrace trace) =>
        [.. trace.Plan.Symbols.SelectMany(symbol => trace[symbol].ToArray())];

    public class TheRunMethod
    {
        [Theory]
        [MemberData(nameof(Threads), MemberType = typeof(ThreadScheduleTests))]
        public void Should_read_nothing_that_another_thread_computes_in_the_same_phase(int threads, int batchSize)
        {
            // One thread after the other, in different orders: a number read too early is NaN in one of them.
            Training training = LargeTraining.Make(batchSize, 2);
            Plan plan = training.Plan;
            Iteration machine = new(training, threads: 1);
            machine.Run();
            machine.Run();
            double[] expected = NumbersOf(machine.Trace());
            expected.ShouldNotContain(double.NaN);
            ThreadSchedule schedule = new(plan, threads);
            Symbol[] given = [.. ThreadSchedule.GivenOf(plan)];
            foreach (int[] order in OrdersOf(threads))
            {
                double[] buffer = [.. expected];
                foreach (Symbol symbol in plan.Steps.Select(step => step.Output).Concat(given))
                {
                    buffer.AsSpan(plan.OffsetOf(symbol), symbol.Shape.Size).Fill(double.NaN);
                }

                for (int phase = 0; phase < schedule.Phases; phase++)
                {
                    foreach (int thread in order)
                    {
                        foreach (Symbol symbol in given.Where(_ => phase == 0))
                        {
                            (int start, int length) = ThreadSchedule.CellsOf(symbol.Shape, thread, threads);
                            expected.AsSpan(plan.OffsetOf(symbol) + start, length).CopyTo(buffer.AsSpan(plan.OffsetOf(symbol) + start, length));
                        }

                        schedule.Run(buffer, phase, thread);
                    }
                }

                foreach (Symbol symbol in plan.Symbols)
                {
                    ((ReadOnlySpan<double>)buffer).Slice(plan.OffsetOf(symbol), symbol.Shape.Size).ShouldBeBitEqual(
                        expected.AsSpan(plan.OffsetOf(symbol), symbol.Shape.Size), $"{symbol.Label}, threads {string.Join(' ', order)}");
                }
            }
        }

        [Fact]
        public void Should_need_few_phases()
        {
            // What is given; forward and back; sums over the samples.
            new ThreadSchedule(LargeTraining.Make(45, 1).Plan, 2).Phases.ShouldBe(3);
            new ThreadSchedule(LargeTraining.Make(45, 1).Plan, 1).Phases.ShouldBe(1);
        }
    }
}
