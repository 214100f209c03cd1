using System.Collections.Immutable;

namespace Simulator.Terminal;

/// <summary>A frame shown on a <see cref="ScriptedTerminal"/>.</summary>
/// <param name="After">The input read last before it; null before the first.</param>
/// <param name="Text">The frame's rows as text.</param>
/// <param name="Canvas">A copy of the frame.</param>
internal sealed record ScriptedFrame(Input? After, string Text, Canvas Canvas);

/// <summary>Plays inputs known beforehand, then <see cref="EndOfInput"/>, and keeps every frame shown.</summary>
internal sealed class ScriptedTerminal(ImmutableArray<Input> inputs, Size size) : ITerminal
{
    private readonly List<ScriptedFrame> frames = [];
    private int next;
    private Input? last;

    public Size Size { get; private set; } = size;

    public bool IsLive => false;

    public IReadOnlyList<ScriptedFrame> Frames => frames;

    public Input Read()
    {
        last = next < inputs.Length ? inputs[next++] : new EndOfInput();
        if (last is Resized resized)
        {
            Size = resized.Size;
        }

        return last;
    }

    /// <summary>Nothing ever waits, so that every input gives a frame.</summary>
    public bool TryRead(TimeSpan wait, out Input input)
    {
        input = new EndOfInput();
        return false;
    }

    public void Draw(Canvas canvas) => frames.Add(new ScriptedFrame(last, canvas.ToText(), canvas.Copy()));

    public void Invalidate()
    {
    }

    public void Dispose()
    {
        // Holds nothing.
    }
}
