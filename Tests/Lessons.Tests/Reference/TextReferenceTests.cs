using System.Collections.Immutable;
using System.Text.Json;
using Engine.Numbers;
using Engine.Tests.Reference;
using Lessons.Text;

namespace Lessons.Tests.Reference;

/// <summary>Tokenizer, text matrices, padding and one-hot rows against the reference numbers.</summary>
public sealed class TextReferenceTests
{
    private const string File = "text.json";

    public static TheoryData<string> Cases => [.. ReferenceCase.Of(File).Select(entry => entry.Id)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Should_agree(string id)
    {
        ReferenceCase entry = ReferenceCase.Of(File).First(candidate => candidate.Id == id);
        Action<ReferenceCase> check = entry.Operation switch
        {
            "tokenizer" => CheckTokenizer,
            "texts_to_matrix" => CheckMatrix,
            "pad_sequences" => CheckPadding,
            "one_hot" => CheckOneHot,
            "one_hot_text" => CheckOneHotText,
            var other => throw new NotSupportedException(other),
        };
        check(entry);
    }

    private static void CheckTokenizer(ReferenceCase entry)
    {
        Tokenizer tokenizer = Fit(entry);
        JsonElement expected = entry.Expected;
        tokenizer.WordIndex.ShouldBe(Pairs(expected.GetProperty("wordIndex")));
        tokenizer.WordCounts.ShouldBe(Pairs(expected.GetProperty("wordCounts")));
        tokenizer.DocumentFrequency.ShouldBe(Pairs(expected.GetProperty("documentFrequency")));
        tokenizer.DocumentCount.ShouldBe(expected.GetProperty("documentCount").GetInt32());
        ShouldBe(tokenizer.TextsToSequences(Strings(entry, "texts")), Sequences(expected.GetProperty("sequences")));
        ShouldBe(tokenizer.TextsToSequences(Strings(entry, "fitTexts")), Sequences(expected.GetProperty("fitSequences")));
    }

    private static void CheckMatrix(ReferenceCase entry)
    {
        TextMatrixMode mode = entry.Parameters.GetProperty("mode").GetString() switch
        {
            "binary" => TextMatrixMode.Binary,
            "count" => TextMatrixMode.Count,
            "freq" => TextMatrixMode.Frequency,
            "tfidf" => TextMatrixMode.TfIdf,
            var other => throw new NotSupportedException(other),
        };
        ShouldMatch(entry, Fit(entry).TextsToMatrix(Strings(entry, "texts"), mode), "matrix");
    }

    private static void CheckPadding(ReferenceCase entry)
    {
        Tensor padded = SequencePadding.Pad(
            Sequences(entry.Inputs.GetProperty("sequences")),
            Integer(entry, "maxlen"),
            Side(entry, "padding"),
            Side(entry, "truncating"),
            entry.Parameters.GetProperty("value").GetInt32());
        ShouldMatch(entry, padded, "padded");
    }

    private static void CheckOneHot(ReferenceCase entry) =>
        ShouldMatch(entry, OneHotEncoding.Of(Integers(entry.Inputs.GetProperty("indices")), Integer(entry, "numClasses")), "oneHot");

    private static void CheckOneHotText(ReferenceCase entry)
    {
        Tokenizer tokenizer = Fit(entry);
        ImmutableArray<int> sequence = tokenizer.TextToSequence(entry.Inputs.GetProperty("text").GetString()!);
        sequence.ShouldBe(Integers(entry.Expected.GetProperty("sequence")));
        ShouldMatch(entry, OneHotEncoding.Of(sequence, tokenizer.Columns), "oneHot");
    }

    private static Tokenizer Fit(ReferenceCase entry) => Tokenizer.Fit(
        Strings(entry, "fitTexts"),
        Integer(entry, "numWords"),
        entry.Parameters.TryGetProperty("oovToken", out JsonElement token) ? token.GetString() : null);

    private static void ShouldMatch(ReferenceCase entry, Tensor computed, string name)
    {
        JsonElement expected = entry.Expected.GetProperty(name);
        computed.Shape.ShouldBe(ReferenceCase.TensorOf(expected).Shape);
        entry.ShouldMatch(computed.Values, expected, name);
    }

    private static void ShouldBe(ImmutableArray<ImmutableArray<int>> computed, ImmutableArray<ImmutableArray<int>> expected) =>
        computed.Select(sequence => string.Join(' ', sequence)).ShouldBe(expected.Select(sequence => string.Join(' ', sequence)));

    private static int? Integer(ReferenceCase entry, string name) =>
        entry.Parameters.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value.GetInt32() : null;

    private static SequenceSide Side(ReferenceCase entry, string name) => entry.Parameters.GetProperty(name).GetString() switch
    {
        "pre" => SequenceSide.Pre,
        "post" => SequenceSide.Post,
        var other => throw new NotSupportedException(other),
    };

    private static IEnumerable<string> Strings(ReferenceCase entry, string name) =>
        entry.Inputs.GetProperty(name).EnumerateArray().Select(text => text.GetString()!);

    private static ImmutableArray<int> Integers(JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetInt32())];

    private static ImmutableArray<ImmutableArray<int>> Sequences(JsonElement lists) => [.. lists.EnumerateArray().Select(Integers)];

    private static IEnumerable<KeyValuePair<string, int>> Pairs(JsonElement pairs) =>
        pairs.EnumerateArray().Select(pair => KeyValuePair.Create(pair[0].GetString()!, pair[1].GetInt32()));
}
