using System.Collections.Immutable;
using Engine.Numbers;

namespace Lessons.Text;

/// <summary>Brings sequences to one length, so that they are the rows of a matrix. Keras: <c>pad_sequences</c>.</summary>
public static class SequencePadding
{
    /// <summary>The sequences as rows of one length.</summary>
    /// <param name="sequences">The sequences, as <see cref="Tokenizer.TextsToSequences"/> gives them.</param>
    /// <param name="maxLength">The length of each row, at least 0; <see langword="null"/> for that of the longest sequence.</param>
    /// <param name="padding">The side at which a shorter sequence is filled up; Keras's default is before it.</param>
    /// <param name="truncating">The side at which a longer sequence is cut; Keras's default is its start.</param>
    /// <param name="value">What a shorter sequence is filled up with; 0 is the index that no word has.</param>
    /// <returns>A matrix <c>sequences × length</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxLength"/> is negative, or a side is unknown.</exception>
    public static Tensor Pad(
        IReadOnlyList<ImmutableArray<int>> sequences,
        int? maxLength = null,
        SequenceSide padding = SequenceSide.Pre,
        SequenceSide truncating = SequenceSide.Pre,
        int value = 0)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        if (maxLength < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(maxLength), maxLength, "an integer of at least 0");
        }

        bool padsBefore = IsPre(padding, nameof(padding));
        bool cutsStart = IsPre(truncating, nameof(truncating));
        int length = maxLength ?? sequences.Select(sequence => sequence.Length).DefaultIfEmpty().Max();
        Shape shape = new(sequences.Count, length);
        double[] cells = new double[shape.Size];
        Array.Fill(cells, value);
        for (int row = 0; row < sequences.Count; row++)
        {
            ReadOnlySpan<int> kept = sequences[row].AsSpan();
            if (kept.Length > length)
            {
                kept = cutsStart ? kept[^length..] : kept[..length];
            }

            int start = (row * length) + (padsBefore ? length - kept.Length : 0);
            for (int index = 0; index < kept.Length; index++)
            {
                cells[start + index] = kept[index];
            }
        }

        return new Tensor(shape, ImmutableArray.Create(cells));
    }

    private static bool IsPre(SequenceSide side, string parameter) => side switch
    {
        SequenceSide.Pre => true,
        SequenceSide.Post => false,
        _ => throw new ArgumentOutOfRangeException(parameter, side, "pre or post"),
    };
}
