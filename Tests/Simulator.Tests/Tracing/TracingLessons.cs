using Lessons;
using Lessons.Reading;

namespace Simulator.Tests.Tracing;

/// <summary>Lessons to trace in.</summary>
internal static class TracingLessons
{
    /// <summary>XOR, 2-2-1, one sample an iteration, 10,000 epochs.</summary>
    public static Lesson Xor { get; } = Read("""
        id: xor
        title: { en: XOR, ko: XOR }
        summary: { en: Two inputs and one answer., ko: 입력 둘에 답 하나. }
        network:
          inputs: [x1, x2]
          layers:
            - dense:
                units: 2
                activation: sigmoid
                kernel: [[0.5, -0.4], [0.3, 0.8]]
                bias: [0.1, -0.1]
                symbols: { kernel: [[w1, w3], [w2, w4]], bias: [b1, b2], z: [z1, z2], output: [h1, h2] }
            - dense:
                units: 1
                activation: sigmoid
                kernel: [[0.7], [-0.6]]
                bias: [0.2]
                symbols: { kernel: [[w5], [w6]], bias: [b3], z: [z3], output: [o1] }
          loss:
            half-squared-error: { symbols: { terms: [E_o1], total: E_total } }
          optimizer:
            sgd: { learning-rate: 0.5 }
        data:
          inputs: [[0, 0], [0, 1], [1, 0], [1, 1]]
          targets: [[0], [1], [1], [0]]
        training: { epochs: 10000, batch-size: 1 }
        """);

    /// <summary>A network in which a pixel goes to 128 units and a weight is used for 32 samples.</summary>
    public static Lesson Large { get; } = Read($$"""
        id: large
        title: { en: Large, ko: 큰 신경망 }
        summary: { en: Pixels and ten answers., ko: 픽셀과 답 열 개. }
        network:
          inputs: 784
          layers:
            - dense: { units: 128, activation: relu, kernel: glorot-uniform }
            - dense: { units: 128, activation: relu, kernel: glorot-uniform }
            - dense: { units: 10, activation: softmax, kernel: glorot-uniform }
          loss: sparse-categorical-crossentropy
          optimizer:
            sgd: { learning-rate: 0.1 }
        data:
          inputs:
        {{string.Join('\n', Enumerable.Range(0, 32).Select(row => $"    - [{string.Join(", ", Enumerable.Range(0, 784).Select(pixel => (row * pixel) % 3 / 2.0).Select(value => value.ToString(System.Globalization.CultureInfo.InvariantCulture)))}]"))}}
          targets: [{{string.Join(", ", Enumerable.Range(0, 32).Select(row => $"[{row % 10}]"))}}]
        training: { iterations: 20 }
        """);

    private static Lesson Read(string text)
    {
        ProblemList problems = new();
        Lesson? lesson = LessonReader.Parse(text, "lesson.yaml", problems);
        problems.ToString().ShouldBeEmpty();
        return lesson.ShouldNotBeNull();
    }
}
