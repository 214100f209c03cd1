using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Engine;
using Engine.Activations;
using Engine.Initializers;
using Engine.Layers;
using Engine.Losses;
using Engine.Metrics;
using Engine.Optimizers;
using Engine.Running;
using Engine.Schedules;
using Json.Schema;
using Lessons.Quantities;
using Lessons.Reading;
using Lessons.Schema;

namespace Lessons.Tests.Schema;

/// <summary>The schema of lesson files takes what the reader takes, refuses the mistakes of form, and is the file beside the lessons.</summary>
public sealed partial class LessonSchemaTests
{
    private static readonly JsonObject Whole = LessonSchema.Build();
    private static readonly JsonSchema Schema = JsonSchema.FromText(LessonSchema.TextOf());

    private static readonly ImmutableArray<Type> Families =
    [
        typeof(Layer), typeof(Activation), typeof(Loss), typeof(Optimizer), typeof(Initializer), typeof(Schedule), typeof(Engine.Clippings.Clipping),
        typeof(Engine.Regularizers.Regularizer), typeof(Metric),
    ];

    private static string[] ProblemsOf(string lesson)
    {
        ProblemList problems = new();
        LessonReader.Parse(lesson, "a.yaml", problems);
        return [.. problems.Sorted.Select(problem => problem.ToString())];
    }

    private static EvaluationResults Evaluate(JsonSchema schema, JsonNode? node)
    {
        using JsonDocument document = JsonDocument.Parse(node?.ToJsonString() ?? "null");
        return schema.Evaluate(document.RootElement.Clone(), new EvaluationOptions { OutputFormat = OutputFormat.List });
    }

    /// <summary>Where and why a lesson is refused; nothing where it is right.</summary>
    private static string[] RefusalsOf(string lesson)
    {
        EvaluationResults results = Evaluate(Schema, YamlText.Parse(lesson));
        return results.IsValid ? [] :
        [
            .. (results.Details ?? []).Where(detail => detail.Errors is { Count: > 0 })
                .Select(detail => $"{detail.InstanceLocation}: {string.Join(", ", detail.Errors!.Values)} ({detail.EvaluationPath})").DefaultIfEmpty("refused"),
        ];
    }

    private static JsonObject At(string place) =>
        place.Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(
            (JsonNode)Whole, (node, step) => node is JsonArray array ? array[int.Parse(step)]! : node[step].ShouldNotBeNull($"{step} of {place}")).AsObject();

    private static string[] KeysOf(JsonObject mapping) => [.. mapping["properties"]!.AsObject().Select(property => property.Key)];

    private static IEnumerable<(string Place, JsonObject Schema)> Mappings(JsonNode? node, string place = "") =>
        (node is JsonObject { } found && found["additionalProperties"] is JsonValue ? [(place, found)] : Enumerable.Empty<(string, JsonObject)>()).Concat(node switch
        {
            JsonObject parent => parent.SelectMany(child => Mappings(child.Value, $"{place}/{child.Key}")),
            JsonArray array => array.SelectMany((child, index) => Mappings(child, $"{place}/{index}")),
            _ => [],
        });

    /// <summary>The mapping of kinds and their arguments among the forms of a family.</summary>
    private static JsonObject KindsOf(Type family) => At($"$defs/{KindSchema.NameOf(family)}")["anyOf"]!.AsArray()[^1]!["properties"]!.AsObject();

    public sealed class TheFile
    {
        [Fact]
        public void Should_be_what_the_verb_prints()
        {
            // Line by line, because the whole would be a long message.
            string[] written = TestFiles.Read(LessonSchema.File).ReplaceLineEndings("\n").Split('\n');
            string[] printed = LessonSchema.TextOf().Split('\n');
            int first = written.Zip(printed).TakeWhile(pair => pair.First == pair.Second).Count();
            (first == written.Length && first == printed.Length).ShouldBeTrue(
                $"line {first + 1} differs; make it again: dotnet run --project Simulator -- schema > Lessons/Catalog/{LessonSchema.File}");
        }

        [Fact]
        public void Should_not_be_taken_for_a_lesson() =>
            typeof(LessonLibrary).Assembly.GetManifestResourceNames().ShouldNotContain(name => name.Contains("schema"));

        [Fact]
        public void Should_be_a_schema() => Evaluate(MetaSchemas.Draft202012, Whole).IsValid.ShouldBeTrue();

        [Fact]
        public void Should_be_written_in_ascii_where_that_is_asked_for()
        {
            string ascii = LessonSchema.TextOf(ascii: true);
            ascii.ShouldAllBe(letter => char.IsAscii(letter));
            JsonNode.DeepEquals(JsonNode.Parse(ascii), Whole).ShouldBeTrue();
        }
    }

    public sealed class RightLessons
    {
        public static TheoryData<string> Shipped() => [.. LessonLibrary.All.Select(lesson => lesson.File)];

        public static TheoryData<string> Examples() => [.. Directory.EnumerateFiles(TestFiles.PathOf("docs/examples"), "*.yaml").Select(path => Path.GetFileName(path))];

        [Theory]
        [MemberData(nameof(Shipped))]
        public void Should_be_right_where_they_ship(string file) => RefusalsOf(LessonLibrary.TextOf(file)).ShouldBeEmpty();

        [Theory]
        [MemberData(nameof(Examples))]
        public void Should_be_right_as_examples(string file) => RefusalsOf(TestFiles.Read($"docs/examples/{file}")).ShouldBeEmpty();

        [Fact]
        public void Should_be_right_in_the_documentation()
        {
            string[] lessons =
            [
                .. Fence().Matches(TestFiles.Read("docs/writing-a-lesson.md").ReplaceLineEndings("\n"))
                    .Select(match => match.Groups["content"].Value)
                    .Where(text => text.StartsWith("id: ", StringComparison.Ordinal) && ProblemsOf(text).Length == 0),
            ];
            lessons.Length.ShouldBeGreaterThan(3);
            foreach (string lesson in lessons)
            {
                RefusalsOf(lesson).ShouldBeEmpty(lesson);
            }
        }

        [Theory]
        [InlineData(SchemaLessons.Plain)]
        [InlineData(SchemaLessons.Graph)]
        public void Should_be_right_with_every_key(string lesson)
        {
            ProblemsOf(lesson).ShouldBeEmpty();
            RefusalsOf(lesson).ShouldBeEmpty();
        }

        [Theory]
        [InlineData("inputs: [x1, x2]", "inputs: 2")]
        [InlineData("title: { en: Small,", "title: { en: 42,")]
        [InlineData("section: Notes", "section: 6.1")]
        [InlineData("loss: half-squared-error", "loss: { half-squared-error: }")]
        [InlineData("loss: half-squared-error", "loss: { half-squared-error: { reduction: sum } }")]
        [InlineData("{ step-decay: { initial-learning-rate: 0.5, drop: 0.5, every: 2 } }", "1e-3")]
        [InlineData("output: [o1]", "kernel: [[v1], [v2]], output: [o1]")]
        [InlineData("output: [o1]", "output: o1")]
        [InlineData("    - flatten\n", "    - flatten:\n    - batch-normalization: { gamma: ones }\n    - reshape: { shape: [-1] }\n")]
        [InlineData("[[0.1, 0.2]]", "{ file: iris.csv, columns: 1-2, rows: 1 }")]
        [InlineData("exact: false", "exact: true")]
        public void Should_be_right_in_other_forms(string text, string changed)
        {
            string lesson = SchemaLessons.With(SchemaLessons.Plain, text, changed);
            ProblemsOf(lesson).ShouldBeEmpty();
            RefusalsOf(lesson).ShouldBeEmpty();
        }
    }

    public sealed class Mistakes
    {
        [Theory]
        [InlineData("id: small\n", "")]
        [InlineData("id: small\n", "id: Small Lesson\n")]
        [InlineData("id: small\n", "id: small\ncolor: red\n")]
        [InlineData("title: { en: Small, ko: 작은 레슨 }\n", "")]
        [InlineData("{ en: Small, ko: 작은 레슨 }", "Small")]
        [InlineData("ko: 작은 레슨 }", "}")]
        [InlineData("ko: 작은 레슨 }", "ko: 작은 레슨, fr: Petit }")]
        [InlineData("ko: 작은 레슨 }", "ko: ' ' }")]
        [InlineData("ko: 작은 레슨 }", "ko: }")]
        [InlineData("document: notes.txt", "document: [notes.txt]")]
        [InlineData("chapter: forward-and-backward", "chapter: backward")]
        [InlineData("my-own", "My own")]
        [InlineData("my-own", "chain-rule")]
        [InlineData("network:\n", "net:\n")]
        [InlineData("inputs: [x1, x2]", "inputs: 0")]
        [InlineData("inputs: [x1, x2]", "inputs: [x1, 2x]")]
        [InlineData("  loss: half-squared-error\n", "")]
        [InlineData("loss: half-squared-error", "loss: half-squared-eror")]
        [InlineData("loss: half-squared-error", "loss: ctc")]
        [InlineData("loss: half-squared-error", "loss: { half-squared-error: { reduce: sum } }")]
        [InlineData("loss: half-squared-error", "loss: { half-squared-error: sum }")]
        [InlineData("targets: [t1]", "targets: t1")]
        [InlineData("targets: [t1]", "outputs: { layer4: { loss: huber } }")]
        [InlineData("optimizer:", "optimiser:")]
        [InlineData("- flatten", "- flaten")]
        [InlineData("- flatten", "- dense")]
        [InlineData("- flatten", "- { flatten: , dense: { units: 1, kernel: ones } }")]
        [InlineData("- flatten", "- { name: a }")]
        [InlineData("units: 2\n", "units: two\n")]
        [InlineData("units: 2\n", "units: 0\n")]
        [InlineData("units: 2\n", "units: 2.5\n")]
        [InlineData("units: 2\n", "units: '2'\n")]
        [InlineData("units: 2\n", "unit: 2\n")]
        [InlineData("units: 2\n", "units: 2\n        use_bias: true\n")]
        [InlineData("activation: sigmoid", "activation: sigmod")]
        [InlineData("activation: sigmoid", "activation: { sigmoid: { slope: 1 } }")]
        [InlineData("activation: sigmoid", "activation: { leaky-relu: 0.1 }")]
        [InlineData("[[0.3, 0.4], [0.25, 0.35]]", "[[0.3, '0.4'], [0.25, 0.35]]")]
        [InlineData("[[0.3, 0.4], [0.25, 0.35]]", "0.3")]
        [InlineData("[[0.3, 0.4], [0.25, 0.35]]", "[]")]
        [InlineData("bias: [0.1, 0.2]", "bias: zero")]
        [InlineData("use-bias: false", "use-bias: no")]
        [InlineData("rate: 0.5", "rate: 1")]
        [InlineData("uniform: { seed: 7 }", "uniform: { seed: 7.5 }")]
        [InlineData("symbols: { z: [z1, z2], output: [h1, h2] }", "symbols: [z1, z2]")]
        [InlineData("z: [z1, z2]", "z: [z1, 2]")]
        [InlineData("{ l2: { l2: 0.01 } }", "{ l2: { l2: -1 } }")]
        [InlineData("every: 2", "evry: 2")]
        [InlineData(", every: 2", "")]
        [InlineData("drop: 0.5", "drop: 0")]
        [InlineData("learning-rate: {", "rate: {")]
        [InlineData("{ step-decay: { initial-learning-rate: 0.5, drop: 0.5, every: 2 } }", "-0.5")]
        [InlineData("{ step-decay: { initial-learning-rate: 0.5, drop: 0.5, every: 2 } }", "0,5")]
        [InlineData("{ by-norm: { limit: 1 } }", "by-norm")]
        [InlineData("  inputs: [[0.1, 0.2]]\n", "")]
        [InlineData("[[0.1, 0.2]]", "[0.1, 0.2]")]
        [InlineData("[[0.1, 0.2]]", "[[0.1, x]]")]
        [InlineData("[[0.1, 0.2]]", "{ file: iris.csv }")]
        [InlineData("[[0.1, 0.2]]", "{ file: iris.csv, colums: 1-2 }")]
        [InlineData("[[0.1, 0.2]]", "{ file: iris.csv, columns: 1to2 }")]
        [InlineData("[[0.1, 0.2]]", "{ file: iris.csv, columns: 1-2, divide-by: 0 }")]
        [InlineData("[[0.1, 0.2]]", "{ file: iris.csv, columns: 1, one-hot: 2, divide-by: 2 }")]
        [InlineData("[[0.1, 0.2]]", "{ texts: [a b] }")]
        [InlineData("[[0.1, 0.2]]", "{ texts: [a b], matrix: count, sequences: 2 }")]
        [InlineData("[[0.1, 0.2]]", "{ texts: [a b], matrix: counts }")]
        [InlineData("[[0.1, 0.2]]", "{ texts: a b, matrix: count }")]
        [InlineData("iterations: 2", "iterations: 0")]
        [InlineData("iterations: 2", "iterations: 2\n  epochs: 2")]
        [InlineData("iterations: 2", "iteration: 2")]
        [InlineData("iterations: 2", "iterations: 2\n  early-stopping: { patience: 1 }")]
        [InlineData("batch-size: 1", "batch-size: all")]
        [InlineData("batch-size: 1", "batch-size: 1\n  validation-split: 1")]
        [InlineData("[mean-absolute-error]", "mean-absolute-error")]
        [InlineData("[mean-absolute-error]", "[accuracy]")]
        [InlineData("  forward: {", "  forwards: {")]
        [InlineData("- at: z1\n    show", "- show")]
        [InlineData("- at: z1\n", "- at: z1@\n")]
        [InlineData("- at: z1\n", "- at: dz1/w1\n")]
        [InlineData("- at: z1\n", "- at: 1\n")]
        [InlineData("show: W1[1,1]", "shows: W1[1,1]")]
        [InlineData("    text: { en: The sum z1., ko: 가중합 z1. }\n", "")]
        [InlineData("section: Notes\n", "page: 3\n")]
        [InlineData("document: other.txt", "document: other.txt\n    oracle: a")]
        [InlineData("z1: 0.18", "z1: '0.18'")]
        [InlineData("z1: 0.18", "z1 z2: 0.18")]
        [InlineData("printed: 0.2,", "tolerance: 0.2,")]
        [InlineData("printed: 0.2,", "printed: 0.2, tolerance: 1,")]
        [InlineData("exact: false", "exact: maybe")]
        [InlineData("samples: 1", "sample: 1")]
        [InlineData("    summary: { samples: 1, parameters: 8, \"layer1.output[1]\": 2 }\n", "")]
        [InlineData("- predict: h1\n", "- predikt: h1\n")]
        [InlineData("    id: predict-h1\n", "")]
        [InlineData("id: predict-h1", "id: predict_h1")]
        [InlineData("decimals: 4", "decimals: 16")]
        [InlineData("decimals: 4", "digits: 4")]
        [InlineData("hints:\n      - { en: Look at z1., ko: z1을 보세요. }", "hints: { en: Look at z1., ko: z1을 보세요. }")]
        [InlineData(", right: true", "")]
        [InlineData("why: { en: It is., ko: 맞습니다. }", "right: true")]
        [InlineData("right: true", "correct: true")]
        [InlineData("    at: z1\n    question", "    question")]
        [InlineData("    question: { en: Is it?, ko: 그럴까요? }\n", "")]
        [InlineData("find-wrong-line: [z1, h1]", "find-wrong-line: [h1]")]
        [InlineData("find-wrong-line: [z1, h1]", "find-wrong-line: [z1, h1]\n    predict: h1")]
        [InlineData("    wrong: h1\n", "")]
        [InlineData("slip: wrong-sign", "slip: wrong-singn")]
        [InlineData("slip: wrong-sign", "slip: wrong-sign\n    decimals: 4")]
        public void Should_be_refused_by_schema_and_reader(string text, string changed) => ShouldBeRefused(SchemaLessons.Plain, text, changed);

        [Theory]
        [InlineData("shape: [2, 2]", "shapes: [2, 2]")]
        [InlineData("shape: [2, 2]", "shape: [2, 0]")]
        [InlineData("other: 2\n", "other: two\n")]
        [InlineData("name: left, inputs: words, dense: {", "name: left, inputs: words, dens: {")]
        [InlineData("reuse: left", "reuse: left, flatten: ")]
        [InlineData("reuse: left", "reuse: [left]")]
        [InlineData("inputs: picture, flatten:", "inputs: picture")]
        [InlineData("answer: { loss: mean-squared-error, targets: [t1] }", "answer: { targets: [t1] }")]
        [InlineData("answer: { loss: mean-squared-error, targets: [t1] }", "answer: mean-squared-error")]
        [InlineData("weight: 0.5", "weights: 0.5")]
        [InlineData("weight: 0.5", "weight: half")]
        [InlineData("  outputs:\n", "  loss: huber\n  outputs:\n")]
        [InlineData("optimizer: adam", "optimizer: adma")]
        [InlineData("padding: post", "padding: after")]
        [InlineData("sequences: 2, padding: post", "matrix: count, padding: post")]
        [InlineData("words: 3,", "words: 0,")]
        [InlineData("epochs: 3\n", "iterations: 3\n")]
        [InlineData("patience: 1", "patience: -1")]
        [InlineData("patience: 1", "patient: 1")]
        public void Should_be_refused_in_graphs(string text, string changed) => ShouldBeRefused(SchemaLessons.Graph, text, changed);

        private static void ShouldBeRefused(string right, string text, string changed)
        {
            string wrong = SchemaLessons.With(right, text, changed);
            ProblemsOf(wrong).ShouldNotBeEmpty();
            RefusalsOf(wrong).ShouldNotBeEmpty();
        }
    }

    /// <summary>The reader lists its keys where one is unknown; the schema has the same.</summary>
    public sealed partial class TheKeys
    {
        private const string Unknown = "zzz";

        [Theory]
        [InlineData("id: small\n", "id: small\nzzz: 1\n", "")]
        [InlineData("title: {", "title: { zzz: 1,", "$defs/text")]
        [InlineData("network:\n", "network:\n  zzz: 1\n", "properties/network")]
        [InlineData("data:\n", "data:\n  zzz: 1\n", "properties/data")]
        [InlineData("training:\n", "training:\n  zzz: 1\n", "properties/training")]
        [InlineData("stages:\n", "stages:\n  zzz: 1\n", "properties/stages")]
        [InlineData("  - at: z1\n", "  - at: z1\n    zzz: 1\n", "properties/tour/items")]
        [InlineData("  - section: Notes\n", "  - section: Notes\n    zzz: 1\n", "properties/expectations/items")]
        [InlineData("printed: 0.2,", "printed: 0.2, zzz: 1,", "$defs/printed/anyOf/1")]
        [InlineData("  - predict: h1\n", "  - predict: h1\n    zzz: 1\n", "properties/exercises/items/anyOf/0")]
        [InlineData("  - choose:\n", "  - zzz: 1\n    choose:\n", "properties/exercises/items/anyOf/1")]
        [InlineData("right: true", "right: true, zzz: 1", "properties/exercises/items/anyOf/1/properties/choose/items")]
        [InlineData("    wrong: h1\n", "    wrong: h1\n    zzz: 1\n", "properties/exercises/items/anyOf/2")]
        [InlineData("[[0.1, 0.2]]", "{ file: iris.csv, columns: 1-2, rows: 1, zzz: 1 }", "$defs/file-data")]
        [InlineData("[[0.1, 0.2]]", "{ texts: [a b], sequences: 2, zzz: 1 }", "$defs/text-data")]
        public void Should_be_those_of_the_reader(string text, string changed, string place) =>
            ShouldBe(SchemaLessons.With(SchemaLessons.Plain, text, changed), place);

        [Theory]
        [InlineData("shape: [2, 2]", "shape: [2, 2], zzz: 1", "properties/network/properties/inputs/anyOf/2/additionalProperties/anyOf/2")]
        [InlineData("weight: 0.5", "weight: 0.5, zzz: 1", "properties/network/properties/outputs/additionalProperties")]
        [InlineData("patience: 1", "patience: 1, zzz: 1", "properties/training/properties/early-stopping")]
        public void Should_be_those_of_the_reader_in_graphs(string text, string changed, string place) =>
            ShouldBe(SchemaLessons.With(SchemaLessons.Graph, text, changed), place);

        [Fact]
        public void Should_be_the_facts_of_the_reader()
        {
            string lesson = SchemaLessons.With(SchemaLessons.Plain, "samples: 1,", "zzz: 1,");
            JsonObject facts = At("properties/expectations/items/properties/summary").DeepClone().AsObject();
            facts["$schema"] = At("")["$schema"]!.DeepClone();
            facts["$defs"] = At("$defs").DeepClone();
            JsonSchema schema = JsonSchema.FromText(facts.ToJsonString());
            string[] keys = KeysIn(ProblemsOf(lesson).ShouldHaveSingleItem());
            keys.Length.ShouldBeGreaterThan(8);
            foreach (string key in keys)
            {
                Evaluate(schema, new JsonObject { [key] = 1 }).IsValid.ShouldBeTrue(key);
            }

            KeysOf(facts).Except(keys).ShouldBeEmpty();
        }

        private static void ShouldBe(string lesson, string place)
        {
            string problem = ProblemsOf(lesson).Where(problem => problem.Contains(Unknown)).ShouldHaveSingleItem();

            // The reader asks first of what kind an exercise or a description is.
            string[] kinds = ["predict", "choose", "find-wrong-line", "texts", "file"];
            string[] keys = KeysOf(At(place));
            KeysIn(problem).Where(key => keys.Contains(key) || !kinds.Contains(key)).ShouldBe(keys, ignoreOrder: true);
            RefusalsOf(lesson).ShouldNotBeEmpty();
        }

        private static string[] KeysIn(string problem) => Expected().Match(problem).Groups["keys"].Value.Trim('\'').Split(", ");

        [GeneratedRegex("expected (one of )?(?<keys>[^;]+);", RegexOptions.ExplicitCapture, 1000)]
        private static partial Regex Expected();
    }

    public sealed class TheKinds
    {
        public static TheoryData<Type> All() => [.. Families];

        [Theory]
        [MemberData(nameof(All))]
        public void Should_be_those_of_the_engine_with_their_arguments(Type family)
        {
            string[] beside = family == typeof(Layer) ? ["name", "inputs", "reuse"] : [];
            KindsOf(family).Select(kind => kind.Key).ShouldBe([.. beside, .. Catalog.Of(family).Select(entry => entry.Name)]);
            foreach (CatalogEntry entry in Catalog.Of(family))
            {
                JsonObject arguments = KindsOf(family)[entry.Name]!.AsObject();
                KeysOf(arguments).ShouldBe(entry.Arguments.Select(argument => argument.Name));
                (arguments["required"]?.AsArray().Select(name => name!.GetValue<string>()) ?? [])
                    .ShouldBe(entry.Arguments.Where(argument => argument.IsRequired).Select(argument => argument.Name));
            }
        }

        [Fact]
        public void Should_be_all_that_the_definitions_have() =>
            Families.Select(KindSchema.NameOf).Except(At("$defs").Select(definition => definition.Key)).ShouldBeEmpty();

        [Theory]
        [MemberData(nameof(All))]
        public void Should_be_described_in_the_table_of_texts(Type family)
        {
            foreach (CatalogEntry entry in Catalog.Of(family))
            {
                KindTexts.Of(family, entry.Name).ShouldNotBeEmpty($"{family.Name} {entry.Name}: add words in {nameof(KindTexts)}");
                foreach (CatalogArgument argument in entry.Arguments)
                {
                    KindTexts.Of(family, entry.Name, argument.Name).Text
                        .ShouldNotBeEmpty($"{family.Name} {entry.Name} {argument.Name}: add words in {nameof(KindTexts)}");
                }
            }
        }

        [Fact]
        public void Should_have_the_ranges_that_the_engine_has()
        {
            int ranges = 0;
            foreach (Type family in Families.Append(typeof(EarlyStopping)))
            {
                foreach (CatalogEntry entry in Catalog.Of(family))
                {
                    foreach (CatalogArgument argument in entry.Arguments)
                    {
                        if (KindTexts.Of(family, entry.Name, argument.Name).Range is { } range && argument.Type != typeof(Schedule))
                        {
                            ranges++;
                            string name = $"{entry.Name} {argument.Name}";
                            Outside(range).ShouldAllBe(number => Refuses(entry, argument, number), name);
                            Inside(range).ShouldAllBe(number => !Refuses(entry, argument, number), name);
                            (argument.Default is not (double or int) || Contains(range, Convert.ToDouble(argument.Default))).ShouldBeTrue(name);
                        }
                    }
                }
            }

            ranges.ShouldBeGreaterThan(40);
        }

        private static bool Contains(NumberRange range, double number) =>
            !(number < range.Least) && !(number <= range.Above) && !(number > range.Most) && !(number >= range.Below);

        private static double[] Outside(NumberRange range) =>
            [.. new[] { range.Least - 1, range.Above, range.Most + 1, range.Below }.OfType<double>()];

        private static double[] Inside(NumberRange range) =>
            [.. new[] { range.Least, range.Above + 1, range.Most, range.Below - 0.25 }.OfType<double>()];

        private static bool Refuses(CatalogEntry entry, CatalogArgument argument, double number)
        {
            Dictionary<string, object?> arguments = entry.Arguments.Where(other => other.IsRequired).ToDictionary(other => other.Name, other => (object?)SampleOf(other));
            arguments[argument.Name] =
                (Nullable.GetUnderlyingType(argument.Type) ?? argument.Type) is var type && type == typeof(int) ? (int)number
                : type == typeof(double) ? number
                : type == typeof(ImmutableArray<int>) ? ImmutableArray.Create((int)number)
                : ImmutableArray.Create(number, number);
            try
            {
                Catalog.Create(entry, arguments);
                return false;
            }
            catch (CatalogException)
            {
                return true;
            }
        }

        private static object SampleOf(CatalogArgument argument) =>
            argument.Type == typeof(int) ? 1
            : argument.Type == typeof(double) ? 0.5
            : argument.Type == typeof(ImmutableArray<int>) ? ImmutableArray.Create(1)
            : argument.Type == typeof(ImmutableArray<double>) ? ImmutableArray.Create(0.5, 0.5)
            : argument.Type == typeof(Initializer) ? new Zeros()
            : argument.Type == typeof(Activation) ? new Linear()
            : Catalog.Create(Catalog.Find(typeof(Schedule), "constant")!, new Dictionary<string, object?> { ["learning-rate"] = 0.5 });
    }

    public sealed class TheDescriptions
    {
        [Fact]
        public void Should_be_there_for_every_key()
        {
            JsonObject definitions = At("$defs");
            int keys = 0;
            foreach ((string place, JsonObject mapping) in Mappings(Whole))
            {
                foreach ((string key, JsonNode? value) in mapping["properties"]!.AsObject())
                {
                    keys++;
                    (value!["description"]?.GetValue<string>()).ShouldNotBeNullOrEmpty($"{place}/{key}");
                    if (value["enum"] is JsonArray choices && value["default"] is { } chosen)
                    {
                        choices.Select(choice => choice!.GetValue<string>()).ShouldContain(chosen.GetValue<string>(), $"{place}/{key}");
                    }
                }
            }

            keys.ShouldBeGreaterThan(200);
            definitions.Count.ShouldBeGreaterThan(15);
        }
    }

    public sealed class Quantities
    {
        private static readonly Regex Pattern = new(At("$defs/quantity")["pattern"]!.GetValue<string>(), RegexOptions.None, TimeSpan.FromSeconds(1));
        private static readonly Regex Identifier = new(At("$defs/identifier")["pattern"]!.GetValue<string>(), RegexOptions.None, TimeSpan.FromSeconds(1));

        [Fact]
        public void Should_be_right_wherever_the_parser_says_so()
        {
            string[] pieces =
            [
                "d", "∂", "E_total", "w5", "h.x", "m̂_w5", "델타", "_", "Δ_w", "[1]", "[2,1]", "[ 2 , 13 ]", "/", " / ", "+", " ⁺", "@", "@12", " @ 0", " ", " via ", "z3", "1", "x", "[", ",", ".", "-",
            ];
            Random random = new(1);
            int right = 0;
            for (int count = 0; count < 60_000; count++)
            {
                string text = string.Concat(Enumerable.Range(0, 1 + random.Next(9)).Select(_ => pieces[random.Next(pieces.Length)]));
                bool isRight = Quantity.TryParse(text, out _, out _);
                right += isRight ? 1 : 0;
                (!isRight || Pattern.IsMatch(text)).ShouldBeTrue(text);
                (!Name.IsIdentifier(text) || Identifier.IsMatch(text)).ShouldBeTrue(text);
            }

            right.ShouldBeGreaterThan(2000);
        }

        [Theory]
        [InlineData("dE_total/dh1 via z3")]
        [InlineData("∂E_total/∂w5⁺@2")]
        [InlineData(" W1[3,57] + @ 2 ")]
        public void Should_be_right(string text)
        {
            Quantity.TryParse(text, out _, out _).ShouldBeTrue();
            Pattern.IsMatch(text).ShouldBeTrue();
        }

        [Theory]
        [InlineData("")]
        [InlineData("z1@")]
        [InlineData("z1 z2")]
        [InlineData("1z")]
        [InlineData("w5++")]
        [InlineData("w5@2+")]
        [InlineData("w[")]
        [InlineData("w[1")]
        [InlineData("w[a]")]
        [InlineData("dE/w5")]
        [InlineData("E/dw5")]
        [InlineData("dE/dw5 via")]
        [InlineData("w-1")]
        public void Should_be_refused(string text)
        {
            Quantity.TryParse(text, out _, out _).ShouldBeFalse();
            Pattern.IsMatch(text).ShouldBeFalse();
        }
    }

    [GeneratedRegex("```yaml\\n(?<content>.*?)```", RegexOptions.Singleline, 1000)]
    private static partial Regex Fence();
}
