using Engine.Planning;
using Engine.Running;
using Engine.Tests.Support;
using Oracles;

namespace Engine.Tests.Running;

public class IterationTests
{
    private static readonly NetworkCase Small = new(2, [new(3), new(2, IsSigmoid: false)]) { BatchSize = 2, Batches = 3 };

    private static IEnumerable<IterationTrace> Run(Training training, int iterations)
    {
        Iteration machine = new(training);
        for (int run = 0; run < iterations; run++)
        {
            machine.Run();
            yield return machine.Trace();
        }
    }

    public class TheRunMethod
    {
        [Theory]
        [InlineData(1, 1, true)]
        [InlineData(2, 3, true)]
        [InlineData(3, 2, false)]
        public void Should_train_as_the_oracle_does_for_fifty_iterations(int batchSize, int batches, bool isMean)
        {
            NetworkCase network = Small with { BatchSize = batchSize, Batches = batches, IsMean = isMean, LearningRate = 0.2 };
            OraclePass[] passes = [.. network.Oracle.Train(network.Inputs, network.Targets, batchSize, 50)];
            foreach (IterationTrace trace in Run(network.ToTraining(), 50))
            {
                OraclePass pass = passes[trace.Iteration - 1];
                foreach (Address address in trace.Plan.OracleAddresses(pass))
                {
                    trace[address].ShouldAgree(
                        pass.VariableOf(trace.Plan, address)!.Value, 1e-10, $"iteration {trace.Iteration}, {trace.Plan.LabelOf(address)}");
                }
            }

            passes[^1].Total.Value.ShouldBeLessThan(passes[0].Total.Value, "otherwise nothing was trained");
        }

        [Fact]
        public void Should_begin_the_rows_again_when_they_are_used_up()
        {
            IterationTrace[] traces = [.. Run(Small.ToTraining(), 4)];
            Plan plan = traces[0].Plan;
            double[] all = [.. Small.Inputs.SelectMany(row => row)];
            for (int iteration = 0; iteration < 4; iteration++)
            {
                traces[iteration][plan.Inputs[0]].ToArray().ShouldBe(all.Skip(iteration % 3 * 4).Take(4));
                traces[iteration][plan.Targets[0]].ToArray().ShouldBe(Small.Targets.SelectMany(row => row).Skip(iteration % 3 * 4).Take(4));
            }
        }

        [Fact]
        public void Should_give_the_same_bits_when_it_is_compiled_as_a_whole()
        {
            Training training = Small.ToTraining();
            StraightLine.Compile(training.Plan).ShouldNotBeNull();
            Iteration machine = new(training);
            for (int run = 1; run <= 260; run++)
            {
                TrainingState before = machine.State();
                machine.Run();
                if (run % 10 == 0)
                {
                    // A machine that has run once has compiled nothing.
                    Iteration fresh = new(training);
                    fresh.Restore(before);
                    fresh.Run();
                    double[] expected = [.. training.Plan.Symbols.SelectMany(symbol => fresh.Trace()[symbol].ToArray())];
                    double[] computed = [.. training.Plan.Symbols.SelectMany(symbol => machine.Trace()[symbol].ToArray())];
                    for (int place = 0; place < expected.Length; place++)
                    {
                        computed[place].ShouldBeBitEqual(expected[place], $"iteration {run}, number {place}");
                    }
                }
            }
        }

        [Fact]
        public void Should_not_be_compiled_as_a_whole_where_it_is_large()
        {
            NetworkCase large = new(40, [new(60), new(50)]) { BatchSize = 2, Batches = 1 };
            StraightLine.Compile(large.ToTraining().Plan).ShouldBeNull();
        }

        [Theory]
        [InlineData(40)]
        [InlineData(1)]
        [InlineData(3)]
        public void Should_give_the_same_bits_with_any_number_of_threads(int batchSize)
        {
            Training training = LargeTraining.Make(batchSize, 3);
            Iteration[] machines = [.. new[] { 1, 2, 3, 5 }.Select(threads => new Iteration(training, threads))];
            for (int run = 1; run <= 25; run++)
            {
                foreach (Iteration machine in machines)
                {
                    machine.Run();
                }

                IterationTrace expected = machines[0].Trace();
                foreach (Iteration machine in machines)
                {
                    IterationTrace trace = machine.Trace();
                    foreach (Symbol symbol in training.Plan.Symbols)
                    {
                        trace[symbol].ShouldBeBitEqual(expected[symbol], $"iteration {run}, {machine.Threads} threads, {symbol.Label}");
                    }
                }
            }
        }

        [Fact]
        public void Should_compute_what_a_large_plan_explains()
        {
            Training training = LargeTraining.Make(40, 1);
            Plan plan = training.Plan;
            Iteration machine = new(training, threads: 2);
            machine.Run();
            machine.Run();
            IterationTrace trace = machine.Trace();
            foreach (Step step in plan.Steps)
            {
                for (int cell = 0; cell < step.Output.Shape.Size; cell += 1 + (step.Output.Shape.Size / 200))
                {
                    Address address = new(step.Output.Index, cell);
                    plan.Explain(address).Evaluate(trace).ShouldBeBitEqual(trace[address], plan.LabelOf(address).ToString());
                }
            }
        }

        [Fact]
        public void Should_go_on_from_a_state_with_another_number_of_threads()
        {
            Training training = LargeTraining.Make(40, 3);
            Iteration straight = new(training, threads: 1);
            Iteration shared = new(training, threads: 2);
            for (int run = 0; run < 4; run++)
            {
                straight.Run();
            }

            shared.Restore(straight.State());
            straight.Run();
            shared.Run();
            shared.State().Values.AsSpan().ShouldBeBitEqual(straight.State().Values.AsSpan(), "parameters");
        }

        [Fact]
        public void Should_use_a_second_thread_for_large_plans_only()
        {
            new Iteration(Small.ToTraining()).Threads.ShouldBe(1);
            new Iteration(LargeTraining.Make(120, 1)).Threads.ShouldBe(2);
            new Iteration(LargeTraining.Make(40, 1), threads: 3).Threads.ShouldBe(3);
            Should.Throw<ArgumentOutOfRangeException>(() => new Iteration(Small.ToTraining(), threads: 0)).ParamName.ShouldBe("threads");
        }

        [Fact]
        public void Should_allocate_nothing_on_any_thread()
        {
            // As many threads as no other test has, so that what they allocate is from here.
            const int Threads = 7;
            Iteration machine = new(LargeTraining.Make(40, 2), Threads);

            // The shortest formulas are interpreted, not compiled, for as long.
            for (int run = 0; run < 300; run++)
            {
                machine.Run();
            }

            long[] before = new long[Threads];
            long[] after = new long[Threads];
            Team.Of(Threads).Run(1, (_, thread) => before[thread] = GC.GetAllocatedBytesForCurrentThread());
            for (int run = 0; run < 50; run++)
            {
                machine.Run();
            }

            Team.Of(Threads).Run(1, (_, thread) => after[thread] = GC.GetAllocatedBytesForCurrentThread());

            // On the calling thread the second measurement itself is among them.
            after.Skip(1).ShouldBe(before.Skip(1));
            (after[0] - before[0]).ShouldBeLessThan(500);
        }

        [Fact]
        public void Should_allocate_nothing()
        {
            Iteration machine = new(Small.ToTraining());
            for (int run = 0; run < 300; run++)
            {
                machine.Run();
            }

            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int run = 0; run < 1000; run++)
            {
                machine.Run();
            }

            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        }
    }

    public class TheTraceMethod
    {
        [Fact]
        public void Should_freeze_the_numbers()
        {
            Iteration machine = new(Small.ToTraining());
            machine.Run();
            IterationTrace first = machine.Trace();
            double loss = first[first.Plan.Loss][0];
            machine.Run();
            first[first.Plan.Loss][0].ShouldBe(loss);
            first.Iteration.ShouldBe(1);
            machine.Trace()[first.Plan.Loss][0].ShouldNotBe(loss);
            first.TensorOf(first.Plan.Inputs[0]).Shape.ShouldBe(first.Plan.Inputs[0].Shape);
        }
    }

    public class TheRestoreMethod
    {
        [Theory]
        [InlineData(0)]
        [InlineData(1)]
        [InlineData(4)]
        public void Should_go_on_as_if_never_stopped(int completed)
        {
            Training training = Small.ToTraining();
            IterationTrace[] straight = [.. Run(training, 7)];
            Iteration first = new(training);
            for (int run = 0; run < completed; run++)
            {
                first.Run();
            }

            TrainingState state = first.State();
            state.CompletedIterations.ShouldBe(completed);
            Iteration fresh = new(training);
            Iteration used = new(training);
            used.Run();
            used.Run();
            foreach (Iteration machine in new[] { fresh, used })
            {
                machine.Restore(state);
                machine.Number.ShouldBe(completed);
                machine.State().Values.ShouldBe(state.Values);
                for (int iteration = completed; iteration < 7; iteration++)
                {
                    machine.Run();
                    IterationTrace trace = machine.Trace();
                    foreach (Symbol symbol in training.Plan.Symbols)
                    {
                        trace[symbol].ShouldBeBitEqual(straight[iteration][symbol], $"iteration {iteration + 1}, {symbol.Label}");
                    }
                }
            }
        }
    }
}
