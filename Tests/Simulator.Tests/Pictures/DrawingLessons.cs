using System.Globalization;
using Lessons;
using Lessons.Reading;

namespace Simulator.Tests.Pictures;

/// <summary>Lessons whose networks are drawn in different ways.</summary>
internal static class DrawingLessons
{
    private const string Head =
        """
        id: drawing
        title: { en: Drawing, ko: 그림 }
        summary: { en: Something to draw., ko: 그릴 것. }

        """;

    private static readonly Dictionary<string, Lesson> Read = [];

    public static Lesson Xor => Of(nameof(Xor),
        """
        network:
          inputs: [x1, x2]
          layers:
            - dense: { units: 4, activation: tanh, kernel: [[0.9, -0.6, 0.1, 0.5], [-0.8, 0.7, -0.2, 0.4]], bias: [0.1, 0, -0.1, 0.2] }
            - dense: { units: 1, activation: sigmoid, kernel: [[0.9], [-0.8], [0.05], [-0.4]] }
          loss: binary-crossentropy
          optimizer: { sgd: { learning-rate: 0.5 } }
        data: { inputs: [[0, 0], [0, 1], [1, 0], [1, 1]], targets: [[0], [1], [1], [0]] }
        training: { iterations: 3 }
        """);

    public static Lesson Deep => Of(nameof(Deep),
        """
        network:
          inputs: 2
          layers:
            - dense: { units: 8, activation: relu, kernel: { glorot-uniform: { seed: 1 } } }
            - dense: { units: 8, activation: relu, kernel: { glorot-uniform: { seed: 2 } } }
            - dense: { units: 8, activation: relu, kernel: { glorot-uniform: { seed: 3 } } }
            - dense: { units: 2, activation: softmax, kernel: { glorot-uniform: { seed: 4 } } }
          loss: categorical-crossentropy
          optimizer: { sgd: { learning-rate: 0.1 } }
        data: { inputs: [[0.5, -1]], targets: [[1, 0]] }
        """);

    /// <summary>784-128-128-10 with 32 samples of made-up pictures.</summary>
    public static Lesson Large => Of(nameof(Large),
        $$"""
        network:
          inputs: 784
          layers:
            - dense: { units: 128, activation: relu, kernel: { glorot-uniform: { seed: 1 } } }
            - dense: { units: 128, activation: relu, kernel: { glorot-uniform: { seed: 2 } } }
            - dense: { units: 10, activation: softmax, kernel: { glorot-uniform: { seed: 3 } } }
          loss: categorical-crossentropy
          optimizer: { sgd: { learning-rate: 0.1 } }
        data:
          inputs: [{{Rows(32, 784, (row, column) => row * column % 7 / 8.0)}}]
          targets: [{{Rows(32, 10, (row, column) => row % 10 == column ? 1 : 0)}}]
        training: { iterations: 2 }
        """);

    public static Lesson SimpleRecurrent => Of(nameof(SimpleRecurrent),
        """
        network:
          inputs: 6
          layers:
            - reshape: { shape: [3, 2] }
            - simple-rnn: { units: 2, kernel: [[0.5, -0.4], [0.3, 0.2]], recurrent-kernel: [[0.8, 0.1], [-0.3, 0.6]], bias: [0.1, 0] }
            - dense: { units: 1, kernel: [[1], [-1]] }
          loss: half-squared-error
          optimizer: { sgd: { learning-rate: 0.1 } }
        data: { inputs: [[1, 0.5, -1, 0.25, 0.75, 2]], targets: [[1]] }
        """);

    /// <summary>Embedded words, of which there are more than a window of time steps shows.</summary>
    public static Lesson LongShortTerm => Of(nameof(LongShortTerm),
        """
        network:
          inputs: 9
          layers:
            - embedding: { input-dim: 5, output-dim: 3, embeddings: { uniform: { minimum: -1, maximum: 1, seed: 4 } } }
            - lstm: { units: 2, kernel: { glorot-uniform: { seed: 5 } }, recurrent-kernel: { orthogonal: { seed: 6 } } }
            - dense: { units: 1, activation: sigmoid, kernel: [[1], [-1]] }
          loss: binary-crossentropy
          optimizer: { adam: { learning-rate: 0.01 } }
        data: { inputs: [[1, 4, 2, 0, 3, 3, 1, 2, 0], [0, 1, 2, 3, 4, 0, 1, 2, 3]], targets: [[1], [0]] }
        """);

    public static Lesson Gated => Of(nameof(Gated),
        """
        network:
          inputs: 4
          layers:
            - reshape: { shape: [4, 1] }
            - gru: { units: 2, kernel: { glorot-uniform: { seed: 7 } }, recurrent-kernel: { orthogonal: { seed: 8 } }, return-sequences: true }
            - dense: { units: 1, kernel: [[1], [-1]] }
          loss: mean-squared-error
          optimizer: { sgd: { learning-rate: 0.1 } }
        data: { inputs: [[1, 0.5, -1, 0.25]], targets: [[[0.5], [0.4], [0.3], [0.2]]] }
        """);

    /// <summary>Two inputs, a shared layer, concatenation, a sum past it, two outputs.</summary>
    public static Lesson Graph => Of(nameof(Graph),
        """
        network:
          inputs: { left: [p1, p2], right: [q1, q2] }
          layers:
            - { name: twin, inputs: left, dense: { units: 2, kernel: [[0.5, -0.3], [0.2, 0.8]], activation: tanh } }
            - { reuse: twin, name: other, inputs: [right] }
            - { name: both, inputs: [twin, other], concatenate: }
            - { name: mixed, inputs: both, dense: { units: 2, kernel: [[1, 0.5], [-1, 0.25], [0.5, -0.5], [0.3, 0.1]], activation: relu } }
            - { name: sum, inputs: [mixed, twin], add: }
            - { name: answer, inputs: sum, dense: { units: 1, kernel: [[1], [-1]] } }
          outputs:
            answer: { loss: half-squared-error, weight: 0.5 }
            other: { loss: mean-squared-error }
          optimizer: { sgd: { learning-rate: 0.1 } }
        data:
          inputs: { left: [[0.4, -0.7]], right: [[-0.9, 0.3]] }
          targets: { answer: [[0.6]], other: [[0.1, -0.5]] }
        """);

    /// <summary>A sequence whose last state is where another one begins.</summary>
    public static Lesson Translation => Of(nameof(Translation),
        """
        network:
          inputs: { source: { shape: [3, 1] }, answer: { shape: [2, 1] } }
          layers:
            - { name: encoder, inputs: source, gru: { units: 2, kernel: { glorot-uniform: { seed: 1 } } } }
            - { name: decoder, inputs: [answer, encoder], gru: { units: 2, kernel: { glorot-uniform: { seed: 2 } } } }
          outputs: { decoder: { loss: half-squared-error } }
          optimizer: { sgd: { learning-rate: 0.1 } }
        data:
          inputs: { source: [[[1], [0.5], [-1]]], answer: [[[0.25], [1]]] }
          targets: [[0.5, -0.5]]
        """);

    /// <summary>A recurrent layer whose kernels' gradients have a part that comes through a penalty.</summary>
    public static Lesson Penalized => Of(nameof(Penalized),
        """
        network:
          inputs: { sequence: { shape: [3, 1] } }
          layers:
            - simple-rnn: { units: 1, kernel-regularizer: { l2: { l2: 0.1 } }, recurrent-regularizer: { l1: { l1: 0.1 } } }
          outputs: { layer1: { loss: half-squared-error } }
          optimizer: { adam: { learning-rate: 0.1 } }
        data: { inputs: [[[1], [0.5], [-1]], [[0], [1], [2]]], targets: [[0.5], [-0.5]] }
        """);

    public static Lesson Convolution => Of(nameof(Convolution),
        $$"""
        network:
          inputs: { picture: { shape: [8, 8, 1] } }
          layers:
            - conv-2d: { filters: 3, kernel-size: 3, activation: relu, kernel: { glorot-uniform: { seed: 1 } } }
            - max-pooling-2d
            - flatten
            - dropout: { rate: 0.25, seed: 3 }
            - dense: { units: 4, kernel: { glorot-uniform: { seed: 2 } } }
            - batch-normalization
            - activation: { activation: softmax }
          loss: categorical-crossentropy
          optimizer: { sgd: { learning-rate: 0.1 } }
        data:
          inputs: [{{Pictures(2, 8)}}]
          targets: [[1, 0, 0, 0], [0, 0, 0, 1]]
        """);

    public static Lesson Words => Of(nameof(Words),
        """
        network:
          inputs: 4
          layers:
            - embedding: { input-dim: 5, output-dim: 3, embeddings: { uniform: { minimum: -1, maximum: 1, seed: 4 } } }
            - global-max-pooling-1d
            - dense: { units: 1, activation: sigmoid, kernel: [[1], [-1], [0.5]] }
          loss: binary-crossentropy
          optimizer: { sgd: { learning-rate: 0.1 } }
        data: { inputs: [[1, 4, 2, 0]], targets: [[1]] }
        """);

    public static Lesson Named(string name) => name switch
    {
        nameof(Xor) => Xor,
        nameof(Deep) => Deep,
        nameof(Large) => Large,
        nameof(SimpleRecurrent) => SimpleRecurrent,
        nameof(LongShortTerm) => LongShortTerm,
        nameof(Gated) => Gated,
        nameof(Graph) => Graph,
        nameof(Translation) => Translation,
        nameof(Penalized) => Penalized,
        nameof(Convolution) => Convolution,
        nameof(Words) => Words,
        "Worked" => ScriptedRun.Worked,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such lesson."),
    };

    private static Lesson Of(string name, string text)
    {
        lock (Read)
        {
            if (!Read.TryGetValue(name, out Lesson? lesson))
            {
                ProblemList problems = new();
                lesson = LessonReader.Parse(Head + text, "lesson.yaml", problems);
                problems.Sorted.ShouldBeEmpty();
                Read.Add(name, lesson.ShouldNotBeNull());
            }

            return lesson;
        }
    }

    private static string Rows(int rows, int columns, Func<int, int, double> value) => string.Join(
        ", ",
        Enumerable.Range(0, rows).Select(row =>
            $"[{string.Join(", ", Enumerable.Range(0, columns).Select(column => value(row, column).ToString(CultureInfo.InvariantCulture)))}]"));

    private static string Pictures(int samples, int size) => string.Join(
        ", ",
        Enumerable.Range(0, samples).Select(sample =>
            $"[{string.Join(", ", Enumerable.Range(0, size).Select(row => $"[{string.Join(", ", Enumerable.Range(0, size).Select(column => row == column + sample ? "[1]" : "[0]"))}]"))}]"));
}
