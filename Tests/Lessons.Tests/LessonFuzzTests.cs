using System.Diagnostics.CodeAnalysis;
using System.Text;
using Lessons.Checking;
using Lessons.Reading;

namespace Lessons.Tests;

/// <summary>Whatever an editor may leave in a lesson's file, reading it answers with a lesson or with problems.</summary>
public sealed class LessonFuzzTests
{
    private const int Mutants = 500;

    private static readonly string[] Pieces =
    [
        ":", "-", "[", "]", "{", "}", "'", "\"", "#", "&a ", "*a", "!t ", "|", ">", ",", "\n", "\t", "  ", "@", "+", "d", "0", "-1", "1e999", ".nan",
        "null", "~", "true", "w1", "z1", "h1[2]", "via", "∂", "가", "😀", "\u0001", "\uFEFF", "---\n", "- ", "en: x", "dense:", "units: 3",
    ];

    [Theory]
    [InlineData("041-backprop-2-2-2.yaml", 1)]
    [InlineData("docs/examples/dense-3-4-2.yaml", 2)]
    public void Should_Throw_Nothing(string file, int seed)
    {
        string text = file.StartsWith("docs", StringComparison.Ordinal) ? TestFiles.Read(file) : LessonLibrary.TextOf(file);
        Mutator mutator = new(seed);
        for (int mutant = 0; mutant < Mutants; mutant++)
        {
            string mutated = mutator.Mutate(text);
            try
            {
                ProblemList problems = new();
                Lesson? lesson = LessonReader.Parse(mutated, "a.yaml", problems);
                (lesson is null).ShouldBe(problems.Count > 0);
                if (lesson is { Iterations: < 1000 })
                {
                    LessonChecker.Check(lesson).Length.ShouldBe(lesson.Expectations.Length);
                }

                problems.Sorted.ShouldAllBe(problem => problem.Found != "" && problem.Expected != "" && problem.Remedy != "" && problem.Line >= 0);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Mutant {mutant} of seed {seed}:\n{mutated}", exception);
            }
        }
    }

    /// <summary>Changes a few places of a text: pieces put in, cut out, doubled, exchanged.</summary>
    [SuppressMessage("Security", "CA5394", Justification = "The same changes are wanted in every run.")]
    private sealed class Mutator(int seed)
    {
        private readonly Random random = new(seed);

        public string Mutate(string text)
        {
            StringBuilder mutated = new(text);
            for (int change = random.Next(1, 4); change > 0; change--)
            {
                int at = random.Next(mutated.Length);
                int length = Math.Min(random.Next(1, 40), mutated.Length - at);
                switch (random.Next(6))
                {
                    case 0:
                        mutated.Remove(at, length);
                        break;
                    case 1:
                        mutated.Remove(at, 1);
                        break;
                    case 2:
                        mutated.Insert(at, mutated.ToString(at, length));
                        break;
                    case 3:
                        mutated.Insert(at, mutated.ToString(random.Next(mutated.Length - length), length));
                        break;
                    case 4:
                        mutated[at] = mutated[random.Next(mutated.Length)];
                        break;
                    default:
                        mutated.Insert(at, Pieces[random.Next(Pieces.Length)]);
                        break;
                }
            }

            return mutated.ToString();
        }
    }
}
