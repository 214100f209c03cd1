namespace Engine.Time;

/// <summary>
/// Room for states of one length, side by side in few arrays: a state of nine numbers costs nine numbers, not an object.
/// Arrays are made when they are needed, never for more than the capacity; what is given back is used again.
/// </summary>
internal sealed class StatePool(int stateLength, int capacity)
{
    /// <summary>So many numbers an array, where states are small: 64 KiB.</summary>
    private const int ArrayLength = 8192;

    private readonly int statesPerArray = Math.Clamp(ArrayLength / Math.Max(1, stateLength), 1, capacity);
    private readonly List<double[]> arrays = [];
    private readonly Stack<int> free = new();
    private int made;

    /// <summary>How many numbers there is room for at present.</summary>
    public long Numbers { get; private set; }

    /// <summary>The numbers of a state, to be read or written.</summary>
    public Span<double> this[int place] =>
        arrays[place / statesPerArray].AsSpan(place % statesPerArray * stateLength, stateLength);

    /// <summary>A place for one more state; the caller keeps within the capacity.</summary>
    public int Rent()
    {
        if (free.TryPop(out int place))
        {
            return place;
        }

        if (made == arrays.Count * statesPerArray)
        {
            double[] array = new double[Math.Min(statesPerArray, capacity - made) * stateLength];
            arrays.Add(array);
            Numbers += array.Length;
        }

        return made++;
    }

    /// <summary>Gives a place back.</summary>
    public void Return(int place) => free.Push(place);
}
