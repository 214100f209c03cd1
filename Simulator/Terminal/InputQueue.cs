namespace Simulator.Terminal;

/// <summary>
/// Carries inputs from the threads that notice them to the one that reads. Changes of size that were not read yet are one,
/// because only the size at the time of reading counts; an interruption overtakes keys typed ahead.
/// </summary>
internal sealed class InputQueue(Func<Size> size)
{
    // Waited on as well as locked, which the newer kind of lock cannot.
    private readonly LinkedList<Input> inputs = new();
    private bool resizeWaiting;
    private bool ended;

    public void Add(Input input)
    {
        lock (inputs)
        {
            switch (input)
            {
                case Resized when resizeWaiting:
                    return;
                case Resized:
                    resizeWaiting = true;
                    inputs.AddLast(input);
                    break;
                case Interrupted:
                    inputs.AddFirst(input);
                    break;
                case EndOfInput:
                    ended = true;
                    break;
                default:
                    inputs.AddLast(input);
                    break;
            }

            Monitor.PulseAll(inputs);
        }
    }

    public Input Read()
    {
        Input input;
        lock (inputs)
        {
            while (!TryTake(out input))
            {
                Monitor.Wait(inputs);
            }
        }

        return Measured(input);
    }

    /// <summary>The next input, if it is there or comes within a time; after the last one the end, again and again.</summary>
    public bool TryRead(TimeSpan wait, out Input input)
    {
        bool taken;
        lock (inputs)
        {
            taken = TryTake(out input) || (wait > TimeSpan.Zero && Monitor.Wait(inputs, wait) && TryTake(out input));
        }

        input = Measured(input);
        return taken;
    }

    private bool TryTake(out Input input)
    {
        input = inputs.First?.Value ?? new EndOfInput();
        if (inputs.First is null)
        {
            return ended;
        }

        inputs.RemoveFirst();
        resizeWaiting &= input is not Resized;
        return true;
    }

    private Input Measured(Input input) => input is Resized ? new Resized(size()) : input;
}
