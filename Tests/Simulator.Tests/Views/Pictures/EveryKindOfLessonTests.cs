using Lessons;
using Simulator.Resources;
using Simulator.Screens.Stepping;
using Simulator.Screens.Stepping.Pictures;
using Simulator.Terminal;
using Simulator.Tests.Screens.Pictures;
using Simulator.Views.Pictures;

namespace Simulator.Tests.Views.Pictures;

/// <summary>Every picture of every kind of network, all the way through: there is a picture or a reason, never neither or both.</summary>
public sealed class EveryKindOfLessonTests
{
    private const int Moments = 30;

    private static readonly Dictionary<string, string> Networks = new()
    {
        ["perceptron"] = """
            network:
              inputs: 2
              layers:
                - dense: { units: 1, activation: step, kernel: zeros, bias: [0] }
              loss: half-squared-error
              optimizer: { perceptron-rule: { learning-rate: 1 } }
            data: { inputs: [[0, 0], [0, 1], [1, 0], [1, 1]], targets: [[0], [0], [0], [1]] }
            training: { iterations: 8, batch-size: 1 }
            """,
        ["recurrent"] = """
            network:
              inputs: 4
              layers:
                - reshape: { shape: [4, 1] }
                - lstm: { units: 2 }
                - dense: { units: 1, activation: sigmoid, kernel: ones }
              loss: binary-crossentropy
              optimizer: { adam: { learning-rate: 0.1 } }
            data: { inputs: [[1, 0, 1, 0], [0, 1, 1, 1]], targets: [[1], [0]] }
            training: { iterations: 2 }
            """,
        ["two recurrent steps of two inputs"] = """
            network:
              inputs: 2
              layers:
                - reshape: { shape: [2, 1] }
                - gru: { units: 2 }
                - dense: { units: 1, activation: sigmoid, kernel: ones }
              loss: half-squared-error
              optimizer: { sgd: { learning-rate: 0.1 } }
            data: { inputs: [[1, 0], [0, 1]], targets: [[1], [0]] }
            training: { iterations: 2 }
            """,
        ["words"] = """
            network:
              inputs: 2
              layers:
                - embedding: { input-dim: 4, output-dim: 2 }
                - global-average-pooling-1d
                - dense: { units: 1, kernel: ones }
              loss: half-squared-error
              optimizer: { sgd: { learning-rate: 0.5 } }
            data: { inputs: [[1, 3], [2, 0]], targets: [[1], [0]] }
            training: { iterations: 2 }
            """,
        ["picture"] = """
            network:
              inputs: 9
              layers:
                - reshape: { shape: [3, 3, 1] }
                - conv-2d: { filters: 2, kernel-size: 2, activation: relu }
                - max-pooling-2d
                - flatten
                - dense: { units: 2, activation: softmax, kernel: { glorot-uniform: { seed: 1 } } }
              loss: sparse-categorical-crossentropy
              optimizer: { rmsprop: { learning-rate: 0.5 } }
            data: { inputs: [[1, 0, 2, 3, 1, 0, 0, 2, 4], [0, 0, 1, 1, 0, 0, 2, 2, 0]], targets: [[1], [0]] }
            training: { iterations: 2 }
            """,
        ["graph"] = """
            network:
              inputs: { left: 2, right: [r1, r2] }
              layers:
                - name: a
                  inputs: left
                  dense: { units: 2, kernel: ones, activation: tanh }
                - name: b
                  inputs: right
                  reuse: a
                - name: both
                  inputs: [a, b]
                  concatenate: {}
                - name: answer
                  dense: { units: 1, kernel: ones, activation: sigmoid }
              outputs:
                answer: { loss: mean-squared-error }
                a: { loss: half-squared-error, weight: 0.5 }
              optimizer: { sgd: { learning-rate: 0.1 } }
            data:
              inputs: { left: [[0, 1], [1, 0]], right: [[1, 1], [0, 1]] }
              targets: { answer: [[1], [0]], a: [[0, 0], [1, 1]] }
            training: { iterations: 2, batch-size: 1 }
            """,
        ["noise and statistics"] = """
            network:
              inputs: 2
              layers:
                - dense: { units: 3, kernel: { he-normal: { seed: 3 } } }
                - batch-normalization
                - activation: { activation: relu }
                - dropout: { rate: 0.5, seed: 1 }
                - dense: { units: 3, activation: softmax, kernel: { glorot-uniform: { seed: 1 } }, kernel-regularizer: l2 }
              loss: sparse-categorical-crossentropy
              optimizer: { sgd: { learning-rate: 0.1, momentum: 0.9 } }
            data: { inputs: [[0, 1], [1, 0], [2, 2], [-1, 1]], targets: [[0], [1], [2], [0]] }
            training: { epochs: 3, batch-size: 2, metrics: [sparse-categorical-accuracy] }
            """,
        ["one weight"] = """
            network:
              inputs: 1
              layers:
                - dense: { units: 1, use-bias: false, kernel: ones }
              loss: mean-absolute-error
              optimizer: { sgd: { learning-rate: 0.1 } }
            data: { inputs: [[1]], targets: [[0]] }
            """,
    };

    public static TheoryData<string> Names() => [.. Networks.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Should_have_a_picture_or_a_reason(string name)
    {
        Lesson lesson = PictureLessons.Read($$"""
            id: any
            title: { en: Any, ko: 아무 }
            summary: { en: Any network., ko: 아무 신경망. }

            """ + Networks[name]);
        StepScreen screen = StepScreen.Open(lesson);
        Recordings.Of(screen).Prepare();
        for (int share = 0; share <= Moments; share++)
        {
            StepScreen here = screen.At(screen.Timeline.MomentAt(screen.Timeline.Length * share / Moments));
            foreach (Language language in Enum.GetValues<Language>())
            {
                foreach (int? subject in new int?[] { null, 0, 1, 99 })
                {
                    ShouldBeDrawn(FunctionModel.Of(here, subject), FunctionView.Draw, language);
                    ShouldBeDrawn(BoundaryModel.Of(here, subject), BoundaryView.Draw, language);
                    ShouldBeDrawn(HistogramModel.Of(here, subject), HistogramView.Draw, language);
                }

                ShouldBeDrawn(SurfaceModel.Of(here), SurfaceView.Draw, language);
                ShouldBeDrawn(CurvesModel.Of(here), CurvesView.Draw, language);
            }
        }
    }

    private static void ShouldBeDrawn<TModel>(PictureOrReason<TModel> picture, Action<Canvas, Region, TModel, Words> draw, Language language)
        where TModel : class
    {
        Words words = Words.In(language);
        if (picture.Model is not { } model)
        {
            picture.WhyNot.ShouldNotBeNull()(words).ShouldNotBeNullOrWhiteSpace();
            return;
        }

        picture.WhyNot.ShouldBeNull();
        Canvas canvas = new(new Size(78, 12));
        draw(canvas, canvas.Region, model, words);
        canvas.ToText().ShouldNotBeNullOrWhiteSpace();
    }
}
