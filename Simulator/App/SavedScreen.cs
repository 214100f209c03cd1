using System.Text;
using Simulator.Resources;
using Simulator.Screens.Stepping;
using Simulator.Terminal;
using Simulator.Views;

namespace Simulator.App;

/// <summary>A screen written to files: as a picture and as text.</summary>
internal static class SavedScreen
{
    /// <summary>Writes what a model shows, without messages and what is being typed. No file that exists is written over.</summary>
    /// <param name="model">The model.</param>
    /// <param name="name">The files' name without its ending; null for the lesson's with the first number that is free.</param>
    /// <returns>How the model changes: it tells what was written, or why nothing was.</returns>
    public static Func<Model, Model> Write(Model model, string? name)
    {
        StepScreen? screen = model.Screen as StepScreen;
        string title = screen?.Lesson.Title.In(model.Language) ?? model.Words.PickerTitle;
        string chosen = name ?? FirstFree(screen?.Lesson.Id ?? "lessons");
        Canvas canvas = ScreenView.Draw(model with { Notice = null });
        string path = "";
        try
        {
            foreach ((string ending, string text) in new[] { (".svg", SvgScreen.Write(canvas, title, model.Theme)), (".txt", canvas.ToText() + "\n") })
            {
                path = chosen + ending;
                using FileStream stream = new(path, FileMode.CreateNew, FileAccess.Write);
                stream.Write(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text));
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return now => now with { Notice = new Notice(words => words.NotSaved(path, ReasonOf(exception, path)(words))) };
        }

        return now => now with { Notice = new Notice(words => words.Saved(chosen), IsDone: true) };
    }

    private static Func<Words, string> ReasonOf(Exception exception, string path) => exception switch
    {
        DirectoryNotFoundException => words => words.NoSuchFolder,
        UnauthorizedAccessException => words => words.NotAllowed,
        IOException when File.Exists(path) => words => words.FileExists,
        _ => _ => exception.Message,
    };

    private static string FirstFree(string id)
    {
        int number = 1;
        while (File.Exists($"{id}-{number}.svg") || File.Exists($"{id}-{number}.txt"))
        {
            number++;
        }

        return $"{id}-{number}";
    }
}
