using Lessons;
using Simulator.App;
using Simulator.Resources;
using Simulator.Screens.Stepping;
using Simulator.Screens.Stepping.Pictures;
using Simulator.Terminal;
using Simulator.Views.Pictures;

namespace Simulator.Tests.Pictures;

/// <summary>Pictures drawn by themselves.</summary>
internal static class Drawn
{
    /// <summary>The screen of a lesson after some keys.</summary>
    public static StepScreen After(string keys, Lesson lesson)
    {
        Model model = new() { Size = new Size(80, 24), Language = Language.English, Screen = StepScreen.Open(lesson) };
        foreach (KeyPressed input in KeyNotation.Parse(keys).Inputs.OfType<KeyPressed>())
        {
            (model, _) = Update.Apply(model, new KeyTyped(input.Key));
        }

        return (StepScreen)model.Screen;
    }

    /// <summary>The screen that has gone to a quantity, without asking for another than is computed there.</summary>
    public static StepScreen At(string quantity, Lesson lesson)
    {
        StepScreen screen = After($":{quantity}<Enter>", lesson);
        screen.Looked.ShouldNotBeNull(quantity);
        return screen;
    }

    public static Canvas Network(StepScreen screen, Size size, Language language = Language.English)
    {
        Canvas canvas = new(size);
        NetworkView.Draw(canvas, canvas.Region, NetworkDrawing.Of(screen), Words.In(language));
        return canvas;
    }

    public static Canvas HeatMap(StepScreen screen, Size size, Language language = Language.English)
    {
        Canvas canvas = new(size);
        HeatMapView.Draw(canvas, canvas.Region, HeatMapModel.Of(screen)!, Words.In(language));
        return canvas;
    }
}
