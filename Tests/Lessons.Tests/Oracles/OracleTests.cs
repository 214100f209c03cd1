using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Engine.Planning;
using Lessons.Quantities;

namespace Lessons.Tests.Oracles;

/// <summary>
/// Holds the lessons' expectations against the scripts that they cite. A script's numbers are kept beside it, in
/// <c>Numbers</c>, so that the lessons can be held against them where there is no Python; where there is, it is run again.
/// <c>bash Tests/Lessons.Tests/Oracles/run.sh</c> writes the numbers anew.
/// </summary>
public sealed class OracleTests
{
    /// <summary>How far two runs of a script may be apart: the libraries under Python's exp and log differ in the last digits.</summary>
    private const double Drift = 1e-9;

    public static TheoryData<string> Scripts() => [.. Cited().Order(StringComparer.Ordinal)];

    public static TheoryData<string> Citing() => [.. LessonLibrary.All.Where(lesson => OraclesOf(lesson).Any()).Select(lesson => lesson.Id)];

    [Theory]
    [MemberData(nameof(Citing))]
    public void Should_Have_Computed_What_Lessons_Expect(string id)
    {
        Lesson lesson = LessonLibrary.Find(id)!;
        List<string> wrong = [];
        foreach (var group in lesson.Expectations.Where(expectation => expectation.Source.Oracle is not null).GroupBy(expectation => expectation.Source.Oracle!))
        {
            Dictionary<(int, Address?, (Address, Address)?), double> computed = [];
            foreach ((string quantity, double value) in Kept(group.Key))
            {
                if (new QuantityResolver(lesson.Plan, lesson.Iterations).TryResolve(quantity, 1, out ResolvedQuantity? resolved, out _))
                {
                    computed.TryAdd((resolved.Iteration, resolved.Stored, resolved.Derivative), value);
                }
            }

            wrong.AddRange(
                from expectation in @group
                let key = (expectation.Quantity.Iteration, expectation.Quantity.Stored, expectation.Quantity.Derivative)
                let isThere = computed.ContainsKey(key)
                where !isThere || !expectation.Printed.Matches(computed[key])
                select $"line {expectation.Line}: {expectation.Quantity.Label}@{expectation.Quantity.Iteration}: the lesson says {expectation.Printed.Text}, {group.Key}.py {(isThere ? computed[key] : "nothing")}");
        }

        foreach (FactExpectation expectation in lesson.FactExpectations.Where(expectation => expectation.Source.Oracle is not null))
        {
            (string Quantity, double Value)[] found = [.. Kept(expectation.Source.Oracle!).Where(number => number.Quantity == expectation.Fact)];
            if (found is not [var only] || !expectation.Printed.Matches(only.Value))
            {
                wrong.Add($"line {expectation.Line}: {expectation.Fact}: the lesson says {expectation.Printed.Text}, the script {string.Join(", ", found)}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Should_Compute_The_Same_Again(string script)
    {
        if (Python() is not { } python)
        {
            Environment.GetEnvironmentVariable("CI").ShouldBeNull("Python 3 is needed to run the oracles again: install python3.");
            return;
        }

        ImmutableArray<(string Quantity, double Value)> again = Parse(Run(python, script), script);
        ImmutableArray<(string Quantity, double Value)> kept = Kept(script);
        again.Select(number => number.Quantity).ShouldBe(kept.Select(number => number.Quantity));
        again.Zip(kept)
            .Where(pair => !(Math.Abs(pair.First.Value - pair.Second.Value) <= Drift * Math.Max(1, Math.Abs(pair.Second.Value))))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Should_All_Be_Used() =>
        Directory.GetFiles(TestFiles.PathOf("Oracles"), "*.py").Select(Path.GetFileNameWithoutExtension)
            .Except([.. Cited(), "tape", "text_classifier", "dense_3_4_2"]).ShouldBeEmpty("a script that no lesson cites");

    /// <summary>Nothing of the project may be in a script: it would no longer be independent.</summary>
    [Theory]
    [MemberData(nameof(Scripts))]
    public void Should_Need_Nothing_But_Python(string script)
    {
        string[] known = ["math", "tape", "text_classifier", "fractions", "itertools", "random", "csv", "gzip", "os", "pathlib", "sys", "functools", "collections", "decimal", "operator"];
        foreach (string line in TestFiles.ReadLines($"Oracles/{script}.py").Where(line => line.StartsWith("import ", StringComparison.Ordinal) || line.StartsWith("from ", StringComparison.Ordinal)))
        {
            known.ShouldContain(line.Split([' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries)[1], line);
        }
    }

    [Theory]
    [InlineData("z1: 0.08", "z1", 0.08)]
    [InlineData("# a remark\nw1@2: 1e-05", "w1@2", 1e-5)]
    public void Should_Be_Read(string line, string quantity, double value) => Parse(line, "x").ShouldBe([(quantity, value)]);

    [Fact]
    public void Should_Not_Pass_Over_What_Is_No_Number() => Should.Throw<InvalidDataException>(() => Parse("z1 = 3", "x"));

    private static IEnumerable<string> Cited() => LessonLibrary.All.SelectMany(OraclesOf).Distinct();

    private static IEnumerable<string> OraclesOf(Lesson lesson) =>
        lesson.Expectations.Select(expectation => expectation.Source).Concat(lesson.FactExpectations.Select(expectation => expectation.Source))
            .Select(source => source.Oracle).OfType<string>().Distinct();

    private static ImmutableArray<(string Quantity, double Value)> Kept(string script) =>
        Parse(TestFiles.Read($"Oracles/Numbers/{script}.txt"), script);

    /// <summary>Numbers by their quantities; lines that begin with # are remarks.</summary>
    private static ImmutableArray<(string Quantity, double Value)> Parse(string text, string script) =>
    [
        .. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => line[0] != '#').Select(line =>
            line.LastIndexOf(": ", StringComparison.Ordinal) is > 0 and var colon
            && double.TryParse(line[(colon + 2)..], NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
                ? (line[..colon], value)
                : throw new InvalidDataException($"{script}: '{line}' is not 'quantity: number'")),
    ];

    private static string Run(string python, string script)
    {
        ProcessStartInfo start = new(python, ["-I", "-B", "-c", $"import sys, runpy; sys.path.insert(0, '.'); runpy.run_path('{script}.py', run_name='__main__')"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = TestFiles.PathOf("Oracles"),
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, errors.Result);
        return output;
    }

    private static string? Python()
    {
        foreach (string name in new[] { "python3", "python" })
        {
            try
            {
                using Process process = Process.Start(new ProcessStartInfo(name, ["--version"]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
                string version = process.StandardOutput.ReadToEnd();
                process.WaitForExit();
                if (process.ExitCode == 0 && version.StartsWith("Python 3", StringComparison.Ordinal))
                {
                    return name;
                }
            }
            catch (Win32Exception)
            {
                // Not installed under this name.
            }
        }

        return null;
    }
}
