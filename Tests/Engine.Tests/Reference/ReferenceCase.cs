using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Engine.Numbers;

namespace Engine.Tests.Reference;

/// <summary>One case of the reference numbers: what is computed, from what, and what comes out.</summary>
public sealed class ReferenceCase
{
    private static readonly ConcurrentDictionary<string, IReadOnlyList<ReferenceCase>> Files = [];

    private readonly JsonElement json;

    private ReferenceCase(JsonElement json) => this.json = json;

    public string Id => json.GetProperty("id").GetString()!;

    public string Operation => json.GetProperty("op").GetString()!;

    public JsonElement Parameters => json.GetProperty("params");

    public JsonElement Inputs => json.GetProperty("inputs");

    public JsonElement Expected => json.GetProperty("expected");

    private string? Family => json.TryGetProperty("family", out JsonElement family) ? family.GetString() : null;

    /// <summary>
    /// All cases of a file that is shipped, in the folder <c>Data</c> beside the test that asks, and of the file of that name in
    /// <c>SIMULATOR_REFERENCE_DIR</c>; and those of tfjs that follow the same conventions, which expect only some of the numbers.
    /// </summary>
    public static IReadOnlyList<ReferenceCase> Of(string file, [CallerFilePath] string test = "")
    {
        string?[] folders = [Path.Combine(Path.GetDirectoryName(test)!, "Data"), Environment.GetEnvironmentVariable("SIMULATOR_REFERENCE_DIR")];
        string family = Path.GetFileNameWithoutExtension(file);
        return [.. folders.OfType<string>().SelectMany(folder => (IEnumerable<ReferenceCase>)
        [
            .. CasesOf(folder, file), .. CasesOf(folder, "tfjs_peer.json").Where(entry => entry.Family == family),
        ])];
    }

    private static IReadOnlyList<ReferenceCase> CasesOf(string folder, string file) =>
        Files.GetOrAdd(Path.Combine(folder, file), static path => !File.Exists(path)
            ? []
            : [.. JsonDocument.Parse(File.ReadAllText(path)).RootElement.GetProperty("cases").EnumerateArray().Select(element => new ReferenceCase(element))]);

    /// <summary>A number, or nested lists of numbers, as a tensor.</summary>
    public static Tensor TensorOf(JsonElement element)
    {
        List<int> lengths = [];
        for (JsonElement inner = element; inner.ValueKind == JsonValueKind.Array; inner = inner[0])
        {
            lengths.Add(inner.GetArrayLength());
        }

        var values = ImmutableArray.CreateBuilder<double>();
        Gather(element);
        return new Tensor(new Shape([.. lengths]), values.ToImmutable());

        void Gather(JsonElement node)
        {
            if (node.ValueKind != JsonValueKind.Array)
            {
                values.Add(node.GetDouble());
                return;
            }

            foreach (JsonElement item in node.EnumerateArray())
            {
                Gather(item);
            }
        }
    }

    /// <summary>Holds computed numbers against expected ones at the case's own tolerance.</summary>
    public void ShouldMatch(ReadOnlySpan<double> computed, JsonElement expected, string what)
    {
        Tensor tensor = TensorOf(expected);
        computed.Length.ShouldBe(tensor.Shape.Size, $"{Id}, {what}");
        double relative = json.GetProperty("tolerance").GetProperty("rel").GetDouble();
        double absolute = json.GetProperty("tolerance").GetProperty("abs").GetDouble();
        for (int cell = 0; cell < computed.Length; cell++)
        {
            double difference = Math.Abs(computed[cell] - tensor[cell]);
            bool isMatch = difference <= absolute + (relative * Math.Abs(tensor[cell]));
            isMatch.ShouldBeTrue($"{Id}, {what}[{cell}]: computed {computed[cell]:R}, expected {tensor[cell]:R}");
        }
    }

    public override string ToString() => Id;
}
