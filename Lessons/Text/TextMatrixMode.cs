namespace Lessons.Text;

/// <summary>
/// What a cell of a text's row in <see cref="Tokenizer.TextsToMatrix"/> says about the word of its column, given that the word
/// occurs in the text. A word that does not occur has 0 in each mode.
/// </summary>
public enum TextMatrixMode
{
    /// <summary>1.</summary>
    Binary,

    /// <summary>How often the word occurs in the text: c.</summary>
    Count,

    /// <summary>
    /// <c>c / length of the text's sequence</c>, above 0 and at most 1. The sequence has the words that are kept, and the
    /// out-of-vocabulary token for the others if there is one. Keras: <c>freq</c>.
    /// </summary>
    Frequency,

    /// <summary>
    /// Term frequency times inverse document frequency, <c>(1 + ln c) · ln(1 + N / (1 + df))</c>: N is the number of texts fitted, df
    /// the number of these that have the word, 0 for the out-of-vocabulary token. Keras: <c>tfidf</c>.
    /// </summary>
    TfIdf,
}
