using Lessons.Checking;
using Lessons.Exercises;
using Lessons.Reading;

namespace Lessons.Tests.Exercises;

/// <summary>What is wrong with exercises is told with its place, all of it at once; and the shipped ones are proved.</summary>
public sealed class ExerciseReaderTests
{
    private const string Head = """
        id: small
        title: { en: a, ko: 가 }
        summary: { en: a, ko: 가 }
        network:
          inputs: [x1]
          layers:
            - dense: { units: 1, activation: sigmoid, kernel: [[0.5]], symbols: { z: [z1], output: [o1] } }
          loss: half-squared-error
          optimizer: { sgd: { learning-rate: 0.5 } }
        data: { inputs: [[0.1]], targets: [[0.4]] }
        exercises:

        """;

    [Theory]
    [InlineData("  - predict: z1", "12:5: found no 'id' in the exercise")]
    [InlineData("  - id: A b\n    predict: z1", "12:9: found 'A b'; expected lower-case letters and digits")]
    [InlineData("  - id: a\n    predict: z9", "13:14: found the unknown symbol 'z9'")]
    [InlineData("  - id: a\n    predict: x1", "13:14: found x1, which no step computes")]
    [InlineData("  - id: a\n    predict: z1\n    decimals: 99", "14:15: found '99'; expected an integer from 0 to 15")]
    [InlineData("  - id: a\n    predict: z1\n    hints: [{ en: a }]", "14:13: found no Korean text (ko)")]
    [InlineData("  - id: a\n    predikt: z1", "12:5: found an exercise of no kind")]
    [InlineData("  - id: a\n    predict: z1\n    choose: [a, b]", "found 'predict' and 'choose' together")]
    [InlineData("  - id: a\n    choose: [{ text: { en: a, ko: 가 } }]\n    at: z1\n    question: { en: a, ko: 가 }", "13:13: found a list of 1")]
    [InlineData("  - id: a\n    choose: [{ text: { en: a, ko: 가 } }, { text: { en: b, ko: 나 } }]\n    at: z1\n    question: { en: a, ko: 가 }", "13:13: found 0 of them; expected exactly one option with 'right: true'")]
    [InlineData("  - id: a\n    choose: [{ text: { en: a, ko: 가 }, right: true }, { text: { en: b, ko: 나 } }]\n    question: { en: a, ko: 가 }", "found no 'at' in the exercise")]
    [InlineData("  - id: a\n    find-wrong-line: [z1, o1]\n    wrong: o1\n    slip: wrong-singn", "15:11: found 'wrong-singn'")]
    [InlineData("  - id: a\n    find-wrong-line: [z1, o1]\n    wrong: E_total\n    slip: wrong-sign", "14:12: found 'E_total'; expected one of the lines")]
    [InlineData("  - id: a\n    predict: z1\n  - id: a\n    predict: o1", "14:9: found 'a' again, first in line 12; expected every id once")]
    public void Should_tell_what_is_wrong_and_where(string exercises, string expected)
    {
        ProblemList problems = new();
        LessonReader.Parse(Head + exercises + "\n", "a.yaml", problems).ShouldBeNull();
        problems.ToString().ShouldContain($"{(char.IsAsciiDigit(expected[0]) ? "a.yaml:" : "")}{expected}");
    }

    [Fact]
    public void Should_tell_everything_at_once()
    {
        ProblemList problems = new();
        LessonReader.Parse(Head.Replace("id: small\n", "id: small\nchapter: neurons\n") + "  - id: a\n    predict: z9\n  - predict: o1\n    decimals: x\n", "a.yaml", problems);
        problems.Count.ShouldBe(4);
        problems.ToString().ShouldContain("a.yaml:2:10: found 'neurons'; expected one of ");
    }

    [Fact]
    public void Should_ask_a_number_where_it_is_computed_and_as_exactly_as_it_is_printed()
    {
        ProblemList problems = new();
        Lesson lesson = LessonReader.Parse(
            Head + "  - { id: a, predict: z1 }\n  - { id: b, predict: o1 }\nexpectations:\n  - section: s\n    values: { z1: 0.050 }\n", "a.yaml", problems).ShouldNotBeNull(problems.ToString());
        PredictExercise[] exercises = [.. lesson.Exercises.Cast<PredictExercise>()];
        exercises[0].DecimalsIn(lesson.NewTimeline()).ShouldBe(3);
        exercises[0].SolutionIn(lesson.NewTimeline()).ShouldBe("0.050");
        exercises[1].DecimalsIn(lesson.NewTimeline()).ShouldBe(4);
        exercises[1].At.ShouldBe(exercises[1].Quantity);
        exercises[1].Question.Korean.ShouldBe("o1의 값은 얼마일까요?");
    }

    [Fact]
    public void Should_prove_every_shipped_exercise_and_have_each_kind_in_the_worked_example()
    {
        LessonLibrary.All.SelectMany(ExerciseRows).Where(row => !row.IsProved).ShouldBeEmpty();
        LessonLibrary.Find("backprop-2-2-2")!.Exercises.Select(exercise => exercise.GetType()).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public void Should_go_on_with_the_wrong_number_as_on_paper()
    {
        Lesson lesson = LessonLibrary.Find("backprop-2-2-2")!;
        WrongLineExercise exercise = lesson.Exercises.OfType<WrongLineExercise>().Single();

        WorkedLine[] lines = [.. exercise.LinesIn(lesson.NewTimeline(), Engine.Formulas.Notation.Plain)];

        // o1 and h1 as the document prints them; the slope of the sigmoid is left out of the third line.
        const double Error = 0.60944600 - 0.4;
        lines[0].Value.ShouldBe(Error, 1e-8);
        lines[2].Value.ShouldBe(Error, 1e-8);
        lines[2].Formula.ShouldBe("dE_total/do1");
        lines[3].Value.ShouldBe(Error * 0.51998934, 1e-8);
        lines[4].Value.ShouldBe(0.45 - (0.5 * Error * 0.51998934), 1e-8);
        lines[4].Numbers.ShouldContain("0.10890");
    }

    private static IEnumerable<ExerciseRow> ExerciseRows(Lesson lesson) => ExerciseChecker.Check(lesson);
}
