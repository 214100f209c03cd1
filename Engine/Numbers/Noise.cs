namespace Engine.Numbers;

/// <summary>
/// Random numbers without a memory: each is a function of the seed, the iteration, the purpose and its index, so that any
/// iteration can be computed again, alone and in any order, with the same numbers on every machine.
/// </summary>
/// <remarks>
/// The four numbers are mixed one after the other by the finalizer of SplitMix64 (G. L. Steele, D. Lea, C. H. Flood, "Fast
/// splittable pseudorandom number generators", OOPSLA 2014).
/// </remarks>
public static class Noise
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    /// <summary>A number drawn evenly from 0 (included) to 1 (not included), a multiple of 2^−53.</summary>
    /// <param name="seed">Chosen by the lesson; another seed gives other numbers throughout.</param>
    /// <param name="iteration">The iteration or epoch that the number is for.</param>
    /// <param name="purpose">What the number is for, such as one dropout layer; purposes do not share numbers.</param>
    /// <param name="index">Which of the numbers for that purpose.</param>
    public static double Uniform(int seed, long iteration, int purpose, long index) =>
        (Bits(seed, iteration, purpose, index) >> 11) * (1.0 / (1L << 53));

    /// <summary>Puts the numbers 0, 1, 2 … into an order drawn evenly from all orders.</summary>
    public static void Shuffle(Span<int> order, int seed, long iteration, int purpose)
    {
        for (int index = 0; index < order.Length; index++)
        {
            order[index] = index;
        }

        // Fisher and Yates, from the last to the first.
        for (int last = order.Length - 1; last > 0; last--)
        {
            int other = (int)Math.BigMul(Bits(seed, iteration, purpose, last), (ulong)last + 1, out _);
            (order[last], order[other]) = (order[other], order[last]);
        }
    }

    private static ulong Bits(int seed, long iteration, int purpose, long index)
    {
        ulong state = Mix(unchecked((ulong)seed + Golden));
        state = Mix(unchecked(state + (ulong)purpose + Golden));
        state = Mix(unchecked(state + (ulong)iteration + Golden));
        return Mix(unchecked(state + (ulong)index + Golden));
    }

    private static ulong Mix(ulong bits)
    {
        unchecked
        {
            bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
            bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
            return bits ^ (bits >> 31);
        }
    }
}
