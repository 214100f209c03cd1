namespace Lessons.Tests.Schema;

/// <summary>Right lessons that together hold every key of the format, for tests to change.</summary>
internal static class SchemaLessons
{
    public const string Plain =
        """
        id: small
        title: { en: Small, ko: 작은 레슨 }
        summary: { en: A small lesson., ko: 작은 레슨입니다. }
        document: notes.txt
        chapter: forward-and-backward
        concepts: [chain-rule, my-own]
        network:
          inputs: [x1, x2]
          layers:
            - dense:
                units: 2
                activation: sigmoid
                kernel: [[0.3, 0.4], [0.25, 0.35]]
                bias: [0.1, 0.2]
                kernel-regularizer: { l2: { l2: 0.01 } }
                symbols: { z: [z1, z2], output: [h1, h2] }
            - dropout: { rate: 0.5, mask: [[1, 1]], symbols: { output: [d1, d2] } }
            - flatten
            - dense: { units: 1, kernel: { uniform: { seed: 7 } }, use-bias: false, symbols: { output: [o1] } }
          loss: half-squared-error
          optimizer: { sgd: { learning-rate: { step-decay: { initial-learning-rate: 0.5, drop: 0.5, every: 2 } }, clip: { by-norm: { limit: 1 } } } }
          targets: [t1]
        data:
          inputs: [[0.1, 0.2]]
          targets: [[0.4]]
        training:
          iterations: 2
          batch-size: 1
          shuffle: 3
          metrics: [mean-absolute-error]
        stages:
          forward: { en: Forward., ko: 순전파. }
          loss: { en: Loss., ko: 손실. }
          backward: { en: Backward., ko: 역전파. }
          update: { en: Update., ko: 갱신. }
        tour:
          - at: z1
            show: W1[1,1]
            text: { en: The sum z1., ko: 가중합 z1. }
            ask: { en: What is z1?, ko: z1은 얼마일까요? }
            notes: { en: Wait., ko: 기다리세요. }
        expectations:
          - section: Notes
            document: other.txt
            values:
              z1: 0.18
              dE_total/dW1[1,1]@2: { printed: 0.2, exact: false }
          - section: Counts
            oracle: counts
            summary: { samples: 1, parameters: 8, "layer1.output[1]": 2 }
        exercises:
          - predict: h1
            id: predict-h1
            at: h1
            decimals: 4
            question: { en: What is h1?, ko: h1은 얼마일까요? }
            hints:
              - { en: Look at z1., ko: z1을 보세요. }
            afterword: { en: So it is., ko: 그렇습니다. }
          - choose:
              - { text: { en: Yes, ko: 예 }, right: true }
              - { text: { en: No, ko: 아니요 }, why: { en: It is., ko: 맞습니다. } }
            id: choose-one
            at: z1
            question: { en: Is it?, ko: 그럴까요? }
          - find-wrong-line: [z1, h1]
            id: wrong-line
            wrong: h1
            slip: wrong-sign

        """;

    public const string Graph =
        """
        id: graph
        title: { en: Graph, ko: 그래프 }
        summary: { en: A graph., ko: 그래프입니다. }
        network:
          inputs:
            words: [w1, w2]
            other: 2
            picture: { shape: [2, 2] }
          layers:
            - { name: left, inputs: words, dense: { units: 2, kernel: ones, activation: tanh } }
            - { name: right, inputs: [other], reuse: left }
            - { inputs: picture, flatten: }
            - { name: answer, inputs: [left], dense: { units: 1, kernel: ones } }
          outputs:
            answer: { loss: mean-squared-error, targets: [t1] }
            right: { loss: { huber: { delta: 2 } }, weight: 0.5 }
          optimizer: adam
        data:
          inputs:
            words: { file: iris.csv, columns: [1, 3], rows: 2-3, divide-by: 10 }
            other: { texts: [a b, b a], words: 3, sequences: 2, padding: post, truncating: pre }
            picture: [[[1, 2], [3, 4]], [[5, 6], [7, 8]]]
          targets:
            answer: [[1], [0]]
            right: { texts: [a, a a], words: 2, matrix: count }
        training:
          epochs: 3
          validation-split: 0.5
          early-stopping: { patience: 1 }

        """;

    /// <summary>A lesson with the first occurrence of one text changed.</summary>
    public static string With(string lesson, string text, string changed)
    {
        int at = lesson.IndexOf(text, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0, $"the lesson does not hold '{text}'");
        return lesson[..at] + changed + lesson[(at + text.Length)..];
    }
}
