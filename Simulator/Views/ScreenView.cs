using Simulator.App;
using Simulator.Screens.Picking;
using Simulator.Screens.Stepping;
using Simulator.Terminal;

namespace Simulator.Views;

/// <summary>The whole frame for a model. Pure: the same model gives the same frame.</summary>
internal static class ScreenView
{
    public static Canvas Draw(Model model)
    {
        Canvas canvas = new(model.Size);
        if (model.IsTooSmall)
        {
            DrawTooSmall(canvas, model);
            return canvas;
        }

        switch (model.Screen)
        {
            case PickerScreen picker:
                PickerView.Draw(canvas, model, picker);
                break;
            case StepScreen step:
                StepScreenView.Draw(canvas, model, step);
                break;
        }

        if (model is { Welcome: { } welcome, Screen: StepScreen lesson })
        {
            WelcomeView.Draw(canvas, model, lesson, welcome);
        }

        if (model.HelpScroll is { } scroll)
        {
            HelpView.Draw(canvas, model, scroll);
        }

        return canvas;
    }

    private static void DrawTooSmall(Canvas canvas, Model model)
    {
        (int columns, int rows) = (Model.SmallestSize.Columns, Model.SmallestSize.Rows);
        IReadOnlyList<string> lines =
        [
            .. CellWidth.Wrap(model.Words.TooSmall, model.Size.Columns),
            .. CellWidth.Wrap(model.Words.TooSmallNeeds(columns, rows), model.Size.Columns),
        ];
        int top = Math.Max(0, (model.Size.Rows - lines.Count) / 2);
        for (int index = 0; index < lines.Count; index++)
        {
            int left = Math.Max(0, (model.Size.Columns - CellWidth.Of(lines[index])) / 2);
            canvas.Write(left, top + index, lines[index]);
        }
    }
}
