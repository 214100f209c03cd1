using Engine.Planning;
using Engine.Running;
using Lessons.Reading;


namespace Lessons.Tests.Reading;

/// <summary>Lessons of networks with several inputs and outputs, of samples with several axes, and of whole trainings.</summary>
public sealed class GraphLessonTests
{
    private const string Twins =
        """
        id: twins
        title: { en: Twins, ko: 쌍둥이 }
        summary: { en: Two inputs and one layer., ko: 입력 두 개와 층 하나. }
        network:
          inputs: { a: 2, b: [p, q] }
          layers:
            - name: left
              inputs: a
              dense: { units: 2, kernel: [[0.5, -0.3], [0.2, 0.8]], activation: tanh }
            - { reuse: left, name: right, inputs: [b] }
            - name: answer
              inputs: [left]
              dense: { units: 1, kernel: [[1], [-1]], use-bias: false }
          outputs:
            answer: { loss: half-squared-error, weight: 0.5, targets: [t] }
            right: { loss: mean-squared-error }
          optimizer: { sgd: { learning-rate: 0.1 } }
        data:
          inputs: { a: [[0.4, -0.7], [1, 0]], b: [[-0.9, 0.3], [0, 1]] }
          targets: { answer: [[0.6], [0.2]], right: [[0.1, -0.5], [0, 0]] }
        """;

    private const string Epochs =
        """
        id: epochs
        title: { en: Epochs, ko: 에포크 }
        summary: { en: Some epochs., ko: 에포크 몇 번. }
        network:
          inputs: 1
          layers: [{ dense: { units: 1, kernel: [[1]], use-bias: false } }]
          loss: mean-squared-error
          optimizer: { sgd: { learning-rate: 0.05 } }
        data:
          inputs: [[1], [2], [3], [4], [5]]
          targets: [[2], [4], [6], [8], [0]]
        training: { epochs: 3, batch-size: 2, shuffle: 7, validation-split: 0.2, metrics: [mean-absolute-error] }
        """;

    [Fact]
    public void Should_join_branches()
    {
        Lesson lesson = Read(
            """
            id: branches
            title: { en: Branches, ko: 가지 }
            summary: { en: Two branches., ko: 가지 두 개. }
            network:
              inputs: { words: { shape: [2, 1] }, other: [p, q] }
              layers:
                - { name: vectors, inputs: words, embedding: { input-dim: 3, output-dim: 2, embeddings: [[1, 2], [3, 4], [5, 6]] } }
                - { name: flat, inputs: vectors, flatten: }
                - { name: both, inputs: [flat, other], concatenate: }
                - { name: twice, inputs: [both, both], add: }
              outputs:
                twice: { loss: half-squared-error }
              optimizer: { sgd: { learning-rate: 0.1 } }
            data:
              inputs: { words: [[[2], [0]]], other: [[7, 8]] }
              targets: [[0, 0, 0, 0, 0, 0]]
            """);
        Iteration iteration = new(lesson.Training);
        iteration.Run();
        iteration.Trace()[lesson.Plan.Predictions[0]].ToArray().ShouldBe([10, 12, 2, 4, 14, 16]);
    }

    [Fact]
    public void Should_read_a_graph()
    {
        Lesson lesson = Read(Twins);
        lesson.Plan.Inputs.Length.ShouldBe(2);
        lesson.Plan.Symbols.Count(symbol => symbol.Role == SymbolRole.Parameter).ShouldBe(3);
        lesson.Plan.Names.ShouldContain("p");
        lesson.Plan.Names.ShouldContain("t");
        lesson.Training.Inputs[1].Values.ToArray().ShouldBe([-0.9, 0.3, 0, 1]);
        lesson.Fitting.Network.Outputs[0].Weight.ShouldBe(0.5);

        // By hand: tanh(0.4·0.5 − 0.7·0.2) = tanh(0.06) = 0.05992810.
        IterationTrace trace = lesson.NewTimeline().At(1);
        trace[lesson.Plan.LayerOutputs[0]][0].ShouldBe(0.05992810, 5e-9);
    }

    [Theory]
    [InlineData("inputs: a\n", "inputs: c\n", "7:7: found 'c' in layer 1 (dense); expected an input of the network or an earlier layer; make the layers fit")]
    [InlineData("reuse: left", "reuse: lift", "10:16: found 'lift'; expected 'left'; did you mean 'left'?")]
    [InlineData("    right: { loss", "    wrong: { loss", "16:5: found 'wrong'; expected one of answer, left, right; write one of these names")]
    [InlineData("weight: 0.5", "weight: much", "15:49: found 'much'; expected a finite decimal number; write a number such as 0.5, -2 or 1e-3")]
    [InlineData(", b: [[-0.9, 0.3], [0, 1]]", "", "19:11: found no 'b' in 'inputs'; expected the key 'b'; add 'b: …'")]
    [InlineData("right: [[0.1, -0.5], [0, 0]]", "right: [[0.1, -0.5]]", "20:45: found rows: 1; expected as many rows as the inputs have, 2; add or remove rows")]
    [InlineData("b: [[-0.9, 0.3], [0, 1]]", "b: [[-0.9], [0]]", "19:42: found rows of 1; expected rows of 2 numbers, one for each of the network's inputs; change the rows, or network.inputs.b")]
    public void Should_tell_what_is_wrong_with_a_graph(string text, string changed, string expected) =>
        ProblemsOf(Twins, text, changed).ShouldContain(expected);

    [Fact]
    public void Should_read_epochs_shuffling_validation_and_metrics()
    {
        Lesson lesson = Read(Epochs);
        lesson.Iterations.ShouldBe(6);
        lesson.Training.Samples.ShouldBe(4);
        lesson.Training.ShuffleSeed.ShouldBe(7);
        lesson.Fitting.ValidationInputs.Single().Values.ToArray().ShouldBe([5]);
        History history = lesson.Fitting.Run(lesson.Training);
        history.Epochs.Length.ShouldBe(3);

        // The weight after the last update, by the rows that each iteration saw: w − 0.05 × mean of 2(w·x − 2x)x.
        double weight = 1;
        for (int iteration = 1; iteration <= 6; iteration++)
        {
            double[] rows = [.. lesson.Training.RowsOf(iteration).Select(row => row + 1.0)];
            weight -= 0.05 * rows.Average(x => 2 * ((weight * x) - (2 * x)) * x);
        }

        history.Final.Values.Single().ShouldBe(weight, 1e-12);
        history.Epochs[^1].Validation!.Loss.ShouldBe(25 * weight * weight, 1e-9);
        history.Epochs[^1].Validation!.Metrics.Single().ShouldBe(5 * Math.Abs(weight), 1e-9);
    }

    [Fact]
    public void Should_run_as_long_as_early_stopping_lets_it()
    {
        // At learning rate 1 the weight runs away from 2, so that the second epoch is worse than the first.
        Lesson lesson = Read(Epochs
            .Replace("learning-rate: 0.05", "learning-rate: 1", StringComparison.Ordinal)
            .Replace("metrics: [mean-absolute-error]", "early-stopping: { patience: 1 }", StringComparison.Ordinal));
        lesson.Iterations.ShouldBe(4);
    }

    [Theory]
    [InlineData("epochs: 3,", "epochs: 3, iterations: 2,", "12:36: found both 'iterations' and 'epochs'; expected either iterations or epochs; remove one of the two")]
    [InlineData("batch-size: 2", "batch-size: 3", "12:36: found '3'; expected a divisor of the number of samples, 4; change the batch size, or leave it out to use all samples in every iteration")]
    [InlineData("validation-split: 0.2", "validation-split: 1", "12:69: found '1'; expected a number above 0 and below 1; change the number")]
    [InlineData("validation-split: 0.2", "validation-split: 0.9", "12:69: found no sample left to train on; expected a share that leaves samples to train on; make it smaller, or add samples")]
    [InlineData("epochs: 3,", "epochs: 1000000000,", "12:21: found 2000000000 iterations; expected at most 1000000000 iterations in all; train for fewer epochs")]
    [InlineData(
        "validation-split: 0.2, metrics: [mean-absolute-error]",
        "early-stopping: { patience: 1 }, metrics: []",
        "12:67: found early stopping on validation data, of which there are none; expected 'validation-split' for what it watches; add 'validation-split: 0.2', or watch training-loss")]
    [InlineData(
        "metrics: [mean-absolute-error]",
        "early-stopping: { patience: -1 }",
        "12:102: found '-1'; expected an integer of at least 0; change the value")]
    public void Should_tell_what_is_wrong_with_a_training(string text, string changed, string expected) =>
        ProblemsOf(Epochs, text, changed).ShouldContain(expected);

    private static Lesson Read(string text)
    {
        ProblemList problems = new();
        Lesson? lesson = LessonReader.Parse(text, "lesson.yaml", problems);
        problems.Sorted.ShouldBeEmpty();
        return lesson.ShouldNotBeNull();
    }

    private static string[] ProblemsOf(string lesson, string text, string changed)
    {
        lesson.ShouldContain(text);
        ProblemList problems = new();
        LessonReader.Parse(lesson.Replace(text, changed, StringComparison.Ordinal), "lesson.yaml", problems).ShouldBeNull();
        return [.. problems.Sorted.Select(problem => problem.ToString().Replace("lesson.yaml:", "", StringComparison.Ordinal))];
    }
}
