using Lessons;
using Simulator.App;
using Simulator.Screens.Stepping;
using Simulator.Terminal;
using Simulator.Views;

namespace Benchmarks;

/// <summary>How long a frame and a key press take at 160 × 48, drawing and encoding included.</summary>
internal static class TerminalFigures
{
    private const double FrameGoal = 2000;
    private const double SlowestFrameGoal = 16000;
    private const int Runs = 3000;

    public static void Measure(Report report)
    {
        foreach (Language language in Enum.GetValues<Language>())
        {
            StepScreen screen = StepScreen.Open(LessonLibrary.Find("backprop-2-2-2")!) with { IsTour = false };
            Model model = new() { Size = new Size(160, 48), Language = language, Screen = screen };
            FrameEncoder encoder = new(new TerminalOptions());
            Model[] moments = [.. Moments(model)];
            double[] frames = Report.Times(Runs, index =>
            {
                encoder.Invalidate();
                encoder.Encode(ScreenView.Draw(moments[index % moments.Length]));
            });
            string name = $"frame 160×48 drawn whole, {language}";
            report.Line($"{name}, median", Report.Quantile(frames, 0.5), "µs", Report.Quantile(frames, 0.5) / FrameGoal, "goal 2 ms");
            report.Line($"{name}, p99", Report.Quantile(frames, 0.99), "µs", Report.Quantile(frames, 0.99) / SlowestFrameGoal, "goal 16 ms");

            Model current = model;
            double[] keys = Report.Times(Runs, index =>
            {
                Key key = Key.Of(index / 80 % 2 == 0 ? 'l' : 'h');
                (current, _) = Update.Apply(current, new KeyTyped(key));
                encoder.Encode(ScreenView.Draw(current));
            });
            report.Line($"key press to new frame, {language}, median", Report.Quantile(keys, 0.5), "µs", Report.Quantile(keys, 0.5) / 50_000, "goal 50 ms");
            report.Line($"key press to new frame, {language}, p99", Report.Quantile(keys, 0.99), "µs", Report.Quantile(keys, 0.99) / 50_000, "goal 50 ms");
        }
    }

    private static IEnumerable<Model> Moments(Model model)
    {
        for (int step = 0; step <= 86; step++)
        {
            yield return model;
            (model, _) = Update.Apply(model, new KeyTyped(Key.Of('l')));
        }
    }
}
