using Lessons;

namespace Simulator.Tests.Screens.Pictures;

/// <summary>A network as large as one for handwritten digits.</summary>
internal static class LargeLesson
{
    /// <summary>784-128-128-10, two samples an iteration.</summary>
    public static Lesson Digits { get; } = PictureLessons.Read($$"""
        id: digits
        title: { en: Digits, ko: 숫자 }
        summary: { en: A large network., ko: 큰 신경망입니다. }
        network:
          inputs: 784
          layers:
            - dense: { units: 128, activation: relu, kernel: { he-normal: { seed: 1 } } }
            - dense: { units: 128, activation: relu, kernel: { he-normal: { seed: 2 } } }
            - dense: { units: 10, activation: softmax, kernel: { glorot-uniform: { seed: 3 } } }
          loss: categorical-crossentropy
          optimizer: { sgd: { learning-rate: 0.01 } }
        data:
          inputs: [{{Row(1)}}, {{Row(2)}}, {{Row(3)}}, {{Row(4)}}]
          targets: [[1,0,0,0,0,0,0,0,0,0], [0,1,0,0,0,0,0,0,0,0], [0,0,1,0,0,0,0,0,0,0], [0,0,0,1,0,0,0,0,0,0]]
        training: { batch-size: 2, iterations: 20 }
        """);

    private static string Row(int seed) => $"[{string.Join(",", Enumerable.Range(0, 784).Select(pixel => (((pixel * seed * 37) % 256) / 256.0).ToString("0.###")))}]";
}
