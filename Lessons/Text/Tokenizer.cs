using System.Collections.Immutable;
using System.Collections.ObjectModel;
using Engine.Numbers;

namespace Lessons.Text;

/// <summary>
/// Numbers for the words of texts, learned from texts: the most frequent word has index 1, words that are equally frequent follow
/// each other as they first appeared, and no word has index 0. Keras: <c>Tokenizer</c>, as in keras_preprocessing 1.1.2.
/// </summary>
/// <remarks>
/// What Keras does not do is not done here either: only the blank and the filter characters separate words (a carriage return or a
/// no-break space is a letter), and Hangul is not composed. Letters become lower-case one by one, where Keras, in Python, writes a
/// Σ at the end of a word as ς and İ as two letters.
/// </remarks>
public sealed class Tokenizer
{
    /// <summary>The characters that count as blanks.</summary>
    public const string Filters = "!\"#$%&()*+,-./:;<=>?@[\\]^_`{|}~\t\n";

    private static readonly char[] Separators = [' ', .. Filters];

    private readonly OrderedDictionary<string, int> counts = [];
    private readonly OrderedDictionary<string, int> documents = [];
    private readonly OrderedDictionary<string, int> indices = [];
    private readonly int limit;

    private Tokenizer(IEnumerable<string> texts, int? numWords, string? oovToken)
    {
        foreach (string text in texts)
        {
            DocumentCount++;
            HashSet<string> seen = [];
            foreach (string word in WordsOf(text))
            {
                counts[word] = counts.GetValueOrDefault(word) + 1;
                if (seen.Add(word))
                {
                    documents[word] = documents.GetValueOrDefault(word) + 1;
                }
            }
        }

        if (counts.Count == 0)
        {
            throw new ArgumentException("The texts have no words: give at least one text with a word.", nameof(texts));
        }

        if (oovToken is not null)
        {
            indices.Add(oovToken, 1);
        }

        foreach ((string word, _) in counts.OrderByDescending(entry => entry.Value))
        {
            if (!indices.TryAdd(word, indices.Count + 1))
            {
                throw new ArgumentException(
                    $"'{oovToken}' is a word of the texts: take a token that cannot be one, as '<OOV>'.", nameof(oovToken));
            }
        }

        OovToken = oovToken;
        NumWords = numWords;
        limit = numWords ?? int.MaxValue;
        WordIndex = new(indices);
        WordCounts = new(counts);
        DocumentFrequency = new(documents);
    }

    /// <summary>The limit of indices: words with a lower index are kept. <see langword="null"/> keeps all words.</summary>
    public int? NumWords { get; }

    /// <summary>What stands for each word that is unknown or not kept; <see langword="null"/> when these are left out.</summary>
    public string? OovToken { get; }

    /// <summary>The number of texts that were fitted: the N of <see cref="TextMatrixMode.TfIdf"/>.</summary>
    public int DocumentCount { get; }

    /// <summary>The index of each word, from 1 and in this order. The out-of-vocabulary token, if there is one, has index 1.</summary>
    /// <remarks><see cref="NumWords"/> does not shorten it.</remarks>
    public ReadOnlyDictionary<string, int> WordIndex { get; }

    /// <summary>How often each word occurs in the texts that were fitted, in order of first appearance.</summary>
    public ReadOnlyDictionary<string, int> WordCounts { get; }

    /// <summary>How many of the texts that were fitted have each word, in order of first appearance.</summary>
    public ReadOnlyDictionary<string, int> DocumentFrequency { get; }

    /// <summary>The number of columns of a matrix: <see cref="NumWords"/>, or the number of indices + 1. Column 0 is always 0.</summary>
    public int Columns => NumWords ?? indices.Count + 1;

    /// <summary>Learns the words of texts.</summary>
    /// <param name="texts">The texts. One may be empty, but not all.</param>
    /// <param name="numWords">At least 1: words with a lower index than this are kept; <see langword="null"/> keeps all words.</param>
    /// <param name="oovToken">What stands for words that are unknown or not kept; <see langword="null"/> leaves them out.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="numWords"/> is less than 1.</exception>
    /// <exception cref="ArgumentException">The texts have no words, or <paramref name="oovToken"/> is one of them.</exception>
    public static Tokenizer Fit(IEnumerable<string> texts, int? numWords = null, string? oovToken = null)
    {
        ArgumentNullException.ThrowIfNull(texts);
        if (numWords < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(numWords), numWords, "an integer of at least 1");
        }

        return new Tokenizer(texts, numWords, oovToken);
    }

    /// <summary>The words of a text in lower case, parted at blanks and filters. Keras: <c>text_to_word_sequence</c>.</summary>
    public static ImmutableArray<string> WordsOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. text.ToLowerInvariant().Split(Separators, StringSplitOptions.RemoveEmptyEntries)];
    }

    /// <summary>The indices of a text's words. A word that is unknown or not kept is left out, or is the out-of-vocabulary token.</summary>
    public ImmutableArray<int> TextToSequence(string text)
    {
        var sequence = ImmutableArray.CreateBuilder<int>();
        foreach (string word in WordsOf(text))
        {
            if (indices.TryGetValue(word, out int index) && index < limit)
            {
                sequence.Add(index);
            }
            else if (OovToken is not null)
            {
                sequence.Add(indices[OovToken]);
            }
        }

        return sequence.ToImmutable();
    }

    /// <summary>The sequence of each text: see <see cref="TextToSequence"/>.</summary>
    public ImmutableArray<ImmutableArray<int>> TextsToSequences(IEnumerable<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return [.. texts.Select(TextToSequence)];
    }

    /// <summary>A row for each text that says of each word whether, or how much, it occurs: a bag of words, without their order.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="mode">What is said of a word.</param>
    /// <returns>A matrix <c>texts × <see cref="Columns"/></c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mode"/> is unknown.</exception>
    public Tensor TextsToMatrix(IEnumerable<string> texts, TextMatrixMode mode)
    {
        if (!Enum.IsDefined(mode))
        {
            throw new ArgumentOutOfRangeException(nameof(mode), mode, "binary, count, frequency or tf-idf");
        }

        ImmutableArray<ImmutableArray<int>> sequences = TextsToSequences(texts);
        Shape shape = new(sequences.Length, Columns);
        double[] cells = new double[shape.Size];
        for (int row = 0; row < sequences.Length; row++)
        {
            foreach ((int index, int count) in sequences[row].CountBy(index => index))
            {
                // Where no word is kept, the out-of-vocabulary token has no column either.
                if (index < Columns)
                {
                    cells[(row * Columns) + index] = Weight(mode, count, sequences[row].Length, index);
                }
            }
        }

        return new Tensor(shape, ImmutableArray.Create(cells));
    }

    private double Weight(TextMatrixMode mode, int count, int length, int index) => mode switch
    {
        TextMatrixMode.Binary => 1,
        TextMatrixMode.Count => count,
        TextMatrixMode.Frequency => (double)count / length,
        _ => (1 + Math.Log(count)) * Math.Log(1 + (DocumentCount / (1.0 + documents.GetValueOrDefault(indices.GetAt(index - 1).Key)))),
    };
}
