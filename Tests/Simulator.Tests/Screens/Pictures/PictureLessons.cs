using Engine.Planning;
using Engine.Time;
using Lessons;
using Lessons.Quantities;
using Lessons.Reading;
using Simulator.Screens.Stepping;

namespace Simulator.Tests.Screens.Pictures;

/// <summary>Small lessons to draw pictures of, and places in them.</summary>
internal static class PictureLessons
{
    /// <summary>XOR, four samples an iteration, 2000 iterations.</summary>
    public static Lesson Xor { get; } = Read("""
        id: xor
        title: { en: XOR, ko: XOR }
        summary: { en: Two hidden units., ko: 은닉 뉴런 두 개. }
        network:
          inputs: [x1, x2]
          layers:
            - dense:
                units: 2
                activation: sigmoid
                kernel: [[0.8, -0.6], [0.5, 0.9]]
                bias: [0.1, -0.2]
                symbols: { kernel: [[w1, w3], [w2, w4]], bias: [b1, b2], z: [z1, z2], output: [h1, h2] }
            - dense:
                units: 1
                activation: sigmoid
                kernel: [[1.2], [-0.7]]
                bias: [0.05]
                symbols: { kernel: [[w5], [w6]], bias: [b3], z: [z3], output: [o1] }
          loss: half-squared-error
          optimizer: { sgd: { learning-rate: 2 } }
        data:
          inputs: [[0, 0], [0, 1], [1, 0], [1, 1]]
          targets: [[0], [1], [1], [0]]
        training:
          iterations: 2000
          metrics: [binary-accuracy]
        """);

    /// <summary>Three classes in the plane, one sample an iteration, shuffled, with validation data.</summary>
    public static Lesson Classes { get; } = Read("""
        id: classes
        title: { en: Three classes, ko: 세 클래스 }
        summary: { en: Softmax., ko: 소프트맥스. }
        network:
          inputs: [a, b]
          layers:
            - dense: { units: 3, activation: tanh, kernel: { glorot-uniform: { seed: 5 } } }
            - dense: { units: 3, activation: softmax, kernel: { glorot-uniform: { seed: 6 } } }
          loss: categorical-crossentropy
          optimizer: { sgd: { learning-rate: 0.2 } }
        data:
          inputs: [[0, 0], [2, 0], [0, 2], [0.3, 0.1], [1.8, 0.4], [0.2, 1.7], [0.1, 0.4], [2.1, 0.2], [-0.1, 2.2], [0.2, 0.2]]
          targets: [[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 0, 0]]
        training:
          epochs: 40
          batch-size: 1
          shuffle: 3
          validation-split: 0.2
          metrics: [categorical-accuracy]
        """);

    /// <summary>Five layers of sigmoids, whose gradients vanish on their way back.</summary>
    public static Lesson Deep { get; } = Read($$"""
        id: deep
        title: { en: Deep, ko: 깊은 신경망 }
        summary: { en: Gradients vanish., ko: 기울기가 사라집니다. }
        network:
          inputs: 3
          layers:
        {{string.Concat(Enumerable.Range(1, 5).Select(layer => $"    - dense: {{ units: 6, activation: sigmoid, kernel: {{ glorot-uniform: {{ seed: {layer} }} }} }}\n"))}}    - dense: { units: 2, kernel: { glorot-uniform: { seed: 9 } } }
          loss: mean-squared-error
          optimizer: { sgd: { learning-rate: 0.1 } }
        data:
          inputs: [[0.1, 0.9, -0.4], [0.7, -0.2, 0.3]]
          targets: [[1, 0], [0, 1]]
        training: { iterations: 3 }
        """);

    /// <summary>The lesson of a text.</summary>
    public static Lesson Read(string text)
    {
        ProblemList problems = new();
        Lesson? lesson = LessonReader.Parse(text, "test.yaml", problems);
        problems.Count.ShouldBe(0, problems.ToString());
        return lesson!;
    }

    /// <summary>The lesson where a quantity has just been computed.</summary>
    public static StepScreen At(Lesson lesson, string quantity)
    {
        StepScreen screen = StepScreen.Open(lesson);
        ResolvedQuantity resolved = Resolve(screen, quantity);
        Moment moment = screen.Timeline.MomentOf(resolved.Iteration, resolved.Stored!.Value)
            ?? throw new ArgumentException($"{quantity} is not computed.", nameof(quantity));
        return screen.At(moment);
    }

    /// <summary>The screen with a quantity looked at.</summary>
    public static StepScreen Looking(StepScreen screen, string quantity) => screen with { Asked = Resolve(screen, quantity) };

    /// <summary>The address of a quantity.</summary>
    public static Address AddressOf(StepScreen screen, string quantity) => Resolve(screen, quantity).Stored!.Value;

    private static ResolvedQuantity Resolve(StepScreen screen, string quantity)
    {
        QuantityResolver resolver = new(screen.Timeline.Plan, screen.Timeline.Iterations);
        resolver.TryResolve(quantity, screen.Moment.Iteration, out ResolvedQuantity? resolved, out QuantityError? error).ShouldBeTrue(error?.ToString());
        return resolved!;
    }
}
