namespace Simulator.Terminal;

public class InputQueueTests
{
    private static readonly KeyPressed Typed = new(Key.Of('l'));

    private Size size = new(80, 24);

    private InputQueue Queue => new(() => size);

    [Fact]
    public void Should_give_one_resize_for_many_with_the_size_at_the_time_of_reading()
    {
        var queue = Queue;
        queue.Add(new Resized(size));
        queue.Add(Typed);
        queue.Add(new Resized(size));
        size = new Size(100, 30);
        queue.Read().ShouldBe(new Resized(size));
        queue.Read().ShouldBe(Typed);
        queue.TryRead(TimeSpan.Zero, out _).ShouldBeFalse();
        queue.Add(new Resized(size));
        queue.TryRead(TimeSpan.Zero, out var again).ShouldBeTrue();
        again.ShouldBe(new Resized(size));
    }

    [Fact]
    public void Should_let_an_interruption_overtake_keys()
    {
        var queue = Queue;
        queue.Add(Typed);
        queue.Add(new Interrupted(143));
        queue.Read().ShouldBe(new Interrupted(143));
        queue.Read().ShouldBe(Typed);
    }

    [Fact]
    public void Should_end_after_what_was_typed_and_stay_ended()
    {
        var queue = Queue;
        queue.Add(Typed);
        queue.Add(new EndOfInput());
        queue.Read().ShouldBe(Typed);
        queue.Read().ShouldBe(new EndOfInput());
        queue.TryRead(TimeSpan.Zero, out var end).ShouldBeTrue();
        end.ShouldBe(new EndOfInput());
    }

    [Fact(Timeout = 30_000)]
    public async Task Should_wait_for_the_next_input()
    {
        var queue = Queue;
        var reading = Task.Run(queue.Read);
        queue.Add(Typed);
        (await reading).ShouldBe(Typed);
    }
}
