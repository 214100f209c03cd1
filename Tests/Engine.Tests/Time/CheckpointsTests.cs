using Engine.Running;
using Engine.Time;

namespace Engine.Tests.Time;

public class CheckpointsTests
{
    [Theory]
    [InlineData(0, 2)]
    [InlineData(72 * 5, 5)]
    [InlineData(72 * 1000, 1000)]
    public void Should_stay_within_the_budget_and_near_every_iteration(long bytes, int capacity)
    {
        const int Iterations = 500;
        Checkpoints checkpoints = new(new TrainingState(0, [0]), bytes);
        for (int completed = 1; completed <= Iterations; completed++)
        {
            if (checkpoints.Wants(completed))
            {
                checkpoints.Add(new TrainingState(completed, [completed]));
                checkpoints.Wants(completed).ShouldBeFalse("it is kept now");
            }
        }

        int[] kept = [.. Enumerable.Range(0, Iterations + 1).Select(completed => checkpoints.AtOrBefore(completed).CompletedIterations)];
        for (int completed = 0; completed <= Iterations; completed++)
        {
            kept[completed].ShouldBeInRange(Math.Max(0, completed - (2 * Iterations / (capacity - 1))), completed);
        }

        kept.Distinct().Count().ShouldBeLessThanOrEqualTo(capacity);
    }
}
