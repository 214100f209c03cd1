using Lessons;
using Simulator.Resources;
using Simulator.Screens.Stepping;
using Simulator.Screens.Stepping.Pictures;
using Simulator.Terminal;
using Simulator.Tests.Screens.Pictures;
using Simulator.Views.Pictures;

namespace Simulator.Tests.Views.Pictures;

/// <summary>Pictures worth looking at, by name.</summary>
internal static class PictureScenes
{
    public delegate void Draw(Canvas canvas, Region region, Words words);

    /// <summary>A line whose slope is doubled and turned around by each update, until it is infinite and then NaN.</summary>
    private static Lesson Diverging { get; } = PictureLessons.Read("""
        id: diverging
        title: { en: Diverging, ko: 발산 }
        summary: { en: Too large a learning rate., ko: 학습률이 너무 큽니다. }
        network:
          inputs: 1
          layers:
            - dense: { units: 1, use-bias: false, kernel: [[1]] }
          loss: mean-squared-error
          optimizer: { sgd: { learning-rate: 1e30 } }
        data: { inputs: [[1]], targets: [[0]] }
        training: { iterations: 12 }
        """);

    private static readonly Dictionary<string, Func<Draw>> All = new()
    {
        ["function-before"] = () => Function(PictureLessons.At(PictureLessons.Xor, "z2[3]@5")),
        ["function-forward"] = () => Function(PictureLessons.At(PictureLessons.Xor, "h2[3]@5")),
        ["function-backward"] = () => Function(PictureLessons.At(PictureLessons.Xor, "dE_total/dz2[3]@5")),
        ["function-relu"] = () => Function(PictureLessons.At(LargeLesson.Digits, "h1[1,5]")),
        ["boundary-start"] = () => Boundary(StepScreen.Open(PictureLessons.Xor)),
        ["boundary-later"] = () => Boundary(PictureLessons.At(PictureLessons.Xor, "h1[2]@900")),
        ["boundary-classes"] = () => Boundary(PictureLessons.At(PictureLessons.Classes, "h1[2]@200")),
        ["boundary-output"] = () => Boundary(PictureLessons.At(PictureLessons.Classes, "h1[2]@20"), 1),
        ["boundary-worked"] = () => Boundary(PictureLessons.At(ScriptedRun.Worked, "dE_total/dw5")),
        ["histogram-forward"] = () => Histogram(PictureLessons.At(PictureLessons.Deep, "h3[1,2]@2")),
        ["histogram-backward"] = () => Histogram(PictureLessons.At(PictureLessons.Deep, "dE_total/dW1[3,6]@2")),
        ["histogram-layer"] = () => Histogram(PictureLessons.At(PictureLessons.Deep, "dE_total/dW1[3,6]@2"), 2),
        ["histogram-large"] = () => Histogram(PictureLessons.At(LargeLesson.Digits, "dE_total/dW1[1,1]@2"), 0),
        ["surface-path"] = () => Surface(PictureLessons.At(PictureLessons.Xor, "dE_total/dw5@1500")),
        ["surface-worked"] = () => Surface(PictureLessons.At(ScriptedRun.Worked, "w1+")),
        ["curves-iterations"] = () => Curves(PictureLessons.At(PictureLessons.Xor, "dE_total/dw5@500")),
        ["curves-epochs"] = () => Curves(PictureLessons.At(PictureLessons.Classes, "h1[2]@200")),
        ["curves-once"] = () => Curves(PictureLessons.At(ScriptedRun.Worked, "h1")),
        ["curves-diverging"] = () => Curves(StepScreen.Open(Diverging)),
    };

    public static IEnumerable<string> Names => All.Keys;

    /// <summary>What draws a picture; the model is made once.</summary>
    public static Draw Find(string name) => All[name]();

    private static Draw Function(StepScreen screen)
    {
        FunctionModel model = FunctionModel.Of(screen).Model!;
        return (canvas, region, words) => FunctionView.Draw(canvas, region, model, words);
    }

    private static Draw Boundary(StepScreen screen, int? subject = null)
    {
        BoundaryModel model = BoundaryModel.Of(screen, subject).Model!;
        return (canvas, region, words) => BoundaryView.Draw(canvas, region, model, words);
    }

    private static Draw Histogram(StepScreen screen, int? subject = null)
    {
        HistogramModel model = HistogramModel.Of(screen, subject).Model!;
        return (canvas, region, words) => HistogramView.Draw(canvas, region, model, words);
    }

    private static Draw Surface(StepScreen screen)
    {
        SurfaceModel model = SurfaceModel.Of(screen).Model!;
        return (canvas, region, words) => SurfaceView.Draw(canvas, region, model, words);
    }

    private static Draw Curves(StepScreen screen)
    {
        Recordings.Of(screen).Prepare();
        CurvesModel model = CurvesModel.Of(screen).Model!;
        return (canvas, region, words) => CurvesView.Draw(canvas, region, model, words);
    }
}
