using System.Text.Json;

namespace Simulator.Commands;

public class SummaryAndTrainVerbTests
{
    private const string Epochs =
        """
        id: epochs
        title: { en: Epochs, ko: 에포크 }
        summary: { en: Some epochs., ko: 에포크 몇 번. }
        network:
          inputs: 1
          layers: [{ dense: { units: 1, kernel: [[1]], use-bias: false } }]
          loss: mean-squared-error
          optimizer: { sgd: { learning-rate: 1 } }
        data:
          inputs: [[1], [2]]
          targets: [[2], [4]]
        training: { epochs: 5, validation-split: 0.5, metrics: [mean-absolute-error], early-stopping: { patience: 1 } }
        """;

    [Fact]
    public void Should_sum_a_network_up()
    {
        CommandLine result = CommandLine.Run("summary", CommandLine.Lesson);
        result.Code.ShouldBe(0);
        result.Lines.Select(line => line.TrimEnd()).ShouldBe(
        [
            "layer (kind)    output shape  parameters  takes from",
            "x (input)       batch × 2     0",
            "layer1 (dense)  batch × 2     4           x",
            "layer2 (dense)  batch × 2     4           layer1",
            "",
            "Parameters in all: 8",
            "trainable 8, not trainable 0",
        ]);
    }

    [Fact]
    public void Should_write_a_summary_for_programs()
    {
        JsonElement[] rows = CommandLine.Run("summary", CommandLine.Lesson, "--format", "json").Rows;
        rows.Select(row => row.GetProperty("trainable").GetInt64()).ShouldBe([0, 4, 4]);
        rows[1].GetProperty("outputShape").GetString().ShouldBe("2");
        CommandLine.Run("summary", CommandLine.Lesson, "--format", "csv").Lines.Length.ShouldBe(4);
    }

    [Fact]
    public void Should_write_each_epoch()
    {
        // The loss of the worked example before the first and the second update, as the document and its continuation have them.
        CommandLine result = CommandLine.Run("train", CommandLine.Lesson, "--epochs", "2", "--format", "json");
        result.Code.ShouldBe(0);
        result.Rows[0].GetProperty("loss").GetDouble().ShouldBe(0.02397190, 5e-9);
        result.Rows[1].GetProperty("loss").GetDouble().ShouldBe(0.02323634, 5e-9);
    }

    [Fact]
    public void Should_write_validation_metrics_and_why_it_stopped()
    {
        using LessonFile file = new(_ => Epochs);
        CommandLine result = CommandLine.Run("train", file.Path);

        // The only row to train on is x = 1, t = 2: with rate 1 the weight goes 1, 3, 1. After epoch 1 validation says
        // (3·2 − 4)² = 4, after epoch 2 (1·2 − 4)² = 4, which is no better.
        result.Lines.Select(line => line.TrimEnd()).ShouldBe(
        [
            "epoch  loss  mean-absolute-error  validation loss  validation mean-absolute-error",
            "1      1     1                    4                2",
            "2      1     1                    4                2",
            "Stopped early after 2 epochs; the best was epoch 1.",
        ]);
    }

    [Fact]
    public void Should_speak_korean()
    {
        CommandLine.Run("summary", CommandLine.Lesson, "--lang", "ko").Output.ShouldContain("매개변수 모두: 8개");
        CommandLine.Run("train", CommandLine.Lesson, "--lang", "ko").Output.ShouldContain("에포크");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("many")]
    public void Should_refuse_a_number_of_epochs_that_is_none(string epochs)
    {
        CommandLine result = CommandLine.Run("train", CommandLine.Lesson, "--epochs", epochs);
        result.Code.ShouldBe(2);
        result.Error.ShouldContain($"found '{epochs}'; expected a number of epochs from 1");
    }
}
