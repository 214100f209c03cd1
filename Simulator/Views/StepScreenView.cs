using Engine.Planning;
using Lessons;
using Simulator.App;
using Simulator.Resources;
using Simulator.Screens.Stepping;
using Simulator.Screens.Stepping.Exercises;
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
        if (screen.Class is { IsBlank: true })
        {
            ClassView.DrawBlank(canvas, model);
            return;
        }

        DrawHeader(canvas, canvas.Region.SplitTop(1, out Region rest), model, screen);
        Region keys = rest.SplitBottom(1, out rest);
        TimelineView.Draw(canvas, rest.SplitBottom(1, out rest), screen);
        if (screen.IsZoomed)
        {
            DrawPicture(canvas, rest, screen, words);
        }
        else if (screen.Class is not null)
        {
            ClassView.Draw(canvas, rest, model, screen);
        }
        else
        {
            DrawPanels(canvas, Panels.In(rest, screen.Picture != Picture.All[0], screen.Exercise?.IsOpen), model, screen);
        }

        if (screen.Prompt is { } prompt)
        {
            PromptView.Draw(canvas, keys, model, screen, prompt);
        }
        else
        {
            BottomLine.Draw(canvas, keys, model);
        }
    }

    /// <summary>Where the lesson's words are, beside the network.</summary>
    public static Region WordsRegion(Size size)
    {
        Region.Of(size).SplitTop(1, out Region rest);
        rest.SplitBottom(2, out rest);
        return Panels.In(rest, isPictureLarge: false, isAsking: null).Text;
    }

    public static void DrawPicture(Canvas canvas, Region region, StepScreen screen, Words words)
    {
        (IPictureModel? picture, Func<Words, string>? whyNot) = screen.Cover is not null && screen.Picture.ShowsAhead
            ? (null, known => known.Class.ShownLater)
            : screen.Picture.ModelOf(screen);
        canvas.Box(region, picture is null ? screen.Picture.Name(words) : screen.Picture.TitleOf(picture, words));
        PictureView.Draw(canvas, region.Inset(1), picture, whyNot?.Invoke(words), words);
    }

    private static void DrawPanels(Canvas canvas, Panels panels, Model model, StepScreen screen)
    {
        Words words = model.Words;
        ExplanationModel explanation = ExplanationModel.Of(screen, words);
        ExerciseModel? exercise = screen.Exercise is { } open ? ExerciseModel.Of(screen, open, model.Language) : null;
        if (exercise is { Rows.IsEmpty: false } && screen.Exercise!.IsOpen)
        {
            canvas.Box(panels.Picture, exercise.Title);
            ExerciseView.DrawRows(canvas, panels.Picture.Inset(2, 1), exercise);
        }
        else
        {
            DrawPicture(canvas, panels.Picture, screen, words);
        }

        canvas.Box(panels.Explanation, words.Explanation);
        ExplanationView.Draw(canvas, panels.Explanation.Inset(2, 1), explanation, screen.Focus, words.MoreBelow);
        canvas.Box(panels.Side, screen.Panel.TitleIn(words, panels.Side.Columns - 6));
        SidePanelView.Draw(canvas, panels.Side.Inset(1), model, screen, explanation);
        if (exercise is not null && !panels.Text.IsEmpty)
        {
            canvas.Box(panels.Text, exercise.Title);
            ExerciseView.DrawQuestion(canvas, panels.Text.Inset(2, 1), exercise);
        }
        else if (!panels.Text.IsEmpty)
        {
            canvas.Box(panels.Text, words.Text);
            DrawText(canvas, panels.Text.Inset(2, 1), TextOf(screen).In(model.Language));
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
        TourStop? here = screen.Level != StepSize.Cell ? null : lesson.Tour.FirstOrDefault(stop =>
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
        int perIteration = screen.Timeline.NumbersPerIteration;
        int within = (int)((screen.Timeline.OrdinalOf(moment) - 1) % perIteration) + 1;
        string step = screen.IsOnTour
            ? words.StopOf(screen.Stop + 1, screen.Lesson.Tour.Length)
            : screen.Level == StepSize.Operation
                ? words.StepOf(moment.Step + 1, plan.Steps.Length)
                : words.StepOf(within, perIteration);
        return string.Join(
            " · ", words.IterationOf(moment.Iteration, screen.Timeline.Iterations), words.Phase(plan.Steps[moment.Step].Phase), step);
    }

    private static void DrawHeader(Canvas canvas, Region line, Model model, StepScreen screen)
    {
        Words words = model.Words;
        string mode = screen.IsOnTour ? "" : $" · {(screen.IsTour ? words.Tour : words.Level(screen.Level))}";
        int asked = screen.Lesson.Exercises.Length;
        string solved = screen.Class is not null ? $" · {words.Class.Mode}" : asked == 0 ? "" : $" · {words.Learning.SolvedOf(ExerciseUpdate.SolvedIn(model, screen.Lesson), asked)}";
        string position = $"{PositionOf(screen, words)}{mode} ";
        bool fits = CellWidth.Of(screen.Lesson.Title.In(model.Language)) + CellWidth.Of(position) + CellWidth.Of(solved) + 4 <= line.Columns;
        position = fits ? $"{PositionOf(screen, words)}{mode}{solved} " : position;
        int right = CellWidth.Of(position);
        string branch = screen.Lane.IsOriginal ? "" : $"⑂ {screen.Lane.Title(words)}";
        string title = screen.Lesson.Title.In(model.Language);
        int room = Math.Max(0, line.Columns - right - 3);

        // What is changed matters more than the whole title.
        int titleRoom = Math.Max(0, room - (branch.Length == 0 ? 0 : CellWidth.Of(branch) + 1));
        int end = canvas.Write(line.Column + 1, line.Row, title, Ink.Title, titleRoom);
        canvas.Write(line.Column + (end == 0 ? 1 : end + 2), line.Row, branch, Ink.Warning, room - (end == 0 ? 0 : end + 1));
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

    /// <summary>
    /// Where the panels are. In a narrow window the network has the whole width, in a wide one the numbers the whole height. A picture
    /// other than the network takes the place of the lesson's words too.
    /// </summary>
    private readonly record struct Panels(Region Picture, Region Explanation, Region Side, Region Text)
    {
        private const int WideColumns = 110;

        /// <summary>The panels of a window; while an exercise is open its question has more room, and what is covered less.</summary>
        /// <param name="all">The window.</param>
        /// <param name="isPictureLarge">Whether the picture takes the place of the words too.</param>
        /// <param name="isAsking">Whether an exercise is open; null where there is none.</param>
        public static Panels In(Region all, bool isPictureLarge, bool? isAsking)
        {
            const int RowsCovered = 5;
            int textRows = isPictureLarge && isAsking is null ? 0 : Math.Clamp(all.Rows / 4, 6, 8);
            int explanationRows = Math.Clamp(all.Rows / 3, 7, 11);
            if (isAsking == true)
            {
                textRows += explanationRows - RowsCovered;
                explanationRows = RowsCovered;
            }

            Region picture;
            if (all.Columns < WideColumns)
            {
                Region below = all.SplitBottom(textRows + explanationRows, out picture);
                Region side = below.SplitRight(29, out Region left);
                return new Panels(picture, left.SplitTop(explanationRows, out Region text), side, text);
            }

            Region values = all.SplitRight(Math.Min(all.Columns * 36 / 100, 80), out Region rest);
            Region bottom = rest.SplitBottom(textRows, out rest);
            Region explanation = rest.SplitBottom(explanationRows, out picture);
            return new Panels(picture, explanation, values, bottom);
        }
    }
}
