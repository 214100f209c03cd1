using Engine.Time;

namespace Engine.Tests.Time;

public class CheckpointsTests
{
    /// <summary>So many numbers an iteration that each is worth a checkpoint.</summary>
    private const int Many = 100_000;

    private const int BytesPerState = 16;

    private static long BytesFor(int states, int stateLength) => states * ((8L * stateLength) + BytesPerState);

    private static void Fill(Span<double> room, int completed)
    {
        for (int index = 0; index < room.Length; index++)
        {
            room[index] = completed + (index / 1000.0);
        }
    }

    private static Checkpoints GridOver(int iterations, int stateLength, long bytes, int numbersPerIteration = Many)
    {
        Checkpoints checkpoints = new(stateLength, numbersPerIteration, bytes);
        for (int completed = 1; completed <= iterations; completed++)
        {
            if (checkpoints.TryAddToGrid(completed, out Span<double> room))
            {
                room.Length.ShouldBe(stateLength);
                Fill(room, completed);
                checkpoints.TryAddToGrid(completed, out _).ShouldBeFalse("it is kept now");
            }
        }

        return checkpoints;
    }

    private static void ShouldHold(Checkpoints checkpoints, int completed)
    {
        if (completed > 0)
        {
            double[] expected = new double[checkpoints.StateLength];
            Fill(expected, completed);
            checkpoints[completed].ToArray().ShouldBe(expected);
        }
    }

    public class TheGrid
    {
        [Theory]
        [InlineData(1, 2)]
        [InlineData(1, 3)]
        [InlineData(3, 4)]
        [InlineData(9, 5)]
        [InlineData(9, 63)]
        [InlineData(9, 64)]
        [InlineData(9, 1000)]
        [InlineData(20_000, 7)]
        [InlineData(0, 10)]
        public void Should_stay_within_the_budget_and_within_one_spacing_of_every_iteration(int stateLength, int states)
        {
            const int Iterations = 2000;
            long bytes = BytesFor(states, stateLength);
            Checkpoints checkpoints = GridOver(Iterations, stateLength, bytes);
            checkpoints.Bytes.ShouldBeLessThanOrEqualTo(bytes);
            checkpoints.Count.ShouldBeLessThanOrEqualTo(states);
            for (int completed = 0; completed <= Iterations; completed++)
            {
                int latest = checkpoints.LatestUpTo(completed);
                latest.ShouldBeInRange(Math.Max(0, completed - checkpoints.Spacing + 1), completed);
                if (latest == completed)
                {
                    ShouldHold(checkpoints, latest);
                }
            }

            // Half of the budget, but no more than 64 states, is for the cursor's neighbourhood; doubling leaves at least half.
            int grid = states - Math.Min(states / 2, 64);
            checkpoints.Spacing.ShouldBeLessThanOrEqualTo(Math.Max(8, 2 * Iterations / grid));
        }

        [Fact]
        public void Should_have_room_for_two_states_in_any_case()
        {
            Checkpoints checkpoints = GridOver(100, 10, bytes: 0);
            checkpoints.Count.ShouldBe(1);
            checkpoints.TryAddNear(99, 100, out _).ShouldBeTrue();
            checkpoints.Count.ShouldBe(2);
            checkpoints.Bytes.ShouldBe(BytesFor(2, 10));
        }

        [Theory]
        [InlineData(9, 40, 64)]
        [InlineData(9, 4096, 1)]
        [InlineData(1000, 5000, 4)]
        [InlineData(1000, 16_000, 1)]
        [InlineData(0, 0, 4096)]
        public void Should_keep_only_what_takes_longer_to_compute_than_to_copy(int stateLength, int numbersPerIteration, int spacing) =>
            GridOver(0, stateLength, 1 << 20, numbersPerIteration).Spacing.ShouldBe(spacing);
    }

    public class TheStatesNearTheCursor
    {
        private const int StateLength = 3;
        private const int Far = 4096;

        /// <summary>As a seek does it: offers every state on the way to the cursor.</summary>
        private static void Approach(Checkpoints checkpoints, int from, int cursor)
        {
            for (int completed = from; completed < cursor; completed++)
            {
                if (checkpoints.TryAddNear(completed, cursor, out Span<double> room))
                {
                    Fill(room, completed);
                }
            }
        }

        private static int[] Kept(Checkpoints checkpoints, int cursor) =>
            [.. Enumerable.Range(0, cursor).Select(checkpoints.LatestUpTo).Distinct().Order()];

        [Theory]
        [InlineData(8, 32)]
        [InlineData(20, 2)]
        [InlineData(60, 2)]
        [InlineData(200, 2)]
        public void Should_be_dense_at_the_cursor_and_thin_out_with_the_distance(int states, int mostPerDistance)
        {
            long bytes = BytesFor(states, StateLength);
            Checkpoints checkpoints = GridOver(Far, StateLength, bytes);
            int cursor = Far - 5;
            Approach(checkpoints, 0, cursor);
            checkpoints.Bytes.ShouldBeLessThanOrEqualTo(bytes);
            int[] kept = Kept(checkpoints, cursor);
            kept[^1].ShouldBe(cursor - 1, "the state before the cursor's iteration");
            for (int index = 1; index < kept.Length; index++)
            {
                ShouldHold(checkpoints, kept[index]);
                int gap = kept[index] - kept[index - 1];
                int distance = cursor - kept[index];
                gap.ShouldBeLessThanOrEqualTo(Math.Min(checkpoints.Spacing, mostPerDistance * distance), $"at {kept[index]}");
            }
        }

        [Fact]
        public void Should_make_way_for_those_near_a_new_cursor()
        {
            long bytes = BytesFor(40, StateLength);
            Checkpoints checkpoints = GridOver(Far, StateLength, bytes);
            foreach (int cursor in new[] { 4000, 100, 2000, 1999, 3900, 50 })
            {
                Approach(checkpoints, 0, cursor);
                checkpoints.LatestUpTo(cursor - 1).ShouldBe(cursor - 1);
                checkpoints.LatestUpTo(cursor - 2).ShouldBe(cursor - 2);
                checkpoints.Bytes.ShouldBeLessThanOrEqualTo(bytes);
                foreach (int kept in Kept(checkpoints, cursor))
                {
                    ShouldHold(checkpoints, kept);
                }
            }
        }

        [Fact]
        public void Should_not_be_kept_where_the_grid_is_as_dense()
        {
            Checkpoints checkpoints = GridOver(Far, StateLength, BytesFor(100_000, StateLength));
            checkpoints.Reach.ShouldBe(0);
            checkpoints.TryAddNear(99, 100, out _).ShouldBeFalse();
            checkpoints.TryAddPlace(99, out _).ShouldBeFalse();
        }

        [Fact]
        public void Should_be_kept_once()
        {
            Checkpoints checkpoints = GridOver(Far, StateLength, BytesFor(40, StateLength));
            checkpoints.TryAddPlace(1001, out _).ShouldBeTrue();
            checkpoints.TryAddPlace(1001, out _).ShouldBeFalse();
            checkpoints.TryAddNear(1001, 1002, out _).ShouldBeFalse();
            checkpoints.TryAddNear(checkpoints.Spacing, checkpoints.Spacing + 1, out _).ShouldBeFalse("the grid has it");
            checkpoints.TryAddNear(0, 1, out _).ShouldBeFalse("the training has it");
        }
    }
}
