using System.Collections.Immutable;
using Engine.Time;
using Lessons;
using Lessons.Quantities;
using Lessons.Variations;
using Simulator.Explaining;
using Simulator.Screens.Stepping;

namespace Simulator.Tests.Screens;

/// <summary>A lesson that begins in the middle of another.</summary>
public class BranchScreenTests
{
    private static Lesson Branch()
    {
        Variation.TryApply(ScriptedRun.Worked, "iterations = 4", out Variation? longer, out _).ShouldBeTrue();
        Variation.TryApply(longer!.Lesson, "w5 = 0.2", out Variation? branch, out ImmutableArray<QuantityError> problems, iteration: 3)
            .ShouldBeTrue(string.Join('\n', problems));
        return branch!.Lesson;
    }

    private static GivenDescription Given(Lesson lesson, string quantity, int iteration)
    {
        Timeline line = lesson.NewTimeline();
        new QuantityResolver(line.Plan, line.Iterations, line.FirstIteration)
            .TryResolve(quantity, iteration, out ResolvedQuantity? resolved, out QuantityError? error).ShouldBeTrue(error?.ToString());
        return QuantityDescription.Of(lesson, line, resolved!).ShouldBeOfType<GivenDescription>();
    }

    [Fact]
    public void Should_begin_at_its_own_start()
    {
        StepScreen screen = StepScreen.Open(Branch());
        screen.Moment.ShouldBe(Moment.Before(3));
        screen.AtStop(-1).Moment.ShouldBe(Moment.Before(3));
    }

    [Fact]
    public void Should_have_weights_given_where_it_begins_and_by_the_update_afterwards()
    {
        Given(Branch(), "w5", 3).Before.ShouldBeNull();
        Given(Branch(), "w5", 3).Value.ShouldBe(0.2);
        ResolvedQuantity before = Given(Branch(), "w5", 4).Before.ShouldNotBeNull();
        before.Iteration.ShouldBe(3);
        before.Label.ToString().ShouldBe("w5+");
    }

    [Fact]
    public void Should_not_know_iterations_before_it()
    {
        Timeline line = Branch().NewTimeline();
        new QuantityResolver(line.Plan, line.Iterations, line.FirstIteration).TryResolve("w5@2", 3, out _, out QuantityError? error).ShouldBeFalse();
        error.ShouldNotBeNull().Expected.ShouldBe("an iteration from 3 to 4");
    }
}
