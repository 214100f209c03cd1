using System.Numerics;

namespace Engine.Time;

/// <summary>
/// States of a training, kept within a budget of memory so that no iteration is far from one. A checkpoint is only a cache:
/// which ones there are changes how long a replay takes, never what it gives. Completed iterations count from where the training
/// begins.
/// </summary>
/// <remarks>
/// <para>
/// One part of the budget is for a <b>grid</b> over the whole training: states at multiples of a spacing. When it is full,
/// every second one goes and the spacing doubles, so that any iteration is at most one spacing away.
/// </para>
/// <para>
/// The other part is for states <b>near</b> the cursor, because that is where the next one is asked for: at every iteration
/// close to it, then at multiples of 2, 4, 8 … as the distance doubles, out to where the grid is as dense. When a gap is replayed,
/// it is filled in the same way around the new cursor. Going back one iteration after the other through a spacing of n
/// so replays about log n iterations a step, not n.
/// </para>
/// <para>
/// What is quickly computed again is not worth keeping: <see cref="UnitOf"/> and <see cref="FirstSpacingOf"/> keep the cost of
/// checkpoints far below that of the iterations between them. The state before the first iteration needs no room; it is the training's own.
/// </para>
/// </remarks>
internal sealed class Checkpoints
{
    /// <summary>Fewer numbers than these are computed again in microseconds.</summary>
    private const int NumbersWorthKeeping = 4096;

    /// <summary>So many numbers are computed for each one that the grid copies, so that copying does not count.</summary>
    private const int NumbersPerCopy = 16;

    /// <summary>More states than these near the cursor save no replays that matter.</summary>
    private const int MostNear = 64;

    /// <summary>What a state costs besides its numbers: its place and, near the cursor, its iteration.</summary>
    private const int BytesPerState = 16;

    private readonly StatePool pool;
    private readonly int unit;
    private readonly int gridCapacity;
    private readonly int nearCapacity;

    /// <summary>Places in the pool: the state after (index + 1) × spacing iterations.</summary>
    private readonly List<int> grid = [];
    private readonly List<Near> near = [];
    private int spacing;

    /// <summary>How far from the cursor every unit is kept, in units; a power of two.</summary>
    private int dense;

    /// <summary>By which power of two gaps grow from one ring around the cursor to the next.</summary>
    private int growth;

    /// <param name="stateLength">How many numbers a state has.</param>
    /// <param name="numbersPerIteration">How many numbers an iteration computes.</param>
    /// <param name="bytes">How much memory states may take; there is room for two in any case.</param>
    public Checkpoints(int stateLength, int numbersPerIteration, long bytes)
    {
        StateLength = stateLength;
        int capacity = (int)Math.Clamp(bytes / ((8L * stateLength) + BytesPerState), 2, 1 << 28);
        nearCapacity = Math.Min(capacity / 2, MostNear);
        gridCapacity = capacity - nearCapacity;
        pool = new StatePool(stateLength, capacity);
        unit = UnitOf(numbersPerIteration);
        spacing = FirstSpacingOf(stateLength, numbersPerIteration);
        Arrange();
    }

    /// <summary>How many numbers a state has.</summary>
    public int StateLength { get; }

    /// <summary>How many bytes are in use.</summary>
    public long Bytes => (8 * pool.Numbers) + ((long)BytesPerState * Count);

    /// <summary>How many states are kept.</summary>
    public int Count => grid.Count + near.Count;

    /// <summary>How many iterations lie between two states of the grid.</summary>
    public int Spacing => spacing;

    /// <summary>The number of completed iterations after which the grid takes the next state.</summary>
    public int NextOnGrid { get; private set; }

    /// <summary>From which distance before the cursor the grid alone is dense enough.</summary>
    public int Reach { get; private set; }

    /// <summary>The distance below which no state is kept near the cursor, in iterations: what is computed again at once.</summary>
    public static int UnitOf(int numbersPerIteration) =>
        1 << BitOperations.Log2((uint)Math.Max(1, NumbersWorthKeeping / Math.Max(1, numbersPerIteration)));

    /// <summary>The spacing of the grid as long as it is not full.</summary>
    public static int FirstSpacingOf(int stateLength, int numbersPerIteration)
    {
        long copies = (long)NumbersPerCopy * stateLength / Math.Max(1, numbersPerIteration);
        return Math.Max(UnitOf(numbersPerIteration), (int)BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(copies, 1, 1024)));
    }

    /// <summary>The latest state kept with no more than so many iterations completed; 0 is the training's first.</summary>
    public int LatestUpTo(int completed)
    {
        int latest = Math.Min(completed / spacing, grid.Count) * spacing;
        foreach (Near state in near)
        {
            if (state.Completed <= completed && state.Completed > latest)
            {
                latest = state.Completed;
            }
        }

        return latest;
    }

    /// <summary>The numbers of a state that <see cref="LatestUpTo"/> has found, other than the first.</summary>
    public ReadOnlySpan<double> this[int completed] => pool[IsOnGrid(completed)
        ? grid[(completed / spacing) - 1]
        : near[IndexNear(completed)].Place];

    /// <summary>Whether the state after so many iterations is the next of the grid, and the room for it if so.</summary>
    public bool TryAddToGrid(int completed, out Span<double> room)
    {
        room = default;
        if (completed != NextOnGrid)
        {
            return false;
        }

        if (grid.Count == gridCapacity)
        {
            Thin();
            if (completed != NextOnGrid)
            {
                return false;
            }
        }

        int place = pool.Rent();
        grid.Add(place);
        NextOnGrid = (grid.Count + 1) * spacing;
        room = pool[place];
        return true;
    }

    /// <summary>Whether the state after so many iterations is worth keeping near a cursor, and the room for it if so.</summary>
    /// <param name="completed">The state's number of completed iterations.</param>
    /// <param name="cursor">The iteration that is being looked at.</param>
    /// <param name="room">Where the numbers go.</param>
    public bool TryAddNear(int completed, int cursor, out Span<double> room)
    {
        room = default;
        return IsWanted(completed, cursor) && TryAdd(completed, cursor, out room);
    }

    /// <summary>The room for the state at a cursor that is about to be left, so that it is quickly gone on from; none where it is kept.</summary>
    public bool TryAddPlace(int completed, out Span<double> room)
    {
        room = default;
        return unit < spacing && completed > 0 && TryAdd(completed, completed + 1, out room);
    }

    private bool TryAdd(int completed, int cursor, out Span<double> room)
    {
        room = default;
        if (IsOnGrid(completed) || IndexNear(completed) >= 0)
        {
            return false;
        }

        if (near.Count == nearCapacity)
        {
            int least = LeastWanted(cursor);
            pool.Return(near[least].Place);
            near[least] = near[^1];
            near.RemoveAt(near.Count - 1);
        }

        int place = pool.Rent();
        near.Add(new Near(completed, place));
        room = pool[place];
        return true;
    }

    private bool IsOnGrid(int completed) => completed % spacing == 0 && completed / spacing is int index && index > 0 && index <= grid.Count;

    private int IndexNear(int completed)
    {
        for (int index = 0; index < near.Count; index++)
        {
            if (near[index].Completed == completed)
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>Whether a state belongs to the rings around a cursor.</summary>
    private bool IsWanted(int completed, int cursor)
    {
        int distance = cursor - completed;
        if (completed <= 0 || distance <= 0 || distance > Reach)
        {
            return false;
        }

        long gap = unit;
        for (long ring = (long)unit * dense; distance >= ring; ring <<= growth)
        {
            gap <<= growth;
        }

        // Multiples, so that the states of one cursor serve the next: those of an outer ring are among those of an inner one.
        return gap < spacing && completed % gap == 0;
    }

    /// <summary>
    /// Which state near the cursor goes first: one from after it, since running forward needs none; then one that no ring
    /// wants; then the farthest.
    /// </summary>
    private int LeastWanted(int cursor)
    {
        int least = 0;
        (int Class, int Distance) most = (-1, 0);
        for (int index = 0; index < near.Count; index++)
        {
            int distance = cursor - near[index].Completed;
            (int, int) score = (distance <= 0 ? 2 : IsWanted(near[index].Completed, cursor) ? 0 : 1, Math.Abs(distance));
            if (score.CompareTo(most) > 0)
            {
                (least, most) = (index, score);
            }
        }

        return least;
    }

    private void Thin()
    {
        int kept = 0;
        for (int index = 0; index < grid.Count; index++)
        {
            if (index % 2 == 1)
            {
                grid[kept++] = grid[index];
            }
            else
            {
                pool.Return(grid[index]);
            }
        }

        grid.RemoveRange(kept, grid.Count - kept);
        spacing *= 2;
        Arrange();
    }

    /// <summary>Chooses rings that fill the room near the cursor: as many states a ring as fit, or else wider rings.</summary>
    private void Arrange()
    {
        NextOnGrid = (grid.Count + 1) * spacing;
        int rings = BitOperations.Log2((uint)(spacing / unit));
        (dense, growth) = (1 << BitOperations.Log2((uint)Math.Max(2, nearCapacity)), 1);
        while (dense > 2 && States() > nearCapacity)
        {
            dense /= 2;
        }

        while (growth < rings && States() > nearCapacity)
        {
            growth++;
        }

        Reach = rings == 0 ? 0 : (int)Math.Min(int.MaxValue, (long)unit * dense << ((rings - 1) / growth * growth));

        int States() => dense + ((dense - (dense >> growth)) * ((rings - 1) / growth));
    }

    private readonly record struct Near(int Completed, int Place);
}
