using Engine.Running;

namespace Engine.Tests.Running;

public class TeamTests
{
    public class TheRunMethod
    {
        [Theory]
        [InlineData(1)]
        [InlineData(2)]
        [InlineData(3)]
        [InlineData(5)]
        public void Should_begin_no_phase_before_all_have_ended_the_one_before(int size)
        {
            for (int run = 0; run < 500; run++)
            {
                // Another number of phases each time: a thread that is late must not go on with the next work's.
                int phases = 1 + (run * 7 % 5);
                int[] ended = new int[phases];
                int early = 0;
                int calls = 0;
                Team.Of(size).Run(phases, (phase, thread) =>
                {
                    if (phase > 0 && Volatile.Read(ref ended[phase - 1]) != size)
                    {
                        Interlocked.Increment(ref early);
                    }

                    Interlocked.Add(ref calls, 1 << (6 * thread));
                    Interlocked.Increment(ref ended[phase]);
                });
                early.ShouldBe(0);
                ended.ShouldBe(Enumerable.Repeat(size, phases));
                calls.ShouldBe(Enumerable.Range(0, size).Sum(thread => phases << (6 * thread)), "each phase once for each thread");
            }
        }

        [Fact]
        public void Should_wake_threads_that_have_gone_to_sleep()
        {
            int done = 0;
            Team.Of(3).Run(2, (phase, thread) =>
            {
                // Longer than anybody waits awake.
                if (thread == phase)
                {
                    Thread.Sleep(20);
                }

                Interlocked.Increment(ref done);
            });
            done.ShouldBe(6);
        }

        [Theory]
        [InlineData(0)]
        [InlineData(1)]
        public void Should_hand_on_what_a_thread_throws_and_go_on_working(int failing)
        {
            Team team = Team.Of(2);
            int later = 0;
            AggregateException problem = Should.Throw<AggregateException>(() => team.Run(2, (phase, thread) =>
            {
                if (phase == 0 && thread == failing)
                {
                    throw new InvalidOperationException("on purpose");
                }

                Interlocked.Increment(ref later);
            }));
            problem.InnerException.ShouldBeOfType<InvalidOperationException>().Message.ShouldBe("on purpose");
            later.ShouldBe(3);
            team.Run(1, (_, _) => Interlocked.Increment(ref later));
            later.ShouldBe(5);
        }

        [Fact]
        public async Task Should_serve_several_callers_in_turn()
        {
            int busy = 0;
            int clashes = 0;
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
            {
                for (int run = 0; run < 50; run++)
                {
                    Team.Of(2).Run(1, (_, _) =>
                    {
                        if (Interlocked.Increment(ref busy) > 2)
                        {
                            Interlocked.Increment(ref clashes);
                        }

                        Interlocked.Decrement(ref busy);
                    });
                }
            })));
            clashes.ShouldBe(0);
        }
    }

    public class TheOfMethod
    {
        [Fact]
        public void Should_keep_a_team() => Team.Of(2).ShouldBeSameAs(Team.Of(2));
    }
}
