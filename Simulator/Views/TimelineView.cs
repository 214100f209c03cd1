using Engine.Planning;
using Engine.Time;
using Simulator.App;
using Simulator.Screens.Stepping;
using Simulator.Terminal;

namespace Simulator.Views;

/// <summary>
/// The whole lesson as a line: where the moment is, what is done and what is ahead, where phases and iterations end.
/// </summary>
internal static class TimelineView
{
    public static void Draw(Canvas canvas, Region line, StepScreen screen)
    {
        Timeline timeline = screen.Timeline;
        int width = line.Columns - 2;
        if (width < 2 || timeline.Length == 0)
        {
            return;
        }

        int cursor = ColumnOf(timeline.OrdinalOf(screen.Moment));
        for (int column = 0; column < width; column++)
        {
            bool isDone = column <= cursor;
            canvas.Set(line.Column + 1 + column, line.Row, isDone ? '━' : '─', isDone ? Ink.BarDone : Ink.Bar);
        }

        // Boundaries only where there is room to tell them apart.
        if (timeline.Iterations - timeline.FirstIteration < width / 8)
        {
            for (int iteration = timeline.FirstIteration; iteration <= timeline.Iterations; iteration++)
            {
                DrawPhases(iteration);
            }
        }

        canvas.Set(line.Column + 1 + cursor, line.Row, '●', Ink.Strong);
        canvas.Target(new Region(line.Column + 1, line.Row, width, 1), (column, _) => new TimelineTarget(OrdinalOf(column)));

        void DrawPhases(int iteration)
        {
            foreach (Step step in timeline.Plan.Steps)
            {
                bool endsIteration = step.Index == timeline.Plan.Steps.Length - 1;
                if (endsIteration || timeline.Plan.Steps[step.Index + 1].Phase != step.Phase)
                {
                    Moment end = new(iteration, step.Index, step.Output.Shape.Size - 1);
                    int column = ColumnOf(timeline.OrdinalOf(end));
                    canvas.Set(
                        line.Column + 1 + column, line.Row, endsIteration ? '╋' : '┴', column <= cursor ? Ink.BarDone : Ink.Bar);
                }
            }
        }

        long OrdinalOf(int column) => (long)Math.Round((double)column / (width - 1) * timeline.Length);

        int ColumnOf(long ordinal) => (int)Math.Round((double)ordinal / timeline.Length * (width - 1));
    }
}
