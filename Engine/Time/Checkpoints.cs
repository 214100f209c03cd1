using Engine.Running;

namespace Engine.Time;

/// <summary>
/// States of a training at regular distances, within a budget of memory. A checkpoint is only a cache: when the budget is
/// used up, every second one goes and the distance doubles, so that reaching any iteration costs at most that many replays.
/// </summary>
internal sealed class Checkpoints
{
    private readonly List<TrainingState> states = [];
    private readonly int capacity;
    private int spacing = 1;

    public Checkpoints(TrainingState initial, long bytes)
    {
        states.Add(initial);
        long each = 64 + (8L * initial.Values.Length);
        capacity = (int)Math.Clamp(bytes / each, 2, 1 << 20);
    }

    /// <summary>Whether the state after so many iterations is to be kept and is not yet.</summary>
    public bool Wants(int completed) => completed == states.Count * spacing;

    public void Add(TrainingState state)
    {
        states.Add(state);
        if (states.Count > capacity)
        {
            List<TrainingState> kept = [.. states.Where((_, index) => index % 2 == 0)];
            states.Clear();
            states.AddRange(kept);
            spacing *= 2;
        }
    }

    /// <summary>The latest state kept with no more than so many iterations completed.</summary>
    public TrainingState AtOrBefore(int completed) => states[Math.Min(completed / spacing, states.Count - 1)];
}
