using System.Collections.Concurrent;
using Simulator.Terminal;

namespace Simulator.Tests.App;

/// <summary>A terminal whose inputs come when a frame shows something, also while the program is busy.</summary>
internal sealed class LiveTerminal : ITerminal
{
    private readonly BlockingCollection<Input> inputs = [];
    private readonly ConcurrentQueue<(Func<string, bool> When, Action Then)> reactions = new();

    public List<string> Frames { get; } = [];

    public Size Size { get; } = new(120, 36);

    public bool IsLive => true;

    /// <summary>Once a frame is as wanted, the keys are typed; reactions wait for each other in their order.</summary>
    public LiveTerminal On(Func<string, bool> frame, string keys) => Do(frame, () =>
    {
        foreach (Input input in KeyNotation.Parse(keys).Inputs)
        {
            inputs.Add(input);
        }
    });

    /// <summary>Once a frame is as wanted, something is done.</summary>
    public LiveTerminal Do(Func<string, bool> frame, Action then)
    {
        reactions.Enqueue((frame, then));
        return this;
    }

    /// <summary>Sends an input from outside.</summary>
    public void Send(Input input) => inputs.Add(input);

    /// <summary>Where nothing comes, the test has waited for a frame that never was.</summary>
    public Input Read() => inputs.TryTake(out Input? input, TimeSpan.FromSeconds(60))
        ? input
        : throw new TimeoutException($"No key is typed at this frame:\n{Frames[^1]}");

    public bool TryRead(TimeSpan wait, out Input input) => inputs.TryTake(out input!, wait);

    public void Invalidate()
    {
    }

    public void Draw(Canvas canvas)
    {
        string text = canvas.ToText();
        Frames.Add(text);
        if (reactions.TryPeek(out var reaction) && reaction.When(text))
        {
            reactions.TryDequeue(out _);
            reaction.Then();
        }
    }

    public void Dispose() => inputs.Dispose();
}
