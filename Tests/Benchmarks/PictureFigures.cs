using System.Globalization;
using Lessons;
using Lessons.Reading;
using Simulator.App;
using Simulator.Resources;
using Simulator.Screens.Stepping;
using Simulator.Screens.Stepping.Panels;
using Simulator.Screens.Stepping.Pictures;
using Simulator.Terminal;
using Simulator.Views;
using Simulator.Views.Pictures;

namespace Benchmarks;

/// <summary>How long drawings of a 784-128-128-10 network with a batch of 32 take, and whole frames with them.</summary>
internal static class PictureFigures
{
    private const double PictureGoal = 5000;
    private const double FrameGoal = 50_000;
    private const int Samples = 32;

    private static readonly string[] Quantities = ["z1[3,57]", "h2[30,100]", "E_total", "dE_total/dh1[3,57]", "dE_total/dW1[300,57]", "W1[300,57]+"];

    public static void Measure(Report report, bool quick)
    {
        Lesson lesson = LargeLesson();
        StepScreen start = StepScreen.Open(lesson);
        StepScreen[] screens = [.. Quantities.Select(quantity => ScreenAt(start, quantity))];
        Canvas canvas = new(new Size(158, 40));
        Words words = Words.In(Language.English);
        int runs = quick ? 100 : 500;
        for (int index = 0; index < screens.Length; index++)
        {
            StepScreen screen = screens[index];
            Line("network drawn", Report.Times(runs, _ => NetworkView.Draw(canvas, canvas.Region, NetworkDrawing.Of(screen), words)), PictureGoal, "goal 5 ms");
            Line("heat map drawn", Report.Times(runs, _ => HeatMapView.Draw(canvas, canvas.Region, HeatMapModel.Of(screen)!, words)), PictureGoal, "goal 5 ms");
            Model model = new() { Size = new Size(160, 48), Language = Language.English, Screen = screen };
            Line("whole frame", Report.Times(runs, _ => ScreenView.Draw(model)), FrameGoal, "goal 50 ms");

            void Line(string what, double[] times, double goal, string against) =>
                report.Line($"784-128-128-10, {what} at {Quantities[index]}, median", Report.Quantile(times, 0.5), "µs", Report.Quantile(times, 0.5) / goal, against);
        }

        MeasureKeys(report, start, runs);
    }

    /// <summary>From a key press to the bytes for the terminal, with every picture and every panel at the side: the number, the one before, and back.</summary>
    private static void MeasureKeys(Report report, StepScreen start, int runs)
    {
        StepScreen at = ScreenAt(start, "dE_total/dh1[3,57]");
        foreach (Picture picture in Picture.All)
        {
            Keys($"with {picture.Id}", at with { Picture = picture });
        }

        Keys("with two lanes", After(at, ":compare<Space>optimizer<Space>=<Space>sgd<Enter>"));

        foreach (SidePanel panel in SidePanel.All)
        {
            Keys($"with {panel.Id} at the side", at with { Panel = panel });
        }

        void Keys(string what, StepScreen screen)
        {
            // What must be prepared first, such as a surface, is a job with progress; it is done before the keys are timed.
            Model model = Press(new Model { Size = new Size(160, 48), Language = Language.English, Screen = screen }, Key.Of('h'));
            FrameEncoder encoder = new(new TerminalOptions());
            double[] times = Report.Times(runs, index =>
            {
                model = Press(model, Key.Of(index % 2 == 0 ? 'l' : 'h'));
                encoder.Encode(ScreenView.Draw(model));
            });
            report.Line($"784-128-128-10, a key {what}, median", Report.Quantile(times, 0.5), "µs", Report.Quantile(times, 0.5) / FrameGoal, "goal 50 ms");
            report.Line($"784-128-128-10, a key {what}, 99th percentile", Report.Quantile(times, 0.99), "µs", Report.Quantile(times, 0.99) / FrameGoal, "goal 50 ms");
        }
    }

    private static StepScreen ScreenAt(StepScreen start, string quantity) => After(start, $":{quantity}<Enter>");

    private static StepScreen After(StepScreen start, string keys)
    {
        Model model = new() { Size = new Size(160, 48), Language = Language.English, Screen = start };
        foreach (KeyPressed input in KeyNotation.Parse(keys).Inputs.OfType<KeyPressed>())
        {
            model = Press(model, input.Key);
        }

        return (StepScreen)model.Screen;
    }

    /// <summary>The model after a key and the jobs that it asks for.</summary>
    private static Model Press(Model model, Key key)
    {
        Queue<Message> messages = new([new KeyTyped(key)]);
        while (messages.TryDequeue(out Message? message))
        {
            (model, var effects) = Update.Apply(model, message);
            foreach (RunJob run in effects.OfType<RunJob>())
            {
                messages.Enqueue(new Changed(run.Job.Run(new Progress<Engine.Time.ReplayProgress>(), CancellationToken.None)));
            }
        }

        return model;
    }

    private static Lesson LargeLesson()
    {
        ProblemList problems = new();
        string text =
            $$"""
            id: large
            title: { en: Large, ko: 큰 신경망 }
            summary: { en: A large network., ko: 큰 신경망입니다. }
            network:
              inputs: 784
              layers:
                - dense: { units: 128, activation: relu, kernel: { glorot-uniform: { seed: 1 } } }
                - dense: { units: 128, activation: relu, kernel: { glorot-uniform: { seed: 2 } } }
                - dense: { units: 10, activation: softmax, kernel: { glorot-uniform: { seed: 3 } } }
              loss: categorical-crossentropy
              optimizer: { adam: { learning-rate: 0.001 } }
            data:
              inputs: [{{Rows(784, (row, column) => row * column % 7 / 8.0)}}]
              targets: [{{Rows(10, (row, column) => row % 10 == column ? 1 : 0)}}]
            """;
        return LessonReader.Parse(text, "large.yaml", problems) ?? throw new InvalidOperationException(string.Join('\n', problems.Sorted));
    }

    private static string Rows(int columns, Func<int, int, double> value) => string.Join(
        ", ",
        Enumerable.Range(0, Samples).Select(row =>
            $"[{string.Join(", ", Enumerable.Range(0, columns).Select(column => value(row, column).ToString(CultureInfo.InvariantCulture)))}]"));
}
