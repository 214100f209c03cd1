using Engine.Planning;
using Lessons;
using Simulator.App;
using Simulator.Resources;
using Simulator.Screens.Stepping;
using Simulator.Screens.Stepping.Pictures;
using Simulator.Terminal;
using Simulator.Views.Pictures;

namespace Simulator.Views;

/// <summary>
/// A lesson at one moment: where we are, the network, how the number comes about, all numbers, the lesson's words, the line
/// of time and the keys. The panels' sizes depend on the window's size only, so that nothing jumps while stepping.
/// </summary>
internal static class StepScreenView
{
    public static void Draw(Canvas canvas, Model model, StepScreen screen)
    {
        Words words = model.Words;
        ExplanationModel explanation = ExplanationModel.Of(screen, words);
        NetworkDrawing drawing = NetworkDrawing.Of(screen);

        DrawHeader(canvas, canvas.Region.SplitTop(1, out Region rest), model, screen);
        Region keys = rest.SplitBottom(1, out rest);
        TimelineView.Draw(canvas, rest.SplitBottom(1, out rest), screen);
        Panels panels = Panels.In(rest);
        canvas.Box(panels.Network, drawing.TitleOf(words));
        NetworkView.Draw(canvas, panels.Network.Inset(1), drawing, words);
        canvas.Box(panels.Explanation, words.Explanation);
        ExplanationView.Draw(canvas, panels.Explanation.Inset(2, 1), explanation, screen.Focus, words.MoreBelow);
        canvas.Box(panels.Values, words.Values);
        ValuesView.Draw(canvas, panels.Values.Inset(1), new ValuesModel(screen, explanation));
        canvas.Box(panels.Text, words.Text);
        DrawText(canvas, panels.Text.Inset(2, 1), TextOf(screen).In(model.Language));

        if (screen.Prompt is { } prompt)
        {
            DrawPrompt(canvas, keys, words, prompt);
        }
        else
        {
            BottomLine.Draw(canvas, keys, model);
        }
    }

    /// <summary>What the lesson says here: at a stop its text, at a number that a stop is about too, elsewhere the phase's, at the start its summary.</summary>
    public static LocalizedText TextOf(StepScreen screen)
    {
        Lesson lesson = screen.Lesson;
        if (screen.IsOnTour && screen.Stop >= 0)
        {
            return lesson.Tour[screen.Stop].Text;
        }

        if (screen.Moment.IsStart)
        {
            return lesson.Summary;
        }

        Phase phase = screen.Timeline.Plan.Steps[screen.Moment.Step].Phase;
        TourStop? here = screen.Level != Engine.Time.Level.Cell ? null : lesson.Tour.FirstOrDefault(stop =>
            screen.Timeline.MomentOf(stop.At.Iteration, stop.At.Stored!.Value) == screen.Moment);
        return here?.Text ?? lesson.Stages.GetValueOrDefault(phase) ?? lesson.Summary;
    }

    /// <summary>Where we are, in words: iteration, phase, step.</summary>
    public static string PositionOf(StepScreen screen, Words words)
    {
        if (screen.Moment.IsStart)
        {
            return words.BeforeFirstStep;
        }

        Engine.Time.Moment moment = screen.Moment;
        Plan plan = screen.Timeline.Plan;
        int perIteration = (int)(screen.Timeline.Length / screen.Timeline.Iterations);
        int within = (int)((screen.Timeline.OrdinalOf(moment) - 1) % perIteration) + 1;
        string step = screen.IsOnTour
            ? words.StopOf(screen.Stop + 1, screen.Lesson.Tour.Length)
            : screen.Level == Engine.Time.Level.Operation
                ? words.StepOf(moment.Step + 1, plan.Steps.Length)
                : words.StepOf(within, perIteration);
        return string.Join(
            " · ", words.IterationOf(moment.Iteration, screen.Timeline.Iterations), words.Phase(plan.Steps[moment.Step].Phase), step);
    }

    private static void DrawHeader(Canvas canvas, Region line, Model model, StepScreen screen)
    {
        Words words = model.Words;
        string mode = screen.IsOnTour ? "" : $" · {(screen.IsTour ? words.Tour : words.Level(screen.Level))}";
        string position = $"{PositionOf(screen, words)}{mode} ";
        int right = CellWidth.Of(position);
        canvas.Write(line.Column + 1, line.Row, screen.Lesson.Title.In(model.Language), Ink.Title, Math.Max(0, line.Columns - right - 3));
        Ink ink = screen.Moment.IsStart ? Ink.Muted : InkOf(screen.Timeline.Plan.Steps[screen.Moment.Step].Phase);
        canvas.Write(line.Column + line.Columns - right, line.Row, position, ink);
    }

    private static Ink InkOf(Phase phase) => phase switch
    {
        Phase.Forward => Ink.Forward,
        Phase.Loss => Ink.Loss,
        Phase.Backward => Ink.Backward,
        _ => Ink.Update,
    };

    private static void DrawText(Canvas canvas, Region region, string text)
    {
        IReadOnlyList<string> lines = CellWidth.Wrap(text, region.Columns);
        for (int index = 0; index < Math.Min(lines.Count, region.Rows); index++)
        {
            bool isCut = index == region.Rows - 1 && lines.Count > region.Rows;
            canvas.Write(region.Column, region.Row + index, isCut ? lines[index] + " …" : lines[index], Ink.Text, region.Columns);
        }
    }

    private static void DrawPrompt(Canvas canvas, Region line, Words words, string prompt)
    {
        int column = line.Column + 1;
        column += canvas.Write(column, line.Row, $"{words.GoToPrompt}: ", Ink.Key);
        column += canvas.Write(column, line.Row, prompt, Ink.Strong, Math.Max(0, line.Columns - column - 2));
        column += canvas.Write(column, line.Row, "▏", Ink.Key) + 2;
        if (prompt.Length == 0)
        {
            canvas.Write(column, line.Row, words.GoToHelp, Ink.Muted, Math.Max(0, line.Columns - column - 1));
        }
    }

    /// <summary>Where the panels are. In a narrow window the network has the whole width, in a wide one the numbers the whole height.</summary>
    private readonly record struct Panels(Region Network, Region Explanation, Region Values, Region Text)
    {
        private const int WideColumns = 110;

        public static Panels In(Region all)
        {
            int textRows = Math.Clamp(all.Rows / 4, 6, 8);
            int explanationRows = Math.Clamp(all.Rows / 3, 7, 11);
            Region network;
            Region values;
            if (all.Columns < WideColumns)
            {
                Region below = all.SplitBottom(textRows + explanationRows, out network);
                values = below.SplitRight(29, out Region left);
                return new Panels(network, left.SplitTop(explanationRows, out Region text), values, text);
            }

            values = all.SplitRight(Math.Min(all.Columns * 36 / 100, 80), out Region rest);
            Region bottom = rest.SplitBottom(textRows, out rest);
            Region explanation = rest.SplitBottom(explanationRows, out network);
            return new Panels(network, explanation, values, bottom);
        }
    }
}
